"""A metric's value as a page writes it."""

from __future__ import annotations

from typing import Final

SMALL: Final = 100


def figure(value: float, decimals: int) -> str:
    """Write a value with its decimals; the half of a small whole count is not rounded away."""
    half = decimals == 0 and abs(value) < SMALL and not float(value).is_integer()
    return f"{value:,.{1 if half else decimals}f}"
