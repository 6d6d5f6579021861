"""How chances are written: whole per cent, and changes in points with one decimal."""

from __future__ import annotations


def whole(chance: float) -> str:
    """Write a chance in whole per cent, never 0 nor 100: nothing is certain before the end."""
    return str(min(max(round(100 * chance), 1), 99))


def points(change: float) -> str:
    """Write a change of chance in points, with one decimal so that a column lines up."""
    return f"{abs(100 * change):.1f}"


def share_of(value: float, largest: float) -> int:
    """Give a bar's length in per cent of the column's largest."""
    return round(100 * abs(value) / largest) if largest else 0


def gained_by(change: float) -> str:
    """Say which side a change of side a's chance helped; nobody where it is nothing."""
    if abs(change) < 0.0005:  # noqa: PLR2004 - rounds to 0.0 points
        return ""
    return "a" if change > 0 else "b"
