"""The laning phase: verdicts at any sample, and sums that must agree."""

from __future__ import annotations

from tests.deadlock.any_match import Key, analysis_of, on_any_match
from tests.deadlock.kept import body_of
from tests.deadlock.small_match import small_body
from webapp.deadlock.domain.analysis import Analysis, analyse
from webapp.deadlock.domain.analysis.laning import EVEN_SHARE, Standing, Stretch, standing_over
from webapp.deadlock.domain.combat import ledger_of
from webapp.deadlock.domain.parse import parse_metadata

SUMS = ("souls", "player_damage", "last_hits", "denies", "kills", "deaths", "healing")


def told(scenario: str) -> Analysis:
    return analyse(parse_metadata(body_of(7001, scenario)))


def over(analysis: Analysis, from_s: int, to_s: int) -> Standing:
    stretch = Stretch(from_s, to_s)
    return standing_over(analysis.lanes, analysis.events, analysis.moments, stretch)


@on_any_match
def test_the_stored_verdict_is_that_of_its_own_sample(key: Key) -> None:
    analysis = analysis_of(key)
    again = over(analysis, 0, analysis.lanes.ends_s)
    assert again.verdicts == analysis.lanes.verdicts
    assert again.players == analysis.lanes.players


@on_any_match
def test_stretches_that_meet_add_up(key: Key) -> None:
    analysis = analysis_of(key)
    first, second, both = (
        over(analysis, start, end) for start, end in ((0, 360), (360, 900), (0, 900))
    )
    for one, two, whole in zip(first.players, second.players, both.players, strict=True):
        for name in (*SUMS, "dealt_in_lane", "taken_in_lane"):
            assert getattr(one, name) + getattr(two, name) == getattr(whole, name), name


@on_any_match
def test_a_lane_is_the_sum_of_its_players(key: Key) -> None:
    standing = over(analysis_of(key), 0, 900)
    for verdict in standing.verdicts:
        own = [one for one in standing.players if one.lane == verdict.lane]
        assert verdict.souls_a == sum(one.souls for one in own if one.side == "a")
        assert verdict.souls_b == sum(one.souls for one in own if one.side == "b")
        assert verdict.winner == _winner(verdict.souls_a, verdict.souls_b)
        assert len(verdict.deaths) == sum(one.deaths for one in own)


def _winner(souls_a: int, souls_b: int) -> str:
    if abs(souls_a - souls_b) / (souls_a + souls_b) <= EVEN_SHARE:
        return "even"
    return "a" if souls_a > souls_b else "b"


@on_any_match
def test_damage_in_a_lane_is_the_matrix_between_its_players(key: Key) -> None:
    analysis = analysis_of(key)
    ledger = ledger_of(analysis.damage)
    lanes = {one.slot: (one.lane, one.side) for one in analysis.lanes.players}
    samples = [at_s for at_s in analysis.damage.samples_s if at_s <= 540]
    rows = zip(ledger.dealer, ledger.target, strict=True)
    facing = [
        lanes.get(int(dealer), ("", ""))[0] == lanes.get(int(target), ("-", ""))[0]
        and lanes[int(dealer)][1] != lanes[int(target)][1]
        for dealer, target in rows
    ]
    assert any(facing) == bool(lanes)
    found = sum(one.dealt_in_lane or 0 for one in over(analysis, 0, 540).players)
    assert found == sum(one.taken_in_lane or 0 for one in over(analysis, 0, 540).players)
    gained = _damage_gained(analysis, facing, len(samples))
    assert found == gained


def _damage_gained(analysis: Analysis, facing: list[bool], samples: int) -> int:
    damage = analysis.damage
    total, width = 0, len(damage.samples_s)
    for row, source in enumerate(damage.source):
        sums_up = damage.sources[source] in {"Bullet", "Ability", "Melee", "Misc"}
        if facing[row] and damage.stats[source] == "damage" and not sums_up:
            total += sum(damage.gained[row * width : row * width + samples])
    return total


def test_damage_in_a_lane_is_never_more_than_to_all_heroes() -> None:
    for one in over(told("normal"), 0, 540).players:
        assert 0 <= (one.dealt_in_lane or 0) <= one.player_damage


def test_a_guardian_keeps_its_two_seconds() -> None:
    guardians = analyse(parse_metadata(small_body())).lanes.guardians
    (hurt,) = [one for one in guardians if one.fell_at_s is not None]
    assert (hurt.lane, hurt.side, hurt.first_damage_at_s, hurt.fell_at_s) == (
        "yellow",
        "a",
        60,
        300,
    )


def test_without_a_matrix_damage_in_the_lane_is_not_known() -> None:
    lanes = analyse(parse_metadata(small_body(damage=False))).lanes
    assert lanes.trades is None
    assert {one.dealt_in_lane for one in lanes.players} == {None}
