"""Deaths in context: who was there, what hit the victim, what came after."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given

from tests.changed import replace
from tests.deadlock.small_match import small_body
from tests.deadlock.test_analysis import ODD, QUIET, stories
from tests.deadlock.test_fights import mirrored
from webapp.deadlock.domain.analysis import analyse
from webapp.deadlock.domain.analysis.deaths import Deaths, deaths_of
from webapp.deadlock.domain.analysis.events import events_of
from webapp.deadlock.domain.ground import region_at
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.places import spots_at
from webapp.deadlock.domain.records import DamageMatrix, Match


def read(**options: Any) -> Match:
    return parse_metadata(small_body(**options))


def told(match: Match) -> Deaths:
    return deaths_of(match, events_of(match))


def matrix(rows: list[tuple[str, str, int, int, list[int]]], times: list[int]) -> DamageMatrix:
    """Build a damage matrix from rows of stat, source, dealer, target, totals."""
    return DamageMatrix(
        sample_times_s=np.array(times, np.int32),
        sources=tuple(row[1] for row in rows),
        stats=tuple(row[0] for row in rows),
        dealer=np.array([row[2] for row in rows], np.uint8),
        target=np.array([row[3] for row in rows], np.uint8),
        source=np.arange(len(rows), dtype=np.int32),
        totals=np.array([row[4] for row in rows], np.int64),
    )


@QUIET
@given(stories())
def test_every_death_is_told_once_and_fits_the_rest(story: dict[str, Any]) -> None:
    match = read(**story)
    told = analyse(match)
    kills, deaths = told.events.kills, told.deaths.deaths
    assert [(one.at_s, one.victim) for one in deaths] == [(k.at_s, k.victim) for k in kills]
    for one in deaths:
        around = one.around
        assert 0 <= around.alive_own <= 6
        assert 0 <= around.alive_enemy <= 6
        for crowd in (around.near, around.before):
            everybody = (*crowd.own, *crowd.enemy) if crowd else ()
            assert one.victim not in everybody
            assert len(set(everybody)) == len(everybody)
        for fall in (told.events.objectives[number] for number in one.after.fell):
            assert fall.side == around.side
            assert 0 <= fall.at_s - one.at_s <= 60
    recapped = [one.recap for one in deaths if one.recap is not None]
    assert len(told.deaths.recaps) == len(set(recapped))
    for number, recap in enumerate(told.deaths.recaps):
        own = [one for one in deaths if one.recap == number]
        assert len(own) == recap.deaths
        assert {one.victim for one in own} == {recap.victim}
        assert all(recap.from_s <= one.at_s <= recap.to_s for one in own)


@pytest.mark.parametrize("options", ODD, ids=str)
def test_an_odd_match_has_its_deaths_told(options: dict[str, Any]) -> None:
    match = read(**options)
    deaths = told(match).deaths
    assert len(deaths) == sum(len(player.deaths) for player in match.players)
    assert all((one.around.near is None) == (match.paths is None) for one in deaths)


def test_near_are_those_within_forty_metres_and_the_victim_is_left_out() -> None:
    # Everybody walks side by side, 500 units (12.7 m) apart by slot.
    first = told(read()).deaths[0]
    assert first.around.near is not None
    assert (first.around.near.own, first.around.near.enemy) == ((2, 3, 4), ())
    assert first.around.before is not None
    assert first.around.before.own == (2, 3, 4)
    assert (first.around.alive_own, first.around.alive_enemy) == (6, 6)


def test_who_is_already_dead_does_not_count_and_who_falls_at_once_does() -> None:
    deaths = told(read(kills=((200, 7, 1, 8), (204, 7, 2, 8), (204, 1, 8, 8), (213, 7, 3, 8))))
    alive = [(one.around.alive_own, one.around.alive_enemy) for one in deaths.deaths]
    assert alive == [(6, 6), (5, 6), (6, 5), (6, 6)]


def test_health_is_that_of_the_seconds_before() -> None:
    first = told(read(kills=((9, 7, 1, 8), (300, 8, 1, 8)))).deaths
    assert (len(first[0].around.health), len(first[1].around.health)) == (10, 16)
    assert told(read(paths=False)).deaths[0].around.health == ()


def test_a_lone_death_has_its_own_recap() -> None:
    damage = matrix(
        [
            ("damage", "gun", 7, 1, [10, 150, 200]),
            ("lethal damage", "gun", 7, 1, [0, 90, 90]),
            ("lethal damage", "Bullet", 7, 1, [0, 90, 90]),
            ("damage", "spell", 8, 1, [0, 5, 5]),
            ("damage", "tower", 0, 1, [0, 7, 7]),
            ("damage", "gun", 7, 2, [40, 40, 40]),
            ("healing", "gun", 7, 1, [99, 199, 299]),
        ],
        [180, 360, 540],
    )
    deaths = told(replace(read(kills=((200, 7, 1, 8),)), damage=damage))
    (recap,) = deaths.recaps
    named = [deaths.sources[one] for one in recap.sources]
    assert (recap.victim, recap.from_s, recap.to_s, recap.deaths) == (1, 180, 360, 1)
    assert list(zip(recap.dealers, named, recap.damage, recap.lethal, strict=True)) == [
        (7, "gun", 140, 90),
        (0, "tower", 7, 0),
        (8, "spell", 5, 0),
    ]


def test_two_deaths_between_the_same_samples_share_a_recap() -> None:
    damage = matrix([("damage", "gun", 7, 1, [10, 150])], [180, 360])
    deaths = told(
        replace(read(kills=((181, 7, 1, 8), (360, 8, 1, 8), (361, 8, 1, 8))), damage=damage)
    )
    assert [one.recap for one in deaths.deaths] == [0, 0, None]
    assert deaths.recaps[0].deaths == 2


def test_a_death_is_answered_by_an_enemy_who_falls_soon_and_near() -> None:
    kills = ((200, 7, 1, 8), (210, 2, 7, 8), (211, 2, 8, 8), (400, 7, 1, 8), (405, 1, 12, 8))
    deaths = told(read(kills=kills)).deaths
    # Slot 7 falls 77 m away from slot 1, slot 8 a second too late.
    assert deaths[0].after.answered == ()
    near = told(read(kills=((200, 7, 6, 8), (210, 2, 7, 8)))).deaths
    assert near[0].after.answered == (7,)


def test_what_fell_within_a_minute_is_the_victims_sides() -> None:
    deaths = told(read(kills=((250, 7, 1, 8), (251, 1, 7, 8), (239, 7, 2, 8)))).deaths
    assert [one.after.fell for one in deaths] == [(), (0,), ()]
    boss = told(read(kills=((560, 7, 1, 8), (561, 1, 7, 8)))).deaths
    assert [one.after.mid_boss_at_s for one in boss] == [590, None]


@pytest.mark.parametrize("match_id", [31067068, 35077269, 54331746])
def test_the_killer_is_in_the_recap_of_every_lone_death(shared_data: Path, match_id: int) -> None:
    body = (shared_data / "deadlock" / "metadata" / f"m{match_id}.json").read_bytes()
    deaths = told(parse_metadata(body))
    lone = [
        (one, recap)
        for one in deaths.deaths
        for recap in [deaths.recaps[one.recap or 0]]
        if one.killer is not None and recap.deaths == 1 and any(recap.lethal)
    ]
    assert len(lone) > 40
    for one, recap in lone:
        assert one.killer in [
            dealer for dealer, lethal in zip(recap.dealers, recap.lethal, strict=True) if lethal
        ]


def test_souls_lost_name_the_samples_they_lie_between() -> None:
    match = read(kills=((200, 7, 1, 8), (300, 7, 1, 8), (599, 7, 1, 8)))
    first, second, last = (one.after.souls for one in told(match).deaths)
    assert first is not None
    assert first == second
    assert (first.from_s, first.to_s, first.deaths) == (180, 360, 2)
    assert last is not None
    assert (last.from_s, last.to_s, last.deaths) == (540, 600, 1)


@pytest.mark.parametrize("lanes", [3, 4])
def test_many_places_are_called_as_each_alone(lanes: int) -> None:
    across = [x for x in range(-10_700, 10_701, 714) for _ in range(31)]
    along = [y for _ in range(-10_700, 10_701, 714) for y in range(-10_700, 10_701, 713)]
    spots = spots_at(across, along, lanes=lanes)
    for x, y, spot in zip(across, along, spots, strict=True):
        for side in ("a", "b"):
            assert spot.seen_by(side) == region_at(x, y, side=side, lanes=lanes)


@pytest.mark.parametrize(
    ("x", "y", "said"),
    [
        (0, 9_000, "The Archmother’s base"),
        (-7_600, 0, "yellow lane, middle"),
        (-8_000, -1_500, "yellow lane, Hidden King’s half"),
        (-4_000, 0, "between yellow and blue"),
        (10_500, 0, "beyond green"),
    ],
)
def test_a_place_has_a_name_for_everybody(x: int, y: int, said: str) -> None:
    assert spots_at([x], [y])[0].said == said


@QUIET
@given(stories())
def test_a_mirrored_match_has_the_same_deaths_told(story: dict[str, Any]) -> None:
    match = read(**story)
    plain, turned = told(match), told(mirrored(match))
    assert turned.recaps == plain.recaps
    for one, other in zip(plain.deaths, turned.deaths, strict=True):
        assert {one.around.side, other.around.side} == {"a", "b"}
        assert replace(other.around, side=one.around.side) == one.around
        assert other.after == one.after
