"""A match's findings as rows, for CSV."""

from __future__ import annotations

from typing import Any

from webapp.dota2.pages.findings.page import Card, cards_of
from webapp.matchroom.moment import Moment


def finding_lines(loaded: Any) -> tuple[Card, ...]:
    """Give what decided a match, ranked."""
    return cards_of(loaded, Moment())
