"""The words of this room: its sides, and how counts are said."""

from __future__ import annotations

SIDE_NAMES = {"a": "Radiant", "b": "Dire"}
SIDE_SHORT = SIDE_NAMES


def counted(number: int, one: str, more: str = "") -> str:
    """Count in words: "1 kill", "2,000 kills"; `more` for a plural that takes more than an s."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
