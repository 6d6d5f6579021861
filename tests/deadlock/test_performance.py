"""How each player played: figures worked by hand, and what holds for any match."""

from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.changed import replace
from tests.deadlock.kept import body_of
from tests.deadlock.small_match import small_body
from tests.deadlock.test_analysis import ODD, QUIET, stories
from webapp.deadlock.domain.analysis.performance import Performance, performance_of
from webapp.deadlock.domain.analysis.performance.records import MINUTES
from webapp.deadlock.domain.analysis.performance.walked import LONGEST_STEP
from webapp.deadlock.domain.ground import region_at
from webapp.deadlock.domain.lanes import RADIUS
from webapp.deadlock.domain.metrics import KEYS, METRICS
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records import Match
from webapp.deadlock.domain.records.paths import MOVE_WORDS
from webapp.deadlock.domain.regions import CELL, REGIONS, regions_of
from webapp.deadlock.domain.terms import TERMS

REGION_ENDS = ("base_share", "lane_share", "middle_share")
PLACES = st.floats(-RADIUS + 1, RADIUS - 1)


def told(**options: Any) -> Performance:
    return performance_of(parse_metadata(small_body(**options)))


def figure(performance: Performance, slot: int, key: str) -> float | None:
    found = next(one for one in performance.players if one.slot == slot)
    return found.values[KEYS.index(key)]


def minutes(performance: Performance, slot: int, key: str) -> tuple[int, ...]:
    found = next(one for one in performance.series if one.slot == slot)
    return found.minutes[MINUTES.index(key)]


def test_every_metric_is_a_term_and_has_a_key_of_its_own() -> None:
    assert len(set(KEYS)) == len(KEYS)
    assert {metric.term for metric in METRICS} <= TERMS.keys()


@QUIET
@given(stories())
def test_shares_add_up_and_every_second_alive_counts_once(story: dict[str, Any]) -> None:
    performance = told(**story)
    for one in performance.series:
        if not one.minutes:
            assert not story["paths"]
            continue
        rows = dict(zip(MINUTES, one.minutes, strict=True))
        for kind, known in (("region", True), ("move", performance.moves),
                            ("combat", performance.fights)):  # fmt: skip
            kinds = [row for key, row in rows.items() if key.startswith(kind)]
            if known:
                assert [sum(column) for column in zip(*kinds, strict=True)] == list(rows["alive"])
            else:
                assert all(count == -1 for row in kinds for count in row)
        assert all(a <= r for a, r in zip(rows["alive"], rows["recorded"], strict=True))
        assert sum(rows["recorded"]) == story["duration_s"] + 1


@QUIET
@given(stories())
def test_a_stored_slice_reads_back_the_same(story: dict[str, Any]) -> None:
    performance = told(**story)
    assert len(performance.players) == 12
    assert all(len(player.values) == len(METRICS) for player in performance.players)
    raw = msgspec.json.encode(performance)
    assert msgspec.json.decode(raw, type=Performance) == performance


def test_odd_matches_give_an_answer() -> None:
    for options in ODD:
        assert len(told(**options).players) == 12


def test_a_match_without_paths_records_no_time() -> None:
    performance = told(paths=False, damage=False)
    for key in ("alive_share", "combat_share", "distance_m", "melee_per_minute"):
        assert figure(performance, 1, key) is None
    assert figure(performance, 1, "souls_per_minute") is not None


def test_a_match_of_2024_tells_places_but_no_movement() -> None:
    performance = told(dialect="2024")
    assert figure(performance, 1, "combat_share") is None
    assert figure(performance, 1, "speed_m_s") is None
    assert figure(performance, 1, "own_lane_share") is not None


def test_steps_of_the_living_make_the_distance() -> None:
    performance = told(duration_s=120, kills=((30, 7, 1, 10),))
    # 120 steps of 20 units; the eleven around ten seconds of death are none.
    assert sum(minutes(performance, 1, "measured")) == 120 - 11
    assert abs(sum(minutes(performance, 1, "distance")) - 20 * 109) <= 2
    assert sum(minutes(performance, 1, "alive")) == 121 - 10
    assert figure(performance, 1, "still_share") == 100


def mirrored(match: Match) -> Match:
    """Turn the map by 180 degrees and swap the sides: the same match, told from the other one."""
    sides = {"a": "b", "b": "a"}
    players = tuple(replace(one, side=sides[one.side], team=1 - one.team) for one in match.players)
    paths = match.paths and replace(match.paths, x=-match.paths.x, y=-match.paths.y)
    return replace(match, players=players, paths=paths)


@QUIET
@given(stories())
def test_a_mirrored_match_has_the_same_figures(story: dict[str, Any]) -> None:
    match = parse_metadata(small_body(**story))
    ours, theirs = performance_of(match), performance_of(mirrored(match))
    assert [one.values for one in ours.players] == [one.values for one in theirs.players]
    assert ours.series == theirs.series


@pytest.mark.parametrize("scenario", ["normal", "comeback"])
def test_a_generated_match_has_every_figure_and_shares_that_add_up(scenario: str) -> None:
    match = parse_metadata(body_of(5001, scenario))
    performance = performance_of(match)
    regions = [KEYS.index(key) for key in KEYS if key.endswith(REGION_ENDS)]
    assert len(regions) == len(REGIONS)
    for one in performance.players:
        assert None not in one.values
        assert sum(one.values[spot] or 0 for spot in regions) == pytest.approx(100, abs=0.01)
    for share in ("soul_share", "damage_share"):
        for side in ("a", "b"):
            own = [one for one in performance.players if one.side == side]
            total = sum(one.values[KEYS.index(share)] or 0 for one in own)
            assert total == pytest.approx(100, abs=0.01)


def test_the_distance_of_minutes_is_that_of_the_steps() -> None:
    match = parse_metadata(body_of(5001))
    assert match.paths is not None
    performance = performance_of(match)
    row = match.paths.slots.index(3)
    x, y = match.paths.x[row].astype(float), match.paths.y[row].astype(float)
    steps = np.hypot(np.diff(x), np.diff(y))
    assert match.paths.move is not None
    walks = (match.paths.health[row] > 0) & (match.paths.move[row] != MOVE_WORDS.index("ziplining"))
    counted = steps[walks[1:] & walks[:-1] & (steps < LONGEST_STEP)]
    by_minute = minutes(performance, 3, "distance")
    assert abs(sum(by_minute) - counted.sum()) <= len(by_minute) / 2
    assert sum(minutes(performance, 3, "measured")) == len(counted)


@given(x=PLACES, y=PLACES, lanes=st.sampled_from([3, 4]))
def test_the_map_is_the_same_for_both_sides_turned(x: float, y: float, lanes: int) -> None:
    here, there = np.array([x]), np.array([y])
    a = regions_of(here, there, side="a", lanes=lanes)
    b = regions_of(-here, -there, side="b", lanes=lanes)
    assert a == b


@given(column=st.integers(0, 223), row=st.integers(0, 223), side=st.sampled_from("ab"))
def test_a_region_is_the_one_the_map_names(column: int, row: int, side: str) -> None:
    x, y = (-RADIUS + (one + 0.5) * CELL for one in (column, row))
    ours = REGIONS[regions_of(np.array([x]), np.array([y]), side=side)[0]]
    named = region_at(x, y, side=side)
    if named.endswith("base"):
        assert named == ours
    elif "," in named:
        half = named.partition(", ")[2]
        assert {"middle": "middle", "own half": "own lanes", "enemy half": "enemy lanes"}[
            half
        ] == ours
    else:
        assert ours == "off lanes"
