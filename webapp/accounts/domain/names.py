"""What an account may be called: something to read, in one line, that shows as it is."""

from __future__ import annotations

import unicodedata
from typing import Final

LONGEST_NAME: Final = 40


class BadName(ValueError):
    """A name nobody may have; says why in a sentence."""


def checked_name(text: str) -> str:
    """Give a name with its spaces tidied; raises BadName for one that cannot be shown."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name:
        raise BadName("Choose a name; it may not be empty.")
    if len(name) > LONGEST_NAME:
        raise BadName(f"Choose a shorter name: {LONGEST_NAME} characters at most.")
    if not all(_shows(letter) for letter in name):
        raise BadName("Choose a name of letters, digits and signs that can be seen.")
    return name


def fitting_name(text: str) -> str:
    """Make the nearest name to a text that came from elsewhere, whatever it holds."""
    seen = "".join(letter for letter in unicodedata.normalize("NFC", text) if _shows(letter))
    return " ".join(seen.split())[:LONGEST_NAME].strip() or "Player"


def _shows(letter: str) -> bool:
    """Leave out what is not seen or turns the text around: controls, formats, private signs."""
    return letter == " " or unicodedata.category(letter)[0] not in "CZ"
