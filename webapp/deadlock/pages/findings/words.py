"""What a rewording of this game's findings is checked by: names, sides, and words of lanes."""

from __future__ import annotations

from typing import Final

from webapp.deadlock.domain.words import SIDE_SHORT
from webapp.deadlock.pages.findings.page import own_cards
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.deadlock.store.wordings import WORDINGS
from webapp.matchroom.rewording import Words

LANES: Final = ("yellow", "green", "blue", "purple")


def _names() -> tuple[str, ...]:
    """Name everybody a sentence may be about."""
    return (*(one.name for one in load_catalogue().heroes.values()), *SIDE_SHORT.values())


WORDS: Final[Words[int]] = Words(WORDINGS, own_cards, _names, LANES)
