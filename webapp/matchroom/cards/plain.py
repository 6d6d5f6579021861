"""The card of a page that has none of its own yet: the house, the room, what it is for."""

from __future__ import annotations

from functools import lru_cache

from webapp.matchroom.cards.palette import colour
from webapp.matchroom.cards.sheet import MARGIN, Sheet


@lru_cache(maxsize=16)
def draw_plain(room: str, answers: str) -> bytes:
    """Draw the card of a room as a PNG file, once a process."""
    sheet = Sheet(room)
    sheet.text(MARGIN, 330, room, name="serif", size=84)
    sheet.text(MARGIN, 396, answers, size=34, ink=colour("ink-2"))
    return sheet.png()
