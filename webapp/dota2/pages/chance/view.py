"""What the tab's template draws: words and whole numbers, nothing left to compute."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.matchplay.winning.apart import PartRow


@dataclass(frozen=True, slots=True)
class SwingRow:
    """One minute: what happened in it, and whom it helped by how much.

    `gained` is points of chance, or gold where there is no chance; `before` and `after` are
    Radiant's chance in per cent, or the gold lead in words.
    """

    from_s: int
    to_s: int
    clock: str
    what: tuple[str, ...]
    gained: str
    before: str
    after: str
    side: str
    percent: int


@dataclass(frozen=True, slots=True)
class StateView:
    """The chance at one second, and what it is made of."""

    at_s: int | str | None
    clock: str
    chance_a: str
    chance_b: str
    parts: tuple[PartRow, ...]
