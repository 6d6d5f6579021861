"""Figures in words an admin reads at a glance."""

from __future__ import annotations

from typing import Final

MINUTE, HOUR, DAY = 60, 3_600, 86_400
THOUSAND: Final = 1_000
UNITS: Final = ("B", "kB", "MB", "GB", "TB")
TEN: Final = 10


def size_said(number: float) -> str:
    """Write bytes with three digits: 12.3 MB."""
    unit = 0
    while number >= THOUSAND and unit < len(UNITS) - 1:
        number, unit = number / THOUSAND, unit + 1
    digits = 1 if unit and number < TEN * TEN else 0
    return f"{number:.{digits}f} {UNITS[unit]}"


def span_said(seconds: float | None) -> str:
    """Write a span of time: 4 s, 3 min, 2 h, 5 days."""
    if seconds is None:
        return "—"
    if seconds < MINUTE:
        whole = seconds >= TEN or float(seconds).is_integer()
        return f"{seconds:.0f} s" if whole else f"{seconds:.1f} s"
    if seconds < 2 * HOUR:
        return f"{seconds / MINUTE:.0f} min"
    if seconds < 2 * DAY:
        return f"{seconds / HOUR:.0f} h"
    return f"{seconds / DAY:.0f} days"


def counted(number: int, one: str, more: str = "") -> str:
    """Write a count with its noun: 1 run, 3 runs."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
