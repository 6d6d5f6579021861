"""Findings in other words: kept beside a match."""

from __future__ import annotations

from typing import Final

from webapp.deadlock.models import DeadlockWording
from webapp.deadlock.store.matches import SHELF
from webapp.matchroom.wording import WordingShelf, ask_for_wording

WORDINGS: Final[WordingShelf[int]] = WordingShelf(SHELF, DeadlockWording)


def ask_for_words(match_id: int) -> None:
    """Ask for other words for a match just kept, where somebody does that."""
    ask_for_wording(WORDINGS, match_id)
