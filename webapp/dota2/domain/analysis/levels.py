"""Which level experience makes, where the match itself shows that the table holds for it.

The table has changed many times; it is used for a match only when it gives every player's own
final level from their final experience.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from webapp.dota2.domain.records import Match

XP_OF_LEVEL: Final = (
    *(0, 240, 640, 1160, 1760, 2440, 3200, 4000, 4900, 5900),
    *(7000, 8200, 9500, 10900, 12400, 14000, 15700, 17500, 19400, 21400),
    *(23600, 26000, 28600, 31400, 34400, 38400, 43400, 49400, 56400, 63900),
)
"""Experience needed for levels 1 to 30 (dotaconstants, `xp_level`)."""
_MINUTE_S: Final = 60


def level_of(xp: int | None) -> int | None:
    """Give the level that this much experience makes."""
    return None if xp is None else max(1, bisect_right(XP_OF_LEVEL, xp))


def table_holds(match: Match) -> bool:
    """Say whether the table gives everybody's final level, to the rounding of XP a minute."""
    minutes = match.duration_s / _MINUTE_S
    return bool(match.players) and all(
        _explains(one.finals.level, one.finals.xp_per_minute, minutes) for one in match.players
    )


def _explains(level: int | None, xp_per_minute: int | None, minutes: float) -> bool:
    if level is None or xp_per_minute is None:
        return False
    least = level_of(int(xp_per_minute * minutes))
    most = level_of(int((xp_per_minute + 1) * minutes))
    return least is not None and most is not None and least <= level <= most
