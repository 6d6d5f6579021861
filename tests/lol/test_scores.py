"""The score from 0 to 10 is the sum of its parts, fair to every role, and says what it knows."""

import math

import pytest

from tests.lol.real import bodies, generated, read, real_analyses, real_matches
from webapp.lol.domain.analysis import analyse
from webapp.lol.domain.analysis.score import USUAL, score_of
from webapp.lol.domain.score import FIGURES, PARTS, SHIPPED, fit_reference


def test_a_score_is_five_and_its_parts_and_never_leaves_nought_to_ten() -> None:
    seen = 0
    for found in real_analyses().values():
        for one in found.score.players:
            assert one.score == pytest.approx(USUAL + sum(part.points for part in one.parts))
            assert 0 <= one.score <= 10
            assert math.isclose(sum(part.weight for part in one.parts), 1, abs_tol=0.001)
            seen += 1
    assert seen == 110


def test_the_best_of_each_side_have_titles_and_places_are_one_to_ten() -> None:
    for match_id, found in real_analyses().items():
        if not found.score.players:
            continue
        by_place = sorted(found.score.players, key=lambda one: one.place)
        assert by_place[0].place == 1
        assert by_place[-1].place <= 10
        titles = {one.title: one for one in by_place if one.title}
        assert titles["mvp"].side == real_matches()[match_id].winner != titles["ace"].side
        for title in titles.values():
            assert title.score == max(x.score for x in by_place if x.side == title.side)


def test_supports_score_as_high_as_everybody_else() -> None:
    means = {}
    for role in FIGURES:
        scores = [
            one.score
            for found in real_analyses().values()
            for one in found.score.players
            if one.role == role
        ]
        means[role] = sum(scores) / len(scores)
    assert max(means.values()) - min(means.values()) < 0.3


def test_winners_score_higher_on_the_whole() -> None:
    won, lost = [], []
    for match_id, found in real_analyses().items():
        for one in found.score.players:
            (won if one.side == real_matches()[match_id].winner else lost).append(one.score)
    assert sum(won) / len(won) > sum(lost) / len(lost) + 1


@pytest.mark.parametrize(
    ("field", "better", "part"),
    [
        ("totalDamageDealtToChampions", 2.0, "combat"),
        ("goldEarned", 1.3, "economy"),
        ("visionScore", 2.0, "vision"),
        ("damageDealtToObjectives", 2.0, "objectives"),
        ("deaths", 0.2, "survival"),
    ],
)
def test_doing_better_at_one_thing_raises_that_part_and_no_other_of_ones_own(
    field: str, better: float, part: str
) -> None:
    body, timeline = bodies()
    before = analyse(read(body, timeline)).score.of(3)
    player = body["info"]["participants"][2]
    player[field] = int(player[field] * better) if field != "deaths" else 0
    after = analyse(read(body, timeline)).score.of(3)
    assert before is not None
    assert after is not None
    changed = {
        one.name: other.points - one.points
        for one, other in zip(before.parts, after.parts, strict=True)
        if other.points != one.points
    }
    assert set(changed) == {part}
    assert changed[part] > 0


def test_without_a_timeline_there_is_a_score_without_the_lane() -> None:
    body, _ = bodies()
    one = analyse(read(body)).score.players[0]
    assert [part.name for part in one.parts] == [part for part in PARTS if part != "laning"]


@pytest.mark.parametrize("match_id", ["EUW1_3", "EUW1_4", "EUW1_5"])
def test_modes_without_roles_have_no_score(match_id: str) -> None:
    assert analyse(generated(match_id)).score.players == ()


def test_the_shipped_reference_says_how_few_games_it_was_made_of() -> None:
    assert (SHIPPED.games, SHIPPED.pairs) == (10, 50)
    assert math.isclose(sum(weight for _, weight in SHIPPED.weights), 1)
    assert all(weight > 0.1 for _, weight in SHIPPED.weights)


def test_the_shipped_reference_is_what_fitting_the_real_games_gives() -> None:
    games = [one for one in real_matches().values() if one.duration_s > 900]
    made = fit_reference(games, SHIPPED.version)
    assert made == SHIPPED


def test_a_reference_of_no_games_scores_nobody() -> None:
    empty = fit_reference([], "none")
    assert score_of(generated(), analyse(generated()).laning, empty).players == ()
