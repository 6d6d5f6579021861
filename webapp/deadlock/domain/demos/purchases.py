"""What changed hands at the shop and what was learnt, to the hundredth of a second.

Beside each change stands the second the metadata gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from webapp.deadlock.domain.demos.agreement import near_s

if TYPE_CHECKING:
    import polars as pl

    from webapp.deadlock.domain.records import Match

SOLD: Final = "sold"
RAISED: Final = "raised"
TOLD_TOO: Final = frozenset({"purchased", "upgraded", "leveled_up", SOLD, RAISED})
"""What the metadata has lines for."""
MOST_CHANGES: Final = 5000
"""A match has a few hundred; what comes after these is in the tables alone."""
LONGEST_WORD: Final = 20
_Key = tuple[int, int, bool]
_Row = tuple[int, float, int, str, int | None]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One change of one player's items or abilities, in the demo's own word for it.

    An ability that was "raised" has its `rank`. `told_s` is the second the metadata gives the
    same change, None where it tells none.
    """

    slot: int
    at_s: float
    item_id: int
    change: str
    rank: int | None
    told_s: int | None


def item_changes(tables: Mapping[str, pl.DataFrame], match: Match) -> tuple[ItemChange, ...]:
    """Give every change in the order it happened; each second of the metadata is taken once."""
    rows = sorted([*_bought(tables.get("items")), *_raised(tables.get("upgrades"))], key=_moment)
    told, near = _told(match), near_s(match)
    found = []
    for slot, at, item_id, change, rank in rows[:MOST_CHANGES]:
        seconds = told.get((slot, item_id, change == SOLD), [])
        told_s = _take(seconds, at, near) if change in TOLD_TOO else None
        found.append(ItemChange(slot, round(max(0.0, at), 2), item_id, change, rank, told_s))
    return tuple(found)


def _moment(row: _Row) -> float:
    return row[1]


def _bought(table: pl.DataFrame | None) -> Iterator[_Row]:
    columns = ("slot", "at_s", "item_id", "change")
    if table is not None:
        for slot, at, item_id, change in table.drop_nulls(columns).select(columns).rows():
            yield slot, at, item_id, change[:LONGEST_WORD], None


def _raised(table: pl.DataFrame | None) -> Iterator[_Row]:
    """Give upgrades of abilities: the first tier is the second rank, after the unlock."""
    columns = ("slot", "at_s", "ability_id", "tier")
    if table is not None:
        for slot, at, ability_id, tier in table.drop_nulls(columns).select(columns).rows():
            yield slot, at, ability_id, RAISED, tier + 1


def _told(match: Match) -> dict[_Key, list[int]]:
    """Gather the metadata's seconds by player, item, and whether it went."""
    found: dict[_Key, list[int]] = {}
    for key, at_s in _seconds(match):
        found.setdefault(key, []).append(at_s)
    return found


def _seconds(match: Match) -> Iterator[tuple[_Key, int]]:
    for player in match.players:
        for item in player.items:
            yield (player.slot, item.item_id, False), item.at_s
            if item.sold_at_s is not None:
                yield (player.slot, item.item_id, True), item.sold_at_s


def _take(seconds: list[int], at: float, near: float) -> int | None:
    """Take the nearest second out of those that are left."""
    close = [second for second in seconds if abs(second - at) <= near]
    if not close:
        return None
    nearest = min(close, key=lambda second: abs(second - at))
    seconds.remove(nearest)
    return nearest
