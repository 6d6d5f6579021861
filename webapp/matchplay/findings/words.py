"""How findings say things in any game: names in a row, a score, minutes."""

from __future__ import annotations

from collections.abc import Sequence

from webapp.matchplay.charts import clock


def listed(words: Sequence[str]) -> str:
    """Say several things in a row: "A, B and C"."""
    if len(words) < 2:  # noqa: PLR2004 - one needs no "and"
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def kills_to(mine: int, theirs: int) -> str:
    """Say a score in kills."""
    return f"{mine} {'kill' if mine == 1 else 'kills'} to {theirs}"


def span(first: int, last: int) -> str:
    """Say when it was: "at 12:32", "from 12:32 to 12:40"."""
    return f"at {clock(first)}" if first == last else f"from {clock(first)} to {clock(last)}"
