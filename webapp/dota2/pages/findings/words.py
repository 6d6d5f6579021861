"""What a rewording of this game's findings is checked by: names, sides, and words of lanes."""

from __future__ import annotations

from typing import Final

from webapp.dota2.domain.words import SIDE_NAMES
from webapp.dota2.pages.findings.page import own_cards
from webapp.dota2.store.catalogue import load_catalogue
from webapp.dota2.store.wordings import WORDINGS
from webapp.matchroom.rewording import Words

LANES: Final = ("top", "mid", "bottom", "safe", "off")


def _names() -> tuple[str, ...]:
    """Name everybody a sentence may be about."""
    return (*(one.name for one in load_catalogue().heroes.values()), *SIDE_NAMES.values())


WORDS: Final[Words[int]] = Words(WORDINGS, own_cards, _names, LANES)
