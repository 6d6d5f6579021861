"""Which building fell when, and by whom.

New responses name the building; old ones say only that a side took a tower. There the players'
own lists of what they killed name it, as far as only one building fits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from webapp.dota2.domain.analysis.whose import side_of, side_of_slot, slots_by_unit
from webapp.dota2.domain.buildings import Named, barracks_at, named
from webapp.dota2.domain.records import Match, Objective

Key = tuple[str, str, int | None, str | None]
"""Side, kind, tier and lane: what names a building, but for the two beside an Ancient."""


class Fall(msgspec.Struct, frozen=True):
    """A building fell: `key` is None where the response does not say which."""

    at_s: int
    key: Key | None
    side: str | None
    by: int | None
    by_unit: str | None
    denied: bool


def falls_of(match: Match, objectives: Sequence[Objective]) -> list[Fall]:
    """Give every fall by time, in either dialect."""
    slots = slots_by_unit(match)
    told = _towers_told(match, objectives)
    found = [_fall(one, slots, told.get(place)) for place, one in enumerate(objectives)]
    return [one for one in found if one is not None]


def _fall(one: Objective, slots: Mapping[str, int], told: Key | None) -> Fall | None:
    if one.kind == "building":
        building = named(one.unit or "")
        if building is None:
            return None
        by = slots.get(one.by_unit or "", one.slot)
        doer = side_of_slot(by) if by is not None else side_of(one.by_unit, slots)
        return Fall(
            one.at_s, key_of(building), one.side, by, one.by_unit, denied=doer == building.side
        )
    if one.kind == "barracks":
        barracks = barracks_at(one.bit or 0)
        key: Key | None = (barracks[0], barracks[1], None, barracks[2]) if barracks else None
        return Fall(one.at_s, key, one.side, one.slot, None, denied=False) if key else None
    if one.kind in {"tower", "tower_denied"}:
        return Fall(one.at_s, told, one.side, one.slot, None, denied=one.kind == "tower_denied")
    return None


def killers_of(match: Match) -> dict[Key, int]:
    """Give the slot that had the last hit on a building, by the players' own lists.

    The two towers beside an Ancient share a name and are left out.
    """
    return {
        key_of(building): player.slot
        for player in match.players
        for unit in player.sums.killed or ()
        if (building := named(unit)) is not None and (building.lane or building.kind == "ancient")
    }


def key_of(building: Named) -> Key:
    """Name a building as falls do."""
    return building.side, building.kind, building.tier, building.lane


def _towers_told(match: Match, objectives: Sequence[Objective]) -> dict[int, Key]:
    """Name towers of the old dialect, by place in the list: whose list of kills fits one by one.

    A player's towers are told when there are as many as the events that name him, and they
    stand in one lane (then the outermost fell first) or there is only one.
    """
    events: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(objectives):
        if one.kind in {"tower", "tower_denied"} and one.slot is not None:
            events[one.slot].append(place)
    found: dict[int, Key] = {}
    for player in match.players:
        towers = list(_towers_in(player.sums.killed or {}))
        places = events.get(player.slot, [])
        if len(towers) == len(places) and len({(key[0], key[3]) for key in towers}) == 1:
            found |= dict(zip(places, sorted(towers, key=lambda key: key[2] or 0), strict=True))
    return found


def _towers_in(killed: Mapping[str, int]) -> Iterator[Key]:
    for unit, count in killed.items():
        building = named(unit)
        if building is not None and building.kind == "tower":
            yield from [key_of(building)] * min(count, 2)
