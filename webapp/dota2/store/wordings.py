"""Findings in other words: kept beside a match."""

from __future__ import annotations

from typing import Final

from webapp.dota2.models import Dota2Wording
from webapp.dota2.store.matches import SHELF
from webapp.matchroom.wording import WordingShelf, ask_for_wording

WORDINGS: Final[WordingShelf[int]] = WordingShelf(SHELF, Dota2Wording)


def ask_for_words(match_id: int) -> None:
    """Ask for other words for a match just kept, where somebody does that."""
    ask_for_wording(WORDINGS, match_id)
