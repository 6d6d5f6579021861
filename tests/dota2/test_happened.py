"""Fights, wards, buildings, places and sentences worked out from small invented matches."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.changed import replace
from tests.dota2.kept import PARSED, body_of
from webapp.dota2.domain.analysis.builds import builds_of
from webapp.dota2.domain.analysis.combat import kind_of
from webapp.dota2.domain.analysis.fights import COOL_DOWN_S, LEAST_DEATHS, windows_of
from webapp.dota2.domain.analysis.objectives import objectives_of
from webapp.dota2.domain.analysis.vision import vision_of
from webapp.dota2.domain.buildings import BARRACKS, SITES, TOWERS, barracks_at, name_of, named
from webapp.dota2.domain.parse import parse_match
from webapp.dota2.domain.records import Match, Objective, Purchase, Ward
from webapp.dota2.domain.units import slots_by_unit
from webapp.dota2.domain.wheel import wheel_words

ROSHAN = Objective(1000, "roshan", side="a")


@cache
def match() -> Match:
    return parse_match(body_of(PARSED))


def changed(**fields: Any) -> Match:
    return replace(match(), **fields)


def with_logs(slot: int, **logs: Any) -> Match:
    players = list(match().players)
    players[slot] = replace(players[slot], logs=replace(players[slot].logs, **logs))
    return changed(players=tuple(players))


@given(st.lists(st.integers(-90, 4000), max_size=80))
def test_a_fight_has_three_deaths_no_gap_and_no_death_twice(deaths: list[int]) -> None:
    found = windows_of(deaths)
    for one in found:
        inside = sorted(at_s for at_s in deaths if one.first_death_s <= at_s <= one.last_death_s)
        assert one.deaths == len(inside) >= LEAST_DEATHS
        gaps = [after - before for before, after in pairwise(inside)]
        assert max(gaps) < COOL_DOWN_S
        around = [at_s for at_s in deaths if one.start_s < at_s < one.end_s]
        assert len(around) == len(inside)
    for one, other in pairwise(found):
        assert one.last_death_s + COOL_DOWN_S <= other.first_death_s


@given(st.lists(st.integers(0, 4000), max_size=60), st.integers(-500, 500))
def test_fights_do_not_depend_on_when_the_clock_started(deaths: list[int], later: int) -> None:
    moved = windows_of(at_s + later for at_s in deaths)
    assert [one.start_s - later for one in moved] == [one.start_s for one in windows_of(deaths)]


def test_every_side_has_eighteen_buildings_mirrored_and_named() -> None:
    for side in ("a", "b"):
        own = [one for one in SITES if one.side == side]
        towers = {one.bit for one in own if one.kind == "tower"}
        rax = {one.bit for one in own if one.kind in {"melee", "ranged"}}
        assert (towers, rax) == (set(range(TOWERS)), set(range(BARRACKS)))
        assert len(own) == 18
    assert name_of("tower", 1, "top") == "top tier 1 tower"
    assert name_of("ranged", None, "mid") == "mid ranged barracks"


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("npc_dota_badguys_tower1_mid", ("b", "tower", 1, "mid")),
        ("npc_dota_goodguys_tower4", ("a", "tower", 4, None)),
        ("npc_dota_badguys_range_rax_bot", ("b", "ranged", None, "bot")),
        ("npc_dota_goodguys_fort", ("a", "ancient", None, None)),
        ("npc_dota_goodguys_healers", ("a", "shrine", None, None)),
    ],
)
def test_an_engine_name_tells_the_building(unit: str, told: tuple[Any, ...]) -> None:
    found = named(unit)
    assert found is not None
    assert (found.side, found.kind, found.tier, found.lane) == told


@pytest.mark.parametrize("unit", ["", "npc_dota_badguys_fillers", "npc_dota_hero_axe", "tower1"])
def test_what_is_no_building_tells_none(unit: str) -> None:
    assert named(unit) is None


def test_barracks_of_the_old_dialect_run_from_dires_bottom_to_radiants_top() -> None:
    assert barracks_at(1) == ("b", "melee", "bot")
    assert barracks_at(32) == ("b", "ranged", "top")
    assert barracks_at(2048) == ("a", "ranged", "top")
    assert {barracks_at(bad) for bad in (0, 3, 4096, -2)} == {None}


def test_an_aegis_belongs_to_the_roshan_before_it_and_the_first_word_counts() -> None:
    told = objectives_of(
        changed(
            objectives=(
                ROSHAN,
                Objective(1003, "aegis_stolen", slot=7, side="b"),
                Objective(1004, "aegis", slot=2, side="a"),
                replace(ROSHAN, at_s=1700),
            )
        )
    )
    first, second = told.roshans or ()
    assert (first.aegis, first.holder, first.number) == ("stolen", 7, 1)
    assert (second.aegis, second.holder, second.number) == ("", None, 2)


def test_a_building_brought_down_by_its_own_side_is_denied() -> None:
    unit = match().players[0].unit
    falls = (Objective(600, "building", unit="npc_dota_goodguys_tower1_bot", by_unit=unit),)
    told = objectives_of(changed(objectives=falls))
    tower = next(one for one in told.buildings if one.fell_at_s == 600)
    assert (tower.denied, tower.by, tower.lane) == (True, 0, "bot")


def test_without_a_list_of_objectives_only_what_stood_is_known() -> None:
    told = objectives_of(changed(objectives=None, towers_a=0b11111111110, barracks_b=None))
    assert told.roshans is told.couriers is None
    stood = {(one.kind, one.bit): one.side for one in SITES if one.side == "a"}
    assert stood[("tower", 0)] == "a"
    own = [one for one in told.buildings if one.side == "a" and one.kind == "tower"]
    assert [one.stood for one in own].count(False) == 1
    assert own[0].stood is False
    assert own[0].fell_at_s is None
    assert {one.stood for one in told.buildings if (one.side, one.kind) == ("b", "melee")} == {None}


@pytest.mark.parametrize(
    ("left", "ended", "lived"),
    [
        (Ward(460, 100, 100, handle=5), "ran out", 360),
        (Ward(200, 100, 100, handle=5), "dewarded", 100),
        (Ward(460, 100, 100, handle=5, attacker="npc_dota_badguys_tower1_mid"), "dewarded", 360),
        (Ward(460, 100, 100, handle=6), "match end", None),
    ],
)
def test_a_ward_ends_by_the_hand_that_ended_it(left: Ward, ended: str, lived: int | None) -> None:
    placed = (Ward(100, 100, 100, handle=5),)
    other = with_logs(0, observers=placed, observers_left=(left,), sentries=())
    ward = next(one for one in vision_of(other).wards or () if one.slot == 0)
    assert (ward.ended, ward.lived_s) == (ended, lived)
    assert ward.until_s == (match().duration_s if lived is None else left.at_s)


def test_a_ward_placed_before_there_was_a_match_has_no_second() -> None:
    placed = (Ward(-817, 100, 100, handle=5),)
    other = with_logs(0, observers=placed, observers_left=(Ward(303, 100, 100, handle=5),))
    ward = next(one for one in vision_of(other).wards or () if one.slot == 0)
    assert (ward.placed_s, ward.left_s, ward.lived_s) == (None, 303, None)


def test_a_hero_newer_than_our_list_is_the_one_left_over() -> None:
    players = list(match().players)
    known = slots_by_unit(match())
    players[3] = replace(players[3], hero_id=9_999)
    assert slots_by_unit(changed(players=tuple(players))) == known


def test_kinds_of_units_are_told_by_their_names() -> None:
    told = {
        "illusion_npc_dota_hero_axe": "illusions",
        "npc_dota_badguys_tower1_mid": "buildings",
        "npc_dota_creep_goodguys_melee": "lane creeps",
        "npc_dota_neutral_kobold": "neutral creeps",
        "npc_dota_roshan": "Roshan",
        "npc_dota_observer_wards": "wards",
        "npc_dota_something_new": "summons and others",
    }
    assert {unit: kind_of(unit) for unit in told} == told


def test_the_wheel_says_words_or_its_number() -> None:
    assert wheel_words("7") == "Well played!"
    assert wheel_words("142778") == "chat wheel 142778"


def test_recipes_are_no_purchases_and_each_stands_beside_what_was_earned() -> None:
    bought = ("recipe_armlet", "ward_dispenser", "blink", "tango")
    log = tuple(Purchase(60 * number + 59, item) for number, item in enumerate(bought, start=9))
    own = builds_of(with_logs(2, purchases=log)).players[2].purchases
    minutes = match().players[2].minutes
    assert own is not None
    assert minutes is not None
    assert minutes.gold is not None
    assert own.item == ("blink", "tango")
    assert own.earned == tuple(minutes.gold[minutes.at_s.index(60 * one)] for one in (11, 12))
