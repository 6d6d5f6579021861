"""The damage matrix as columns that can be added up along any of them.

Only what happens between players counts in a sum over players. Slot 0 stands for troopers,
neutrals and buildings and is asked for by name. Sources that sum up others (Bullet, Ability,
Melee, Misc) count only where a figure has no others: matches before 2026 say what was mitigated
by kind alone.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.analysis.damage import Damage
from webapp.deadlock.domain.combat.cut import Cut
from webapp.deadlock.domain.records.damage import STAT_WORDS, TOTAL_SOURCES

WORLD: Final = 0
"""The slot of whoever is no player."""
_SLOTS: Final = 256


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """Rows of the matrix. `running` is [row, sample], the total so far, column 0 being 0:00.

    `stats` are the figures the match has, in their usual order; `kinds` are those of them that the
    game itself splits by kind; `stat`, `summing` (whether the row sums up others) and `counts`
    (whether it belongs in a sum over sources) are by row.
    """

    samples_s: tuple[int, ...]
    stats: tuple[str, ...]
    kinds: frozenset[str]
    names: tuple[str, ...]
    dealer: NDArray[np.int64]
    target: NDArray[np.int64]
    source: NDArray[np.int64]
    stat: NDArray[np.str_]
    summing: NDArray[np.bool_]
    counts: NDArray[np.bool_]
    running: NDArray[np.int64]

    def only(self, name: str) -> "Ledger":
        """Count one source's rows alone; the game splits none of them by kind."""
        mine = np.array([one == name for one in self.names], dtype=np.bool_)
        return replace(self, kinds=frozenset(), counts=self.counts & mine[self.source])

    def named(self, stat: str) -> frozenset[str]:
        """Give the sources of a figure that add up."""
        return frozenset(
            self.names[number] for number in set(self.source[self.rows(stat)].tolist())
        )

    def rows(self, stat: str, *, totals: bool = False) -> NDArray[np.bool_]:
        """Pick the rows of a figure that add up; with `totals` those the game summed by kind."""
        picked: NDArray[np.bool_] = (self.stat == stat) & (self.summing if totals else self.counts)
        return picked

    def amounts(self, rows: NDArray[np.bool_], cut: Cut) -> NDArray[np.int64]:
        """Give what each of these rows gained within a stretch."""
        found = self.running[rows]
        return found[:, cut.last] - found[:, cut.first]

    def by_pair(self, stat: str, cut: Cut) -> NDArray[np.int64]:
        """Sum a figure by dealer and target: [dealer slot, target slot], world at 0."""
        rows = self.rows(stat)
        sums = np.zeros((_SLOTS, _SLOTS), dtype=np.int64)
        np.add.at(sums, (self.dealer[rows], self.target[rows]), self.amounts(rows, cut))
        return sums

    def by_source(self, stat: str, cut: Cut, rows: NDArray[np.bool_]) -> dict[str, int]:
        """Sum a figure by source over chosen rows, the largest first; nothing that is 0."""
        found = self._by_name(self.rows(stat) & rows, cut)
        return dict(sorted(found.items(), key=lambda one: -one[1]))

    def by_kind(self, stat: str, cut: Cut, rows: NDArray[np.bool_]) -> dict[str, int]:
        """Sum a figure over chosen rows as the game splits it: Bullet, Ability, Melee, Misc."""
        return self._by_name(self.rows(stat, totals=True) & rows, cut)

    def _by_name(self, rows: NDArray[np.bool_], cut: Cut) -> dict[str, int]:
        found: dict[str, int] = {}
        amounts = self.amounts(rows, cut).tolist()
        for number, amount in zip(self.source[rows].tolist(), amounts, strict=True):
            if amount:
                found[self.names[number]] = found.get(self.names[number], 0) + amount
        return found

    def between_players(self) -> NDArray[np.bool_]:
        """Pick the rows that have a player at both ends."""
        picked: NDArray[np.bool_] = (self.dealer != WORLD) & (self.target != WORLD)
        return picked


def ledger_of(damage: Damage) -> Ledger:
    """Read the stored slice."""
    source = np.array(damage.source, dtype=np.int64)
    names = np.array(damage.sources, dtype=np.str_)
    stats = np.array(damage.stats, dtype=np.str_)
    summing = np.isin(names, list(TOTAL_SOURCES))
    detailed = {word for word, sums in zip(damage.stats, summing, strict=True) if not sums}
    counts = ~summing | ~np.isin(stats, list(detailed))
    return Ledger(
        samples_s=damage.samples_s,
        stats=_in_order(damage.stats),
        kinds=frozenset(stats[summing].tolist()),
        names=damage.sources,
        dealer=np.array(damage.dealer, dtype=np.int64),
        target=np.array(damage.target, dtype=np.int64),
        source=source,
        stat=stats[source],
        summing=summing[source],
        counts=counts[source],
        running=_running(damage),
    )


def _running(damage: Damage) -> NDArray[np.int64]:
    shape = (len(damage.dealer), len(damage.samples_s))
    gained = np.array(damage.gained, dtype=np.int64).reshape(shape)
    zero = np.zeros((shape[0], 1), dtype=np.int64)
    return np.concatenate([zero, np.cumsum(gained, axis=1)], axis=1)


def _in_order(stats: tuple[str, ...]) -> tuple[str, ...]:
    known = [word for word in STAT_WORDS if word in stats]
    return (*known, *sorted(set(stats) - set(STAT_WORDS)))
