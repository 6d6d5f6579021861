"""What was known at each frame of a match: what had happened by then, and nothing later.

A frame is the state at its own millisecond, so an event counts from the first frame at or after
it. A monster killed at 10:30 is in the frame of 11:00 and not in that of 10:00.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from webapp.lol.domain import modes
from webapp.lol.domain.analysis.events import OTHER, Events, events_of, sides_of
from webapp.lol.domain.records import Match, Timeline

BARON_S: Final = 180
ELDER_S: Final = 150
INHIBITOR_S: Final = 300
"""How long Baron's and the elder's strength last and how long an inhibitor stays down, by the
game's own rules."""
TEAM: Final = 5


class Known(msgspec.Struct, frozen=True):
    """Columns of one length, an entry for each frame, for both sides.

    `gold` and `xp` are everything earned; `towers`, `drakes`, `kills` are taken so far; `souls` is
    1 with a dragon soul; `elders` and `barons` count those whose strength still lasts, and
    `inhibitors` the enemy's that are down.
    """

    at_ms: tuple[int, ...]
    gold_a: tuple[int, ...]
    gold_b: tuple[int, ...]
    xp_a: tuple[int, ...]
    xp_b: tuple[int, ...]
    towers_a: tuple[int, ...]
    towers_b: tuple[int, ...]
    drakes_a: tuple[int, ...]
    drakes_b: tuple[int, ...]
    souls_a: tuple[int, ...]
    souls_b: tuple[int, ...]
    elders_a: tuple[int, ...]
    elders_b: tuple[int, ...]
    barons_a: tuple[int, ...]
    barons_b: tuple[int, ...]
    inhibitors_a: tuple[int, ...]
    inhibitors_b: tuple[int, ...]
    kills_a: tuple[int, ...]
    kills_b: tuple[int, ...]


COLUMNS: Final = Known.__struct_fields__
NOTHING: Final = Known(*((),) * len(COLUMNS))


def known_of(match: Match) -> Known:
    """Give what was known at each frame; nothing where the match is no five against five."""
    told = match.timeline
    sides = list(sides_of(match).values())
    rift = match.mode == modes.RIFT and sides.count("a") == sides.count("b") == TEAM
    if told is None or not told.has_events or not rift:
        return NOTHING
    events = events_of(match)
    at_ms = [int(one) for one in told.frames.at_ms]
    columns: dict[str, tuple[int, ...]] = {"at_ms": tuple(at_ms)}
    for side in OTHER:
        columns |= _earned(match, told, side)
        columns |= _taken(told, events, side, at_ms)
    return Known(**columns)


def _earned(match: Match, told: Timeline, side: str) -> dict[str, tuple[int, ...]]:
    sides, frames = sides_of(match), told.frames
    rows = [frames.row(slot) for slot, own in sides.items() if own == side]
    found = [row for row in rows if row is not None]
    return {
        f"gold_{side}": tuple(frames.total_gold[found].sum(axis=0).tolist()),
        f"xp_{side}": tuple(frames.xp[found].sum(axis=0).tolist()),
    }


def _taken(
    told: Timeline, events: Events, side: str, at_ms: list[int]
) -> dict[str, tuple[int, ...]]:
    """Count what a side had at each frame; a lasting strength counts from its taking."""
    monsters = [one for one in told.monsters if one.side == side]
    lost = [one for one in told.buildings if one.side == OTHER[side]]
    elders = [one.at_ms for one in monsters if one.element == "elder"]
    drakes = [one.at_ms for one in monsters if one.kind == "dragon" and one.element != "elder"]
    barons = [one.at_ms for one in monsters if one.kind == "baron"]
    down = [one.at_ms for one in lost if one.kind == "inhibitor"]
    towers = [one.at_ms for one in lost if one.kind == "turret"]
    souls = [one.at_ms for one in told.souls if one.side == side]
    kills = [
        found.at_ms for found, one in zip(told.kills, events.kills, strict=True) if one.side == side
    ]
    return {
        f"towers_{side}": _so_far(towers, at_ms),
        f"drakes_{side}": _so_far(drakes, at_ms),
        f"souls_{side}": _so_far(souls[:1], at_ms),
        f"elders_{side}": _lasting(elders, at_ms, ELDER_S),
        f"barons_{side}": _lasting(barons, at_ms, BARON_S),
        f"inhibitors_{side}": _lasting(down, at_ms, INHIBITOR_S),
        f"kills_{side}": _so_far(kills, at_ms),
    }


def _so_far(times: Iterable[int], frames: Iterable[int]) -> tuple[int, ...]:
    found = list(times)
    return tuple(sum(one <= at_ms for one in found) for at_ms in frames)


def _lasting(times: Iterable[int], frames: Iterable[int], seconds: int) -> tuple[int, ...]:
    found = list(times)
    return tuple(sum(one <= at_ms < one + seconds * 1_000 for one in found) for at_ms in frames)
