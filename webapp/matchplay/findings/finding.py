"""One finding: a sentence with its second, its number, and where it is proved."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found.

    `side` is the side it helped, `slots` the players it is about. `worth` is what it was worth to
    that side in the game's money, `points` the same in points of win chance, None where no model
    tells them. `to_s` ends a stretch, None for a second. `evidence` is the tab that proves it, as
    the end of its address. `confidence`, 0 to 1, is how far the rule is to be believed that it came
    of this.
    """

    rule: str
    at_s: int
    to_s: int | None
    side: str
    slots: tuple[int, ...]
    sentence: str
    detail: str
    evidence: str
    worth: int
    points: float | None
    confidence: float = 1.0

    @property
    def weight(self) -> float:
        """Give what findings are ranked by: points where there is a model, else money."""
        return self.confidence * (self.worth if self.points is None else self.points)
