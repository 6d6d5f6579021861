"""One player's items and abilities as the demo timed them, beside the metadata's whole seconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.core.holding import holding
from webapp.deadlock.domain.demos import DemoItems
from webapp.deadlock.domain.demos.purchases import ItemChange
from webapp.deadlock.domain.terms import Term
from webapp.deadlock.pages.demo.part import demo_part, demo_terms, seconds_shown, shown_words
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment

WORDS: Final = {
    "purchased": "Bought",
    "upgraded": "Upgraded",
    "sold": "Sold",
    "swapped": "Swapped",
    "leveled_up": "Levelled up",
    "failure": "Refused",
    "unknown": "Not told",
}
USED_UP: Final = "Used up"
HELD = 64


@dataclass(frozen=True, slots=True)
class ItemChangeLine:
    """One change: `told` is the metadata's clock for it, empty where it tells none."""

    at_s: int
    clock: str
    what: str
    name: str
    told: str


@dataclass(frozen=True, slots=True)
class DemoItemsView:
    """One player's changes in the order of the demo; `shown` says over which seconds."""

    slot: int
    side: str
    hero: str
    shown: str
    said: str
    lines: tuple[ItemChangeLine, ...]
    terms: dict[str, Term]


def demo_items(loaded: Sources, moment: Moment, slot: int | None) -> DemoItemsView | None:
    """Give a player's changes up to the moment, of the span, or all; None without a demo."""
    if slot is None or demo_part(loaded, "demo_items", DemoItems) is None:
        return None
    row = next(row for row in loaded.slices["scoreboard"].rows if row.slot == slot)
    first, last = seconds_shown(loaded, moment)
    lines = tuple(one for one in _lines(loaded, slot) if first <= one.at_s <= last)
    return DemoItemsView(
        slot=slot,
        side=row.side,
        hero=loaded.names.hero(row.hero_id).name,
        shown=shown_words(moment),
        said=_said(lines),
        lines=lines,
        terms=demo_terms(),
    )


def _said(lines: tuple[ItemChangeLine, ...]) -> str:
    told = sum(bool(one.told) for one in lines)
    return f"{told} of {len(lines)} stand in the metadata too, to the second."


@holding(HELD)
def _lines(loaded: Sources, slot: int) -> tuple[ItemChangeLine, ...]:
    """Write all of a player's changes, which no moment changes."""
    part = demo_part(loaded, "demo_items", DemoItems)
    used_up = {
        (line.item_id, line.sold_at_s)
        for line in loaded.slices["builds"].lines
        if line.slot == slot and line.used_up
    }
    return tuple(
        ItemChangeLine(
            at_s=int(one.at_s),
            clock=_exact(one.at_s),
            what=USED_UP if (one.item_id, one.told_s) in used_up and one.change == "sold"
            else _what(one),
            name=loaded.names.item(one.item_id).name,
            told="" if one.told_s is None else clock(one.told_s),
        )
        for one in (part.changes if part else ())
        if one.slot == slot
    )  # fmt: skip


def _what(one: ItemChange) -> str:
    """Say what happened; a word the demo alone knows stands as it is."""
    return f"To rank {one.rank}" if one.rank else WORDS.get(one.change, one.change)


def _exact(at_s: float) -> str:
    """Write a moment to the hundredth of a second."""
    hundredths = round(at_s * 100)
    return f"{clock(hundredths // 100)}.{hundredths % 100:02d}"
