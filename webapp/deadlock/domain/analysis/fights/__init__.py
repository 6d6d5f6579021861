"""Fights: who fought together, where, for how long, who fell, and what came after.

A fight has at least LEAST_HEROES heroes, of both sides; what is smaller is a duel, and a death in
one lies outside of every fight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from webapp.deadlock.domain.analysis.alive import alive_before
from webapp.deadlock.domain.analysis.events import Events, Kill
from webapp.deadlock.domain.analysis.fights.bouts import LEAST_HEROES, Bouts, bouts_at, bouts_of
from webapp.deadlock.domain.analysis.fights.fighting import fighting_of
from webapp.deadlock.domain.analysis.fights.souls import kill_souls_of
from webapp.deadlock.domain.analysis.fights.tally import tally_of
from webapp.deadlock.domain.analysis.fights.telling import Outline, Told, fight_of, outline_of
from webapp.deadlock.domain.analysis.fights.told import Fight, Fights, FightSide, KillSouls
from webapp.deadlock.domain.places import spots_at
from webapp.deadlock.domain.records import Match, Paths


def fights_of(match: Match, events: Events) -> Fights:
    """Find every fight of a match."""
    known_by, fighting = fighting_of(match, events.kills)
    souls = kill_souls_of(match, events.kills)
    if match.paths is None or not known_by:
        return Fights(known_by, (), tuple(range(len(events.kills))), souls)
    bouts = bouts_of(match.paths, fighting, events.kills)
    sides = {player.slot: player.side for player in match.players}
    told = Told(
        events=events,
        bouts=bouts,
        tally=tally_of(match, match.paths, fighting, bouts),
        slot=match.paths.slots,
        side=tuple(sides[slot] for slot in match.paths.slots),
        side_of=sides,
        falls_s=tuple(fall.at_s for fall in events.objectives),
    )
    deaths = _deaths(match.paths, bouts, events.kills)
    found = [outline_of(told, members, deaths.get(one, ())) for one, members in _large(told)]
    fights = _told(match, told, found)
    inside = {number for fight in fights for number in fight.deaths}
    outside = tuple(one for one in range(len(events.kills)) if one not in inside)
    return Fights(known_by, fights, outside, souls)


def _large(told: Told) -> list[tuple[int, list[int]]]:
    """Give the groups of bouts that make a fight."""
    groups: dict[int, list[int]] = defaultdict(list)
    for number, group in enumerate(told.bouts.group):
        groups[group].append(number)
    found = []
    for group, members in groups.items():
        rows = {told.bouts.row[one] for one in members}
        if len(rows) >= LEAST_HEROES and len({told.side[row] for row in rows}) > 1:
            found.append((group, members))
    return found


def _deaths(paths: Paths, bouts: Bouts, kills: Sequence[Kill]) -> dict[int, list[int]]:
    """Put each death to the group its victim was fighting in."""
    victims = [kill.victim for kill in kills]
    times = [kill.at_s for kill in kills]
    found: dict[int, list[int]] = defaultdict(list)
    for number, bout in enumerate(bouts_at(bouts.at, paths.slots, victims, times)):
        if bout >= 0:
            found[bouts.group[bout]].append(number)
    return found


def _told(match: Match, told: Told, found: Sequence[Outline]) -> tuple[Fight, ...]:
    """Tell fights in order, with what is worked out for all of them at once."""
    order = sorted(found, key=lambda one: (one.start_s, one.end_s, one.members))
    places = spots_at([one.x for one in order], [one.y for one in order], lanes=match.lanes)
    alive = alive_before(match, [one.start_s for one in order])
    return tuple(
        fight_of(told, spot + 1, one, places[spot].said, alive[spot])
        for spot, one in enumerate(order)
    )


__all__ = ["Fight", "FightSide", "Fights", "KillSouls", "fights_of"]
