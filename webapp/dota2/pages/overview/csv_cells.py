"""What everybody carried at the end, as rows for CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.pages.overview.carried import carried_by


@dataclass(frozen=True, slots=True)
class CarriedCell:
    """One player's things; lists are joined by a semicolon."""

    slot: int
    hero: str
    items: str
    backpack: str
    neutral: str
    upgrades: str


def carried_cells(loaded: Any) -> tuple[CarriedCell, ...]:
    """Give everybody's things by slot; nothing where nobody's are recorded."""
    rows = loaded.slices["scoreboard"].rows
    return tuple(
        CarriedCell(
            slot=row.slot,
            hero=one.person.hero,
            items="; ".join(item.name for item in one.items or ()),
            backpack="; ".join(one.backpack),
            neutral=one.neutral,
            upgrades="; ".join(one.upgrades),
        )
        for row, one in zip(rows, carried_by(loaded), strict=False)
    )
