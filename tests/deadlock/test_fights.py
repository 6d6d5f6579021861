"""Fights: found from who fought near whom; every death in one at most; the same seen mirrored."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.changed import replace
from tests.deadlock.small_match import small_body
from tests.deadlock.test_analysis import ODD, QUIET, stories
from webapp.deadlock.domain.analysis.events import events_of, killed_by
from webapp.deadlock.domain.analysis.fights import Fight, Fights, fights_of
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records import Match, Paths, Place, Player
from webapp.deadlock.pages.fights.rows import outcome_of

Spell = tuple[int, int, int]
"""A slot fought from one second to another."""


def read(**options: Any) -> Match:
    return parse_metadata(small_body(**options))


def found(match: Match) -> Fights:
    return fights_of(match, events_of(match))


def fighting(match: Match, *spells: Spell) -> Match:
    """Have slots fight heroes at some seconds; all stand 12.7 m apart by slot."""
    assert match.paths is not None
    combat = np.zeros(match.paths.health.shape, np.uint8)
    for slot, first, last in spells:
        combat[match.paths.slots.index(slot), first : last + 1] = 1
    return replace(match, paths=replace(match.paths, combat=combat))


def span(fight: Fight) -> tuple[int, int]:
    return fight.start_s, fight.end_s


@st.composite
def brawls(draw: st.DrawFn) -> Match:
    """Draw a match in which some fought at some seconds and some died."""
    match = read(**draw(stories()))
    if match.paths is None:
        return match
    spell = st.tuples(
        st.integers(1, 12), st.integers(0, match.duration_s), st.integers(0, match.duration_s)
    )
    return fighting(match, *draw(st.lists(spell, max_size=12)))


@QUIET
@given(brawls())
def test_every_death_is_in_one_fight_or_outside_of_all(match: Match) -> None:
    events, fights = events_of(match), found(match)
    inside = [number for fight in fights.fights for number in fight.deaths]
    assert sorted([*inside, *fights.outside]) == list(range(len(events.kills)))
    sides = {one.slot: one.side for one in match.players}
    kills = sum(fight.a.kills + fight.b.kills for fight in fights.fights)
    assert kills == sum(killed_by(events.kills[one], sides) != "" for one in inside)


@QUIET
@given(brawls())
def test_every_fight_has_three_heroes_of_both_sides_and_holds_its_deaths(match: Match) -> None:
    kills, sides = events_of(match).kills, {one.slot: one.side for one in match.players}
    for number, fight in enumerate(found(match).fights, start=1):
        assert fight.number == number
        assert fight.start_s <= fight.end_s
        assert fight.a.fought
        assert fight.b.fought
        assert len(fight.a.fought) + len(fight.b.fought) >= 3
        assert {sides[slot] for slot in fight.a.fought} == {"a"}
        assert {sides[slot] for slot in fight.b.fought} == {"b"}
        fought = {*fight.a.fought, *fight.b.fought}
        for death in fight.deaths:
            assert fight.start_s <= kills[death].at_s <= fight.end_s
            assert kills[death].victim in fought
        seconds = [*fight.a.fought_s, *fight.b.fought_s]
        assert all(1 <= one <= fight.end_s - fight.start_s + 1 for one in seconds)


@QUIET
@given(brawls())
def test_a_mirrored_match_has_mirrored_fights(match: Match) -> None:
    plain, turned = found(match).fights, found(mirrored(match)).fights
    assert sorted(map(_seen, plain)) == sorted(_seen(_turned(fight)) for fight in turned)


def mirrored(match: Match) -> Match:
    """Swap the sides and turn the map by 180 degrees."""
    paths = match.paths
    return replace(
        match,
        players=tuple(_other(player) for player in match.players),
        objectives=tuple(replace(one, side=_swap(one.side)) for one in match.objectives),
        mid_bosses=tuple(
            replace(one, killed_by=_swap(one.killed_by), claimed_by=_swap(one.claimed_by))
            for one in match.mid_bosses
        ),
        paths=_turn(paths) if paths else None,
    )


def _other(player: Player) -> Player:
    deaths = tuple(
        replace(one, place=_away(one.place), killer_place=_away(one.killer_place))
        for one in player.deaths
    )
    return replace(player, side=_swap(player.side), team=1 - player.team, deaths=deaths)


def _away(place: Place | None) -> Place | None:
    return place and Place(-place.x, -place.y, place.z)


def _turn(paths: Paths) -> Paths:
    return replace(paths, x=-paths.x, y=-paths.y)


def _swap(side: str | None) -> Any:
    return {"a": "b", "b": "a"}.get(side or "", side)


def _turned(fight: Fight) -> Fight:
    """Turn what a mirrored fight says back."""
    return replace(fight, x=-fight.x, y=-fight.y, a=fight.b, b=fight.a, winner=_swap(fight.winner))


def _seen(fight: Fight) -> Any:
    sides = [
        (one.fought, one.fought_s, one.health_lost, one.alive, one.kills, one.took, one.mid_bosses)
        for one in (fight.a, fight.b)
    ]
    return span(fight), fight.x, fight.y, fight.deaths, fight.winner, repr(sides)


@pytest.mark.parametrize("options", ODD, ids=str)
def test_an_odd_match_has_fights_or_none(options: dict[str, Any]) -> None:
    match = read(**options)
    fights = found(match)
    assert bool(fights.known_by) == (match.paths is not None)
    assert fights.known_by or fights.fights == ()


def test_three_who_fight_near_each_other_are_a_fight_and_two_are_a_duel() -> None:
    match = fighting(
        read(kills=()), (6, 100, 110), (7, 104, 112), (8, 108, 118), (1, 50, 60), (12, 50, 60)
    )
    (fight,) = found(match).fights
    assert span(fight) == (100, 118)
    assert (fight.a.fought, fight.b.fought) == ((6,), (8, 7))
    assert (fight.a.fought_s, fight.b.fought_s) == ((11,), (11, 9))
    assert fight.winner == ""


def test_one_side_alone_is_no_fight() -> None:
    assert found(fighting(read(kills=()), (1, 9, 30), (2, 9, 30), (3, 9, 30))).fights == ()


def test_a_pause_ends_a_fight_and_a_breath_does_not() -> None:
    spells = [(slot, first, first + 9) for first in (100, 111, 123) for slot in (6, 7, 8)]
    assert [span(one) for one in found(fighting(read(kills=()), *spells)).fights] == [
        (100, 120),
        (123, 132),
    ]


def test_two_fights_at_once_in_two_places_are_two() -> None:
    match = fighting(read(kills=()), *[(slot, 100, 110) for slot in (1, 2, 3, 7, 10, 11, 12)])
    assert match.paths is not None
    match.paths.y[match.paths.slots.index(7)] = 0
    match.paths.y[match.paths.slots.index(3)] = 5_200
    fights = found(match).fights
    assert sorted(sorted({*one.a.fought, *one.b.fought}) for one in fights) == [
        [1, 2, 7],
        [3, 10, 11, 12],
    ]


def test_a_death_belongs_to_the_fight_its_victim_was_in() -> None:
    kills = ((112, 7, 6, 8), (116, 6, 8, 9), (300, 7, 1, 8))
    match = fighting(read(kills=kills), (6, 100, 110), (7, 100, 110), (8, 100, 113))
    fights = found(match)
    (fight,) = fights.fights
    assert (fight.deaths, fights.outside) == ((0, 1), (2,))
    assert (fight.a.kills, fight.b.kills, fight.winner) == (1, 1, "")
    assert span(fight) == (100, 116)


def test_who_dies_to_no_player_is_nobodys_kill() -> None:
    match = fighting(read(kills=((112, 0, 6, 8),)), (6, 100, 110), (7, 100, 110), (8, 100, 113))
    fights = found(match)
    (fight,) = fights.fights
    assert fight.deaths == (0,)
    assert (fight.a.kills, fight.b.kills, fight.winner) == (0, 0, "")
    assert outcome_of(fight) == "nobody killed anybody"
    assert {(one.kills_a, one.kills_b) for one in fights.souls} == {(0, 0)}


def test_a_kill_from_afar_brings_its_killer_into_the_fight() -> None:
    match = fighting(
        read(kills=((110, 12, 6, 8),)), (6, 100, 110), (7, 100, 110), (8, 100, 110), (12, 108, 111)
    )
    (fight,) = found(match).fights
    assert fight.b.fought == (7, 8, 12)
    assert (fight.b.kills, fight.winner) == (1, "b")


def test_health_lost_is_the_sum_of_its_falls() -> None:
    match = fighting(read(kills=()), (6, 200, 210), (7, 200, 210), (8, 200, 210))
    assert match.paths is not None
    match.paths.health[match.paths.slots.index(6), 199:206] = [100, 90, 95, 80, 80, 40, 100]
    players = tuple(
        replace(
            player,
            snapshots=tuple(
                one._replace(max_health=1_000 if player.slot == 6 else 0)
                for one in player.snapshots
            ),
        )
        for player in match.players
    )
    (fight,) = found(replace(match, players=players)).fights
    assert fight.a.health_lost == (650,)
    assert fight.b.health_lost == (None, None)


def test_what_fell_in_a_minute_after_is_the_takers() -> None:
    spells = [(slot, 230, 240) for slot in (6, 7, 8)]
    (fight,) = found(fighting(read(kills=()), *spells)).fights
    assert (fight.a.took, fight.b.took) == ((), (0,))
    (late,) = found(fighting(read(kills=()), *[(slot, 570, 580) for slot in (6, 7, 8)])).fights
    assert (late.a.mid_bosses, late.b.mid_bosses) == ((), (590,))


def test_an_old_match_is_read_from_its_deaths() -> None:
    fights = found(read(dialect="2024", kills=((200, 7, 6, 8), (205, 6, 8, 9))))
    assert fights.known_by == "deaths"
    (fight,) = fights.fights
    assert fight.deaths == (0, 1)
    assert fight.start_s == 190
    assert {6, 7, 8} <= {*fight.a.fought, *fight.b.fought}


def test_souls_for_kills_are_those_between_two_samples() -> None:
    souls = found(read()).souls
    assert [(one.from_s, one.to_s, one.kills_a, one.kills_b) for one in souls] == [
        (0, 180, 0, 0),
        (180, 360, 1, 1),
        (360, 540, 0, 0),
        (540, 600, 0, 1),
    ]
    assert (souls[0].souls_a, souls[1].souls_a) == (50 * 21, 0)
