"""What a hero buys, for its page: the items bought most often, in the order they are bought."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.domain.across.items import ItemRow, ItemRows
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.shop import SHOPS
from webapp.matchplay.charts import clock
from webapp.matchplay.shares import Share

SHOWN = 30


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item: its price, how often it was bought, and when."""

    item_id: int
    item: str
    slot: str
    cost: int | None
    bought: int
    percent: int
    median_s: int
    median: str
    early: str
    late: str
    won: Share


@dataclass(frozen=True, slots=True)
class ItemLines:
    """The lines that are shown, and how many items there are in all."""

    shown: tuple[ItemLine, ...]
    in_all: int


def item_lines(bought: ItemRows, names: Catalogue, most: int = SHOWN) -> ItemLines:
    """Give the items bought most often, by median time; abilities are no items."""
    items = [row for row in bought.rows if not _is_ability(row, names)]
    lines = [_line(row, names) for row in items[:most]]
    lines.sort(key=lambda line: (line.median_s, line.item))
    return ItemLines(tuple(lines), len(items))


def _is_ability(row: ItemRow, names: Catalogue) -> bool:
    known = names.items.get(row.item_id)
    return known is not None and known.slot is None


def _line(row: ItemRow, names: Catalogue) -> ItemLine:
    item = names.item(row.item_id)
    return ItemLine(
        item_id=row.item_id,
        item=item.name,
        slot=SHOPS.get(item.slot or "", ""),
        cost=item.cost,
        bought=row.bought,
        percent=row.percent,
        median_s=round(row.median_s),
        median=clock(round(row.median_s)),
        early=clock(round(row.early_s)),
        late=clock(round(row.late_s)),
        won=row.won,
    )
