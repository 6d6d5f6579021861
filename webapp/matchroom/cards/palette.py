"""The colours of cards: those of the pages in light, read from the one place they stand in."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from webapp.core.static import FOLDER

BLOCK: Final = re.compile(r"(:root|\[data-game=\"(\w+)\"\]) \{([\s\S]*?)\n  \}")
COLOUR: Final = re.compile(r"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}),")


def colour(name: str, game: str = "") -> str:
    """Give a colour of the style sheet by its name; a game's own where it has one."""
    own = _colours().get(game, {})
    return own.get(name) or _colours()[""][name]


def mixed(one: str, other: str, share: float) -> tuple[int, int, int]:
    """Mix `share` (0 to 1) of one colour into another."""
    top, below = _parts(one), _parts(other)
    red, green, blue = (round(b + (t - b) * share) for t, b in zip(top, below, strict=True))
    return red, green, blue


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@cache
def _colours() -> dict[str, dict[str, str]]:
    text = (FOLDER / "css" / "tokens.css").read_text()
    return {block[2] or "": dict(COLOUR.findall(block[3])) for block in BLOCK.finditer(text)}
