"""Which building is which, and where it stands.

The response names only buildings that were hurt; the rest of the usual map is added, untouched,
where the match was played on it.
It does not say which Shrine is the western one: attackers tell, by where they stood as each fell.
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from webapp.deadlock.domain.analysis.near import near
from webapp.deadlock.domain.buildings import place_of, placed
from webapp.deadlock.domain.records import Match, Objective

_FAR_M: Final = 100.0


class Site(msgspec.Struct, frozen=True):
    """One building with its place in world units; `order` tells two alike apart."""

    building: Objective
    x: int
    y: int
    order: int


def sites_of(match: Match) -> tuple[Site, ...]:
    """Give every building its place, side a first, from the outermost in."""
    lanes, rest = match.lanes, list(match.objectives)
    found: list[Site] = []
    for side in ("a", "b"):
        mine: list[Objective] = []
        if lanes:
            keys = [(one.kind, one.lane) for one in placed([], lanes=lanes) if one.side == side]
            mine = [_taken(rest, side, kind, lane) for kind, lane in keys]
        mine += [one for one in rest if one.side == side]
        found += [_site(one, mine[:spot], lanes) for spot, one in enumerate(mine)]
    return _shrines_told(match, found)


def _taken(rest: list[Objective], side: str, kind: str, lane: str | None) -> Objective:
    """Take the building out of what the response tells; one it does not mention is untouched."""
    for one in rest:
        if (one.side, one.kind, one.lane) == (side, kind, lane):
            rest.remove(one)
            return one
    return Objective(
        side=side,
        kind=kind,
        lane=lane,
        fell_at_s=None,
        first_damage_at_s=None,
        player_damage=0,
        spirit_damage=None,
        trooper_damage=0,
    )


def _site(one: Objective, before: Sequence[Objective], lanes: int) -> Site:
    order = sum((other.kind, other.lane) == (one.kind, one.lane) for other in before)
    x, y = place_of(one.kind, one.side, one.lane, lanes=lanes, order=order)
    return Site(one, x, y, order)


def _shrines_told(match: Match, sites: Sequence[Site]) -> tuple[Site, ...]:
    """Swap the places of a side's two Shrines where attackers stood nearer to the other."""
    found = list(sites)
    for side in ("a", "b"):
        pair = [
            spot
            for spot, one in enumerate(found)
            if (one.building.side, one.building.kind) == (side, "Shrine")
        ]
        if len(pair) == 2 and _crossed(match, *(found[spot] for spot in pair)):  # noqa: PLR2004 - two Shrines
            one, other = (found[spot] for spot in pair)
            found[pair[0]] = Site(one.building, other.x, other.y, other.order)
            found[pair[1]] = Site(other.building, one.x, one.y, one.order)
    return tuple(found)


def _crossed(match: Match, one: Site, other: Site) -> bool:
    as_is = _away(match, ((one, one), (other, other)))
    return _away(match, ((one, other), (other, one))) < as_is


def _away(match: Match, pairs: Sequence[tuple[Site, Site]]) -> float:
    """Add up how far the nearest attacker stood from a place as each Shrine fell, in metres."""
    fallen = [
        (shrine, shrine.building.fell_at_s, at)
        for shrine, at in pairs
        if shrine.building.fell_at_s is not None
    ]
    seconds, places = [at_s for _, at_s, _ in fallen], [at for _, _, at in fallen]
    around = near(match, seconds, [one.x for one in places], [one.y for one in places], _FAR_M)
    nearest = (
        min((one.distance_m for one in there if one.side != shrine.building.side), default=_FAR_M)
        for (shrine, _, _), there in zip(fallen, around, strict=True)
    )
    return sum(nearest) + _FAR_M * (len(pairs) - len(fallen))
