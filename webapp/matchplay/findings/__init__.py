"""Findings: sentences about a match with a minute and a number, ranked, none said twice.

Pure, and of no game: a game brings the rules that find them. Here are the record, the ranking, the
measure by win chance, numbers as a text speaks them, and the check of a rewording.
"""

from webapp.matchplay.findings.finding import Finding
from webapp.matchplay.findings.meter import Meter
from webapp.matchplay.findings.ranking import MOST, about, chosen, ranked
from webapp.matchplay.findings.words import kills_to, listed, span

__all__ = [
    "MOST",
    "Finding",
    "Meter",
    "about",
    "chosen",
    "kills_to",
    "listed",
    "ranked",
    "span",
]
