"""One part of a match's demo, where it belongs to the body the page shows."""

from __future__ import annotations

from typing import TypeVar

from webapp.deadlock.domain.demos import (
    DemoBosses,
    DemoCasts,
    DemoFights,
    DemoHeights,
    DemoHits,
    DemoItems,
    DemoModifiers,
)
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment

Part = TypeVar(
    "Part", DemoHits, DemoFights, DemoBosses, DemoCasts, DemoItems, DemoModifiers, DemoHeights
)


def demo_part(loaded: Sources, name: str, form: type[Part]) -> Part | None:
    """Give a part that was loaded with the match; None without a demo, or for another body."""
    part = loaded.slices.get(name)
    fits = isinstance(part, form) and part.of == loaded.row.raw_sha256
    return part if fits else None


def demo_terms() -> dict[str, Term]:
    """Give the words of what a demo adds."""
    return {key: term for key, term in TERMS.items() if key.startswith("demo-")}


def seconds_shown(loaded: Sources, moment: Moment) -> tuple[int, int]:
    """Give the first and last second a list follows: the span, else all up to the moment."""
    return moment.span or (0, loaded.row.duration_s if moment.at is None else moment.at)


def shown_words(moment: Moment) -> str:
    """Say which seconds those are."""
    if moment.span:
        return f"from {clock(moment.span[0])} to {clock(moment.span[1])}"
    return "the whole match" if moment.at is None else f"by {clock(moment.at)}"
