"""Where buildings stand: Guardians, Walkers, the base, with those a match does not mention."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from webapp.deadlock.domain import lanes as measured
from webapp.deadlock.domain.lanes import RADIUS, lanes_of, x_at
from webapp.deadlock.domain.paths_header import PathObjective
from webapp.deadlock.domain.records import Objective

_LAST: Final = "Weakened Patron"
_ON_LANES: Final = ("Guardian", "Walker", "Base Guardians")
_OUTER: Final = {
    "Guardian": measured.GUARDIAN_DEPTH,
    "Walker": measured.WALKER_DEPTH,
    "Base Guardians": measured.BASE_GUARDIAN_DEPTH,
}
_INNER: Final = {
    "Guardian": measured.GUARDIAN_DEPTH,
    "Walker": measured.INNER_WALKER_DEPTH,
    "Base Guardians": measured.INNER_BASE_GUARDIAN_DEPTH,
}


@lru_cache(maxsize=512)
def place_of(
    kind: str, side: str, lane: str | None, *, lanes: int = 3, order: int = 0
) -> tuple[int, int]:
    """Say where an objective stands; The Archmother ("b") is north. Unknown kinds: the centre.

    `order` tells a side's two Shrines apart, which have no lane.
    """
    sign = 1 if side == "b" else -1
    if kind == "Shrine":
        across, depth = measured.SHRINE
        return (across if order % 2 else -across) * sign, depth * sign
    if kind == "Patron":
        return 0, measured.PATRON_DEPTH * sign
    if kind == "Weakened Patron":
        return 0, measured.WEAKENED_PATRON_DEPTH * sign
    course = next((line for line in lanes_of(lanes or 3) if line.name == lane), None)
    inner = course is None or abs(x_at(course, 0)) < RADIUS / 2
    depth = (_INNER if inner else _OUTER).get(kind, 0)
    return (x_at(course, depth * sign) if course and depth else 0), depth * sign


def down_by(one: Objective, found: Iterable[Objective]) -> int | None:
    """Say by when a building was down, None while it stands: its fall, as a match tells it.

    Some tell none of a Patron: it was down when its weakened form, found with it, was first hurt.
    """
    if one.fell_at_s is not None or one.kind != "Patron":
        return one.fell_at_s
    weakened = ((w.side, w.kind, w.first_damage_at_s or w.fell_at_s) for w in found)
    return next((at for side, kind, at in weakened if (side, kind) == (one.side, _LAST)), None)


def placed(found: Sequence[PathObjective], *, lanes: int = 3) -> list[PathObjective]:
    """Give every building its place; those a match does not mention stand.

    Without lanes the map is not the usual one: only what a match mentions is told.
    """
    rest, made, shrines = list(found), [], 0
    mentioned = [(one.side, one.kind, one.lane) for one in found]
    for key in _every_building(lanes) if lanes else mentioned:
        side, kind, lane = key
        known = next((one for one in rest if (one.side, one.kind, one.lane) == key), None)
        if known:
            rest.remove(known)
        x, y = place_of(kind, side, lane, lanes=lanes, order=shrines)
        shrines += kind == "Shrine"
        one = known or PathObjective(side=side, kind=kind, lane=lane)
        made.append(msgspec.structs.replace(one, x=x, y=y))
    return made + rest


def _every_building(lanes: int) -> Iterator[tuple[str, str, str | None]]:
    for side in ("a", "b"):
        for kind in _ON_LANES:
            yield from ((side, kind, lane.name) for lane in lanes_of(lanes))
        for kind in ("Shrine", "Shrine", "Patron", "Weakened Patron"):
            yield side, kind, None
