"""What one thing was worth in win chance: the chance with it less the chance without it.

A timeline knows a game once a minute, so what an event did by itself is not recorded. The price
takes the state of the last frame before it and asks the model what one kill, so much gold or a
Baron more for a side would change there. A price for Red is one for Blue turned round, exactly.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

import numpy as np

from webapp.lol.domain.analysis.known import Known
from webapp.lol.domain.winning import FEATURES, chances_of, features_of
from webapp.matchplay.winning import Numbers, chance_of

_KEYS: Final = tuple(one.key for one in FEATURES)
_LEAST: Final = {"gold": 20_000, "xp": 15_000}
"""The same floors under all gold and all experience as the model's own figures have."""
_TEN_MINUTES_MS: Final = 600_000


@dataclass(frozen=True, slots=True, eq=False)
class Price:
    """A match's frames, the model's figures at each, and Blue's chance there."""

    at_s: tuple[int, ...]
    earned: Numbers
    figures: Numbers
    weights: tuple[float, ...]
    chances: tuple[float, ...]

    def of(self, side: str, at_s: int, **things: float) -> float:
        """Give in points what these things more were worth to a side just before a second.

        `things` are named as the model's figures are (`kills`, `towers`, `baron`…) beside `gold`
        and `xp`, which are amounts.
        """
        frame = max(bisect_right(self.at_s, at_s - 1) - 1, 0)
        sign = 1 if side == "a" else -1
        row = self.figures[frame].copy()
        for name, amount in things.items():
            self._add(row, frame, name, sign * amount)
        change = float(chance_of(self.weights, row[None, :])[0]) - self.chances[frame]
        return 100 * sign * change

    def _add(self, row: Numbers, frame: int, name: str, amount: float) -> None:
        if name not in _LEAST:
            row[_KEYS.index(name)] += amount
            return
        whole = self.earned[frame, 0 if name == "gold" else 1]
        percent = 100 * amount / max(whole, _LEAST[name])
        row[_KEYS.index(name)] += percent
        row[_KEYS.index(f"{name}-time")] += percent * 1_000 * self.at_s[frame] / _TEN_MINUTES_MS

    def chance(self, side: str, at_s: int) -> float:
        """Give a side's chance at the last frame by a second, 0 to 1."""
        found = self.chances[max(bisect_right(self.at_s, at_s) - 1, 0)]
        return found if side == "a" else 1 - found


def price_of(weights: tuple[float, ...], known: Known) -> Price | None:
    """Make the price of things in a match; None where the model does not know such a game."""
    if not known.at_ms:
        return None
    gold = np.array(known.gold_a) + np.array(known.gold_b)
    xp = np.array(known.xp_a) + np.array(known.xp_b)
    return Price(
        at_s=tuple(one // 1_000 for one in known.at_ms),
        earned=np.column_stack((gold, xp)).astype(np.float64),
        figures=features_of(known),
        weights=weights,
        chances=chances_of(weights, known),
    )
