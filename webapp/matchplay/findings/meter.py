"""What things were worth in win chance: read off a model's curve, second by second."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.matchplay.winning import Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Meter:
    """Side a's chance at each second, what happened then changed it by, and what one coin is worth.

    `jumps` leaves out samples of money: what is counted there was earned long before.
    """

    chance: Numbers
    jumps: Numbers
    a_coin: Numbers

    def jumped(self, side: str, first: int, last: int) -> float:
        """Give the points a side gained by what happened from one second to another."""
        return _for(side, float(self.jumps[max(first, 0) : last + 1].sum()))

    def moved(self, side: str, first: int, last: int) -> float:
        """Give the points a side gained from after one second to after another."""
        end = len(self.chance) - 1
        return _for(side, float(self.chance[min(last, end)] - self.chance[min(first, end)]))

    def of_money(self, at_s: int, money: float) -> float:
        """Give what so much more money was worth at a second, in points."""
        return 100 * float(self.a_coin[min(at_s, len(self.a_coin) - 1)]) * money


def _for(side: str, change: float) -> float:
    return 100 * (change if side == "a" else -change)
