"""A player at a moment: the last snapshot taken by then."""

from bisect import bisect_right

from webapp.deadlock.domain.records import Player, Snapshot


def snapshot_at(player: Player, at_s: int) -> Snapshot | None:
    """Give the last snapshot at or before a game second, None before the first."""
    number = bisect_right(player.snapshots, at_s, key=lambda one: one.at_s)
    return player.snapshots[number - 1] if number else None


def worth_at(player: Player, at_s: int) -> int:
    """Give net worth by the last snapshot, 0 before the first."""
    found = snapshot_at(player, at_s)
    return found.net_worth if found else 0
