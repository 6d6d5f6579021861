"""The Findings tab: what decided a match, or one player's match, in at most five sentences."""

from webapp.deadlock.pages.findings.cards import Card, match_cards, worded_cards
from webapp.deadlock.pages.findings.page import FINDINGS, FindingsPage, findings_mark, findings_page
from webapp.deadlock.pages.findings.rows import FINDING_SLICES

__all__ = [
    "FINDINGS",
    "FINDING_SLICES",
    "Card",
    "FindingsPage",
    "findings_mark",
    "findings_page",
    "match_cards",
    "worded_cards",
]
