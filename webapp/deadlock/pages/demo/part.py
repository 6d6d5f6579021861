"""One part of a match's demo, where it belongs to the body the page shows."""

from __future__ import annotations

from typing import TypeVar

from webapp.deadlock.domain.demos import DemoBosses, DemoCasts, DemoHits
from webapp.deadlock.pages.sources import Sources

Part = TypeVar("Part", DemoHits, DemoBosses, DemoCasts)


def demo_part(loaded: Sources, name: str, form: type[Part]) -> Part | None:
    """Give a part that was loaded with the match; None without a demo, or for another body."""
    part = loaded.slices.get(name)
    fits = isinstance(part, form) and part.of == loaded.row.raw_sha256
    return part if fits else None
