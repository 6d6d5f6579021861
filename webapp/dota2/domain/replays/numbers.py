"""The number a match goes by when its replay names none, as one of a local lobby does not.

It is made of the replay's content, so the same replay is always the same match. Such numbers lie
between 2^52 and 2^53: above any the game will give out, and still exact wherever they are read.
"""

from __future__ import annotations

from typing import Final

FIRST_OWN: Final = 2**52
FIRST_REAL: Final = 1000
_DIGITS: Final = 13
"""Of 4 bits each: 52 bits of the digest."""


def own_number(sha256: str) -> int:
    """Give the number made of a replay's SHA-256, in hexadecimal."""
    return FIRST_OWN + int(sha256[:_DIGITS], 16)


def is_own(match_id: int) -> bool:
    """Say whether a match's number was made here: no upstream knows it."""
    return match_id >= FIRST_OWN


def number_of(told: int | None, own: int) -> int:
    """Give the number a replay tells where it is one of a played match, else our own."""
    return told if told and FIRST_REAL <= told < FIRST_OWN else own
