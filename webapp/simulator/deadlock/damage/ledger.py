"""The books of one match: everything the matrix will say, line by line.

Sums are exact by construction: totals are sums of details and the scoreboard reads the same
books.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from webapp.simulator.deadlock.damage.sources import Source
from webapp.simulator.deadlock.story.events import Ints

Kinds = defaultdict[tuple[int, str], Ints]
DAMAGE, HEALING, PREVENTED, MITIGATED, LETHAL, REGEN = range(6)
WORLD = 0


@dataclass(slots=True)
class Ledger:
    """Per (stat type, dealer slot, source, total, target slot): whole numbers per bucket."""

    size: int
    lines: dict[tuple[int, int, str, str, int], Ints] = field(default_factory=dict)

    def add(self, stat: int, dealer: int, source: Source, target: int, amounts: Ints) -> None:
        """Write one line, or add to it."""
        key = (stat, dealer, source.name, source.total, target)
        if amounts.any():
            self.lines[key] = self.lines[key] + amounts if key in self.lines else amounts

    def sums(
        self, stat: int, *, by: Literal["dealer", "target"], heroes_only: bool = False
    ) -> Ints:
        """Totals per bucket and slot 0-12 of the dealer or the target."""
        sums = np.zeros((13, self.size), dtype=np.int64)
        for key, amounts in self.lines.items():
            if key[0] == stat and not (heroes_only and WORLD in (key[1], key[4])):
                sums[key[1] if by == "dealer" else key[4]] += amounts
        return sums

    def kinds(self) -> tuple[Kinds, Kinds]:
        """Damage dealt to heroes by dealer and kind, and taken from heroes by target and kind.

        Kinds are Bullet, Ability and Melee; each per bucket.
        """
        dealt: Kinds = defaultdict(lambda: np.zeros(self.size, dtype=np.int64))
        taken: Kinds = defaultdict(lambda: np.zeros(self.size, dtype=np.int64))
        for (stat, dealer, _, kind, target), amounts in self.lines.items():
            if stat == DAMAGE and target != WORLD:
                dealt[dealer, kind] += amounts
            if stat == DAMAGE and dealer != WORLD:
                taken[target, kind] += amounts
        return dealt, taken
