"""Letters for cards: two typefaces of our own, and what to do with text they cannot draw.

They hold Latin, Greek and Cyrillic letters. Nothing else is ever drawn: a box says nothing.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from io import BytesIO
from typing import Final, Literal

from PIL import ImageFont

from webapp.core.static import FOLDER

Face = Literal["serif", "sans"]
FILES: Final = {"serif": "noto-serif-bold-2.004.ttf", "sans": "noto-sans-2.004.ttf"}
LONGEST: Final = 120
TRIED_PX: Final = 32
MISSING: Final = "\uffff"
ELLIPSIS: Final = "…"


@cache
def face(name: Face, size: int) -> ImageFont.FreeTypeFont:
    """Give one of our typefaces at a size in pixels; read once a process."""
    return ImageFont.truetype(BytesIO(_body(name)), size, layout_engine=ImageFont.Layout.BASIC)


def drawable(text: str, instead: str, name: Face = "serif") -> str:
    """Give a text without what the typeface lacks; `instead` where hardly anything is left."""
    whole = " ".join(unicodedata.normalize("NFC", text[:LONGEST]).split())
    shown = "".join(one for one in whole if unicodedata.category(one)[0] not in "CM")
    kept = "".join(one for one in shown if _has(name, one))
    seen, left = len(shown.replace(" ", "")), len(kept.replace(" ", ""))
    return " ".join(kept.split()) if left and 2 * left >= seen else instead


def fitted(text: str, name: Face, sizes: tuple[int, ...], width: int) -> tuple[str, int]:
    """Give a text and the largest of `sizes` it fits in; cut short where it fits in none."""
    for size in sizes:
        if face(name, size).getlength(text) <= width:
            return text, size
    return _cut(text, face(name, sizes[-1]), width), sizes[-1]


def _cut(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    kept = text
    while kept and font.getlength(kept.rstrip() + ELLIPSIS) > width:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


@lru_cache(maxsize=4096)
def _has(name: Face, one: str) -> bool:
    """Say whether a typeface draws a character; all that it lacks, it draws alike."""
    if one == " ":
        return True
    if unicodedata.category(one)[0] == "Z":
        return False
    font = face(name, TRIED_PX)
    return bytes(font.getmask(one)) != bytes(font.getmask(MISSING))


@cache
def _body(name: Face) -> bytes:
    return (FOLDER / "vendor" / FILES[name]).read_bytes()
