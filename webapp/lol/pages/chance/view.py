"""What the tab's template draws: words and whole numbers, nothing left to compute."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.matchplay.winning.apart import PartRow


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
class StateView:
    """The chance at one frame, and what it is made of."""

    at_s: int
    clock: str
    chance_a: str
    chance_b: str
    parts: tuple[PartRow, ...]
