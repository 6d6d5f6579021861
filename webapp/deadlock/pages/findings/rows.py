"""A match's findings as rows for CSV."""

from __future__ import annotations

from webapp.deadlock.domain.findings import SLICES
from webapp.deadlock.pages.findings.cards import Card, match_cards
from webapp.deadlock.pages.frame import FRAME_SLICES
from webapp.deadlock.pages.sources import Sources
from webapp.deadlock.store.chances import load_model

FINDING_SLICES = tuple(dict.fromkeys((*FRAME_SLICES, *SLICES)))


def finding_rows(loaded: Sources) -> tuple[Card, ...]:
    """Give a match's findings, ranked."""
    return match_cards(loaded, load_model())
