"""Vectors: the same for both colours, whole numbers of places, and honest about what is missing."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.changed import replace
from tests.lol.real import bodies, generated, mirrored
from webapp.lol.domain.analysis import Analysis, analyse
from webapp.lol.domain.analysis.lead import Lead
from webapp.lol.domain.vectors import (
    ANCHOR,
    CURVE_LENGTH,
    LEAST_KNOWN,
    MOST,
    PLAYER,
    PLAYER_LENGTH,
    apart_in,
    closest_in,
    cosine,
    curve_apart,
    curve_of,
    plays_of,
)
from webapp.matchplay.lead import LeadSample

FIGURE = st.floats(-3, 3, allow_nan=False)
PLAY = st.lists(FIGURE, min_size=PLAYER_LENGTH, max_size=PLAYER_LENGTH)
LEADS = st.lists(st.tuples(st.integers(0, 90_000), st.integers(0, 90_000)), min_size=1, max_size=70)


@cache
def worked(match_id: str = "EUW1_2") -> Analysis:
    return analyse(generated(match_id))


@given(LEADS, st.sampled_from("ab"))
@settings(max_examples=60)
def test_a_games_vector_is_its_winners_whatever_their_colour(
    leads: list[tuple[int, int]], winner: str
) -> None:
    board = worked().scoreboard
    lead = Lead(tuple(LeadSample(60 * n, *one) for n, one in enumerate(leads)), (), None, None, 0)
    swapped = replace(
        lead, samples=tuple(LeadSample(one.at_s, one.b, one.a) for one in lead.samples)
    )
    ours = curve_of(replace(board, winner=winner), lead)
    theirs = curve_of(replace(board, winner="b" if winner == "a" else "a"), swapped)
    assert ours == theirs
    assert ours
    assert (len(ours), ours[-1]) == (CURVE_LENGTH, ANCHOR)
    end = (leads[-1][0] - leads[-1][1]) * (1 if winner == "a" else -1) / 1_000
    assert all(one == pytest.approx(end) for one in ours[len(leads) - 1 : -1])
    assert cosine(ours, ours) == pytest.approx(1)


def test_a_mirrored_match_has_the_same_vectors() -> None:
    ours, theirs = worked(), analyse(mirrored(*bodies("EUW1_2")))
    own, other = (plays_of(one.scoreboard, one.score) for one in (ours, theirs))
    assert curve_of(ours.scoreboard, ours.lead) == curve_of(theirs.scoreboard, theirs.lead)
    assert len(own) == 10
    for one, two in zip(own, other, strict=True):
        assert (one.slot, one.role, len(one.figures)) == (two.slot, two.role, PLAYER_LENGTH)
        assert one.figures == pytest.approx(two.figures)


@given(st.data())
@settings(max_examples=30)
def test_what_is_not_recorded_counts_as_usual_and_too_little_is_no_vector(
    data: st.DataObject,
) -> None:
    one = worked()
    player = one.score.players[0]
    every = [(part, figure) for part in player.parts for figure in part.figures]
    gone = data.draw(st.sets(st.sampled_from([figure.name for _, figure in every])))
    parts = tuple(
        replace(part, figures=tuple(figure for figure in part.figures if figure.name not in gone))
        for part in player.parts
    )
    score = replace(one.score, players=(replace(player, parts=parts),))
    found = plays_of(one.scoreboard, score)
    if len(every) - len(gone) + 1 < LEAST_KNOWN:
        assert found == ()
        return
    (play,) = found
    assert all(play.figures[PLAYER.index(name)] == 0 for name in gone)
    assert all(-MOST <= value <= MOST for value in play.figures)


@pytest.mark.parametrize("mode", ["remake", "aborted", "aram", "arena"])
def test_remakes_and_odd_modes_have_no_vectors(mode: str) -> None:
    one = worked()
    board = replace(one.scoreboard, mode=mode)
    assert curve_of(board, one.lead) is None
    assert plays_of(board, one.score) == ()


def test_a_short_game_or_one_nobody_won_has_no_vectors() -> None:
    one = worked()
    for change in ({"duration_s": 500}, {"winner": None}, {"ending": "aborted"}):
        board = replace(one.scoreboard, **change)
        assert curve_of(board, one.lead) is None
        assert plays_of(board, one.score) == ()


@given(PLAY, PLAY)
@settings(max_examples=60)
def test_plays_are_alike_in_what_both_had_more_or_both_had_less_of(
    one: list[float], other: list[float]
) -> None:
    for name in closest_in(one, other):
        spot = PLAYER.index(name)
        assert one[spot] * other[spot] > 0
    apart = apart_in(one, other)
    assert not apart or one[PLAYER.index(apart)] * other[PLAYER.index(apart)] < 0
    assert apart not in closest_in(one, other)
    assert apart_in(one, one) == ""
    assert cosine(one, other) == pytest.approx(cosine(other, one))
    assert -1.0001 <= cosine(one, other) <= 1.0001


def test_two_curves_say_how_far_and_where_they_are_apart() -> None:
    flat = (0.0,) * 30 + (ANCHOR,)
    bent = (*flat[:11], 6.0, *flat[12:])
    assert curve_apart(flat, bent) == (200, 12, 6_000)
