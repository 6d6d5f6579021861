"""In which order Captains Mode picks and bans, as data by the time it was played.

Each is a line of turns: F is the side that went first, S the other; blocks of bans and picks take
turns, bans first. An order is known from real matches of its time, named beside it. Between two
known orders the day of change is not claimed: a match is compared with the nearest one before,
and one that does not follow it is out of order only within the time that order is known of.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

CAPTAINS_MODE: Final = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: whether it picks, and whether it is the first side's; `phase` counts from 1."""

    is_pick: bool
    first: bool
    phase: int


@dataclass(frozen=True, slots=True)
class DraftOrder:
    """An order, and from when to when matches are known to have used it; no `until` is to now."""

    name: str
    since: datetime
    until: datetime | None
    turns: tuple[Turn, ...]

    def is_known_of(self, moment: datetime) -> bool:
        """Say whether this is known to have been the order at a moment, not only before it."""
        return self.since <= moment and (self.until is None or moment < self.until)


def _order(name: str, since: datetime, until: datetime | None, blocks: str) -> DraftOrder:
    turns = tuple(
        Turn(is_pick=place % 2 == 1, first=one == "F", phase=place // 2 + 1)
        for place, block in enumerate(blocks.split())
        for one in block
    )
    return DraftOrder(name, since, until, turns)


ORDERS: Final = (
    _order(
        "2017",
        datetime(2017, 6, 1, tzinfo=UTC),
        datetime(2017, 7, 1, tzinfo=UTC),
        "FSFS FSSF SFSF SFSF SF FS",
    ),
    _order(
        "2018 to 2019",
        datetime(2018, 11, 27, tzinfo=UTC),
        datetime(2019, 2, 1, tzinfo=UTC),
        "FSFSFS FSSF FSFS SFSF SF FS",
    ),
    _order(
        "since 2023",
        datetime(2023, 12, 1, tzinfo=UTC),
        None,
        "FSSFSSF FS FFS SFFSSF FSSF FS",
    ),
)
"""2017: matches of June 2017. 2018 to 2019: all 216 Captains Mode matches of a league between
November 2018 and January 2019. Since 2023: matches of December 2023, October 2024 and December
2025, all alike. Some tools have the first bans as FFSSFSS and the last as FSFS; no match does."""


def order_of(game_mode: int | None, played_at: datetime | None) -> DraftOrder | None:
    """Give the order Captains Mode had at that time; None for other modes and times before."""
    if game_mode != CAPTAINS_MODE or played_at is None:
        return None
    return next((one for one in reversed(ORDERS) if one.since <= played_at), None)
