"""Who stood near a place: the living only, flat metres, nearest first."""

from typing import Any

import pytest

from tests.deadlock.small_match import small_body
from webapp.deadlock.domain.analysis.near import near
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records import Match

METRES = pytest.approx


def read(**options: Any) -> Match:
    return parse_metadata(small_body(**options))


def test_the_nearest_come_first_with_side_and_metres() -> None:
    # At 100 s all stand at x = -4,000, slot times 500 to the north: 12.7 m apart.
    (found,) = near(read(), [100], [-4_000], [3_050], radius_m=27)
    assert [one.slot for one in found] == [6, 7, 5, 8, 4]
    assert [one.side for one in found] == ["a", "b", "a", "b", "a"]
    assert found[0].distance_m == METRES(50 / 39.37, abs=0.1)
    assert found[1].distance_m == METRES(450 / 39.37, abs=0.1)


def test_the_dead_are_near_nobody_but_the_falling_still_are() -> None:
    match = read(kills=((200, 7, 1, 8),))
    places = [-2_000, -2_000, -1_960, -1_820]
    fell, after, gone, back = near(match, [200, 201, 202, 209], places, [500] * 4, 5)
    assert [one.slot for one in fell] == [1]
    assert (after, gone) == ((), ())
    assert [one.slot for one in back] == [1]


def test_the_falling_are_near_even_when_their_health_is_gone_already() -> None:
    match = read(kills=((200, 7, 1, 8),))
    assert match.paths is not None
    match.paths.health[match.paths.slots.index(1), 200] = 0
    fell, after = near(match, [200, 201], [-2_000] * 2, [500] * 2, 6)
    assert [one.slot for one in fell] == [1]
    assert after == ()


def test_every_place_is_answered_even_outside_the_match() -> None:
    found = near(read(duration_s=7, kills=()), [-5, 999_999], [0, 0], [0, 0], 100_000)
    assert [len(one) for one in found] == [12, 12]


def test_nobody_is_near_without_positions() -> None:
    assert near(read(paths=False), [1, 2], [0, 0], [0, 0]) == ((), ())
