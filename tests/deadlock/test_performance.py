"""How each player played: figures worked by hand, and what holds for any match."""

from typing import Any

import msgspec
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.deadlock.small_match import small_body
from tests.deadlock.test_analysis import ODD, QUIET, stories
from webapp.deadlock.domain.analysis.performance import Performance, performance_of
from webapp.deadlock.domain.analysis.performance.records import MINUTES
from webapp.deadlock.domain.ground import region_at
from webapp.deadlock.domain.lanes import RADIUS
from webapp.deadlock.domain.metrics import KEYS, METRICS
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.regions import CELL, REGIONS, regions_of
from webapp.deadlock.domain.terms import TERMS

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
