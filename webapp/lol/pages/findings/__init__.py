"""The Findings tab: what decided a game in at most five sentences, and games that went alike."""

from webapp.lol.pages.findings.cards import FINDING_SLICES, Card
from webapp.lol.pages.findings.page import FINDINGS, FindingsPage, findings_mark, findings_page

__all__ = [
    "FINDINGS",
    "FINDING_SLICES",
    "Card",
    "FindingsPage",
    "findings_mark",
    "findings_page",
]
