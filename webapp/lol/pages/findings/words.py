"""What a rewording of this game's findings is checked by: names, sides, and words of lanes."""

from __future__ import annotations

from typing import Final

from webapp.lol.pages.findings.page import own_cards
from webapp.lol.pages.head import SIDE_NAMES
from webapp.lol.store.catalogue import load_catalogue
from webapp.lol.store.wordings import WORDINGS
from webapp.matchroom.rewording import Words

LANES: Final = ("top", "mid", "bot", "bottom", "jungle")


def _names() -> tuple[str, ...]:
    """Name everybody a sentence may be about."""
    return (*(one.name for one in load_catalogue().champions.values()), *SIDE_NAMES.values())


WORDS: Final[Words[str]] = Words(WORDINGS, own_cards, _names, LANES)
