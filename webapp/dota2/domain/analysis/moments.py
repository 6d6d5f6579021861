"""Every player's running totals at every minute, for tables at a moment.

Columns, not records: one number for each of `at_s`, None where the replay has none. Gold is all
gold earned so far; net worth is known of replays read here alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from webapp.dota2.domain.analysis.ending import within
from webapp.dota2.domain.analysis.levels import level_of, table_holds
from webapp.dota2.domain.records import Match, Player

Column = tuple[int | None, ...]


class PlayerMinutes(msgspec.Struct, frozen=True):
    """One player's columns; one that was not recorded is None.

    `level` is worked out from experience, and None where the table of levels does not give
    everybody's final level.
    """

    slot: int
    gold: Column | None
    xp: Column | None
    last_hits: Column | None
    denies: Column | None
    net_worth: Column | None
    level: Column | None


class Moments(msgspec.Struct, frozen=True):
    """Seconds, and the players by slot; both empty without a parsed replay."""

    at_s: tuple[int, ...]
    players: tuple[PlayerMinutes, ...]

    def at(self, slot: int, name: str, at_s: int) -> int | None:
        """Give a player's figure at the last minute up to a second."""
        index = self.index_at(at_s)
        player = next((one for one in self.players if one.slot == slot), None)
        column: Column | None = getattr(player, name, None)
        return column[index] if column is not None and index is not None else None

    def gained(self, slot: int, name: str, from_s: int | None, to_s: int) -> int | None:
        """Give what a figure grew by between two seconds, from the very start without `from_s`."""
        then = self.at(slot, name, to_s)
        if from_s is None or then is None:
            return then
        before = self.at(slot, name, from_s)
        return None if before is None else then - before

    def index_at(self, at_s: int) -> int | None:
        """Give the place of the last minute up to a second."""
        place = bisect_right(self.at_s, at_s)
        return place - 1 if place else None


def moments_of(match: Match) -> Moments:
    """Gather everybody's columns on one axis of time, up to the end of the match."""
    known = {one.slot: _minutes(match, one) for one in match.players}
    times = tuple(sorted({at_s for one in known.values() for at_s in one}))
    levels = table_holds(match)
    return Moments(
        times,
        tuple(
            _player(one, [known[one.slot].get(at_s) for at_s in times], levels=levels)
            for one in match.players
            if one.minutes
        ),
    )


def _minutes(match: Match, player: Player) -> dict[int, int]:
    """Give the place in a player's columns of each second inside the match."""
    given = player.minutes.at_s if player.minutes else ()
    return {
        at_s: place for place, one in enumerate(given) if (at_s := within(match, one)) is not None
    }


def _player(player: Player, places: Sequence[int | None], *, levels: bool) -> PlayerMinutes:
    xp = _aligned(player, "xp", places)
    return PlayerMinutes(
        slot=player.slot,
        gold=_aligned(player, "gold", places),
        xp=xp,
        last_hits=_aligned(player, "last_hits", places),
        denies=_aligned(player, "denies", places),
        net_worth=_aligned(player, "net_worth", places),
        level=tuple(map(level_of, xp)) if xp and levels else None,
    )


def _aligned(player: Player, name: str, places: Sequence[int | None]) -> Column | None:
    column: Column | None = getattr(player.minutes, name)
    if column is None:
        return None
    return tuple(None if place is None else column[place] for place in places)
