"""What the tab's template draws: words and whole numbers, nothing left to compute.

A chance is in whole per cent; a swing in points belongs to the side it helped.
"""

from __future__ import annotations

from dataclasses import dataclass

from webapp.matchplay.winning.apart import PartRow


@dataclass(frozen=True, slots=True)
class SwingRow:
    """A second at which something happened: The Hidden King's chance around it, and who gained."""

    at_s: int
    clock: str
    what: str
    before: str
    after: str
    points: str
    side: str
    percent: int


@dataclass(frozen=True, slots=True)
class StretchRow:
    """What happened between two soul samples; chances are empty without a model."""

    from_s: int
    to_s: int
    clock: str
    souls: int
    side: str
    kills_a: int
    kills_b: int
    fell: str
    before: str
    after: str
    percent: int


@dataclass(frozen=True, slots=True)
class StateView:
    """The chance at one second, and what it is made of."""

    at_s: int | str | None
    clock: str
    chance_a: str
    chance_b: str
    ahead: str
    sentence: str
    parts: tuple[PartRow, ...]
