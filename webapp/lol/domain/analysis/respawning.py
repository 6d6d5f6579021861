"""How long a death lasts on the Rift, by level and minute.

Timelines hold no timer. The table is that of the League of Legends Wiki, "Death": a base by level
(the early ones longer since season 2025), times a factor that grows from 15:00 on. Added up it
gives the body's own seconds of being dead, to the second for most players.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Final

from webapp.lol.domain.records import Match

_LATER_S: Final = (32.5, 35, 37.5, 40, 42.5, 45, 47.5, 50, 52.5)
_BASE_S: Final = (10, 10, 12, 12, 14, 16, 20, 25, 28, *_LATER_S)
_OLDER_S: Final = (6, 6, 8, 8, 10, 12, 16, 21, 26, *_LATER_S)
_LONGER_SINCE: Final = 15
"""The first part of the version from which the early deaths last longer."""
_STEPS: Final = ((15, 0.00425), (30, 0.003), (45, 0.0145))
_MOST: Final = 0.5


def death_s(level: int, at_s: int, version: str) -> float:
    """Give for how long a death at a second keeps somebody of a level away."""
    season = version.partition(".")[0]
    table = _BASE_S if season.isdigit() and int(season) >= _LONGER_SINCE else _OLDER_S
    base = table[min(max(level, 1), len(table)) - 1]
    minutes, factor = at_s / 60, 0.0
    for number, (start, rate) in enumerate(_STEPS):
        end = _STEPS[number + 1][0] if number + 1 < len(_STEPS) else minutes
        factor += max(0, ceil(2 * (min(minutes, end) - start))) * rate
    return base * (1 + min(factor, _MOST))


def alive_at(match: Match, at_s: int) -> Mapping[str, int]:
    """Give how many of each side were alive just before a second."""
    alive = {side: sum(one.side == side for one in match.players) for side in "ab"}
    for slot, side in ((one.slot, one.side) for one in match.players if one.side):
        if any(start < at_s < end for start, end in away_of(match, slot)):
            alive[side] -= 1
    return alive


def away_of(match: Match, slot: int) -> tuple[tuple[int, float], ...]:
    """Give each stretch a player was dead: from a death to the next life, whatever the end."""
    if match.timeline is None:
        return ()
    return tuple(
        (at_s, at_s + death_s(level_at(match, slot, at_s), at_s, match.version))
        for at_s in (kill.at_s for kill in match.timeline.kills if kill.victim == slot)
    )


def level_at(match: Match, slot: int, at_s: int) -> int:
    """Give the level a player had reached by a second, 1 before the first rise."""
    ups = match.timeline.levels if match.timeline else ()
    return max((one.level for one in ups if one.slot == slot and one.at_s <= at_s), default=1)
