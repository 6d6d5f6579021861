"""A match's findings as rows, for CSV."""

from __future__ import annotations

from typing import Any

from webapp.dota2.pages.findings.page import Card, chosen_cards
from webapp.dota2.pages.people import asked_slot
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Query


def finding_lines(loaded: Any, moment: Moment, query: Query) -> tuple[Card, ...]:
    """Give the findings the tab shows, ranked."""
    return chosen_cards(loaded, moment, asked_slot(loaded, query))
