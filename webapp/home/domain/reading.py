"""A reading of a text, and what a number may be in the games we know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["match", "player", "vanity", "contract"]
RoomName = Literal["deadlock", "dota2", "lol", "eve"]

# A 64-bit Steam id of an individual is this plus the 32-bit account id (Valve's SteamID layout).
STEAM_BASE = 76_561_197_960_265_728
MOST_ACCOUNT = 2**32 - 1
# Deadlock counts its matches in tens of millions, Dota 2 since 2011 up to about nine billion.
MOST_DEADLOCK_MATCH = 999_999_999
LEAST_DOTA_MATCH, MOST_DOTA_MATCH = 1_000_000, 2**34


@dataclass(frozen=True, slots=True)
class Seen:
    """One reading of a text: which room it belongs to, what it is there, and its key."""

    room: RoomName
    kind: Kind
    key: str


def numbers(value: int) -> tuple[Seen, ...]:
    """Give what a number may be: a match of either Valve game, or an account."""
    if STEAM_BASE < value <= STEAM_BASE + MOST_ACCOUNT:
        return account(value - STEAM_BASE)
    readings: list[Seen] = []
    if 0 < value <= MOST_DEADLOCK_MATCH:
        readings.append(Seen("deadlock", "match", str(value)))
    if LEAST_DOTA_MATCH <= value <= MOST_DOTA_MATCH:
        readings.append(Seen("dota2", "match", str(value)))
    return (*readings, *account(value))


def account(value: int) -> tuple[Seen, ...]:
    """Give a 32-bit Steam account's pages in both Valve games."""
    if not 0 < value <= MOST_ACCOUNT:
        return ()
    return (Seen("deadlock", "player", str(value)), Seen("dota2", "player", str(value)))
