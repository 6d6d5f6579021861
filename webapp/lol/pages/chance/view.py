"""What the tab's template draws: words and whole numbers, nothing left to compute."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SwingRow:
    """A minute between two frames: what happened in it, Blue's chance around it, who gained."""

    from_s: int
    to_s: int
    clock: str
    what: tuple[str, ...]
    before: str
    after: str
    points: str
    side: str
    percent: int


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of a chance: what it is worth in points, to whom, and the chance were it even."""

    word: str
    stands: str
    points: str
    side: str
    without: str
    percent: int


@dataclass(frozen=True, slots=True)
class StateView:
    """The chance at one frame, and what it is made of."""

    at_s: int
    clock: str
    chance_a: str
    chance_b: str
    parts: tuple[PartRow, ...]


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
    """Say which side a change of Blue's chance helped; nobody where it is nothing."""
    if abs(change) < 0.0005:  # noqa: PLR2004 - rounds to 0.0 points
        return ""
    return "a" if change > 0 else "b"
