"""The Findings tab: what decided a match in at most five sentences, and its story."""

from webapp.dota2.pages.findings.page import (
    FINDING_SLICES,
    FINDINGS,
    Card,
    FindingsPage,
    cards_of,
    findings_mark,
    findings_page,
)

__all__ = [
    "FINDINGS",
    "FINDING_SLICES",
    "Card",
    "FindingsPage",
    "cards_of",
    "findings_mark",
    "findings_page",
]
