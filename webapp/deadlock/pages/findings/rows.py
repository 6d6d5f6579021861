"""A match's findings as rows for CSV."""

from __future__ import annotations

from collections.abc import Mapping

from webapp.deadlock.domain.findings import SLICES
from webapp.deadlock.pages.findings.cards import Card, chosen_cards
from webapp.deadlock.pages.frame import FRAME_SLICES
from webapp.deadlock.pages.sources import Sources
from webapp.deadlock.store.chances import load_model
from webapp.matchroom.moment import Moment

FINDING_SLICES = tuple(dict.fromkeys((*FRAME_SLICES, *SLICES)))


def finding_rows(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> tuple[Card, ...]:
    """Give the findings the tab shows, ranked."""
    return chosen_cards(loaded, load_model(), moment, chosen_slot(loaded, query))


def chosen_slot(loaded: Sources, query: Mapping[str, str]) -> int | None:
    """Give the player asked for; one who did not play is as good as none."""
    text = query.get("player", "")
    slots = {str(row.slot): row.slot for row in loaded.slices["scoreboard"].rows}
    return slots.get(text)
