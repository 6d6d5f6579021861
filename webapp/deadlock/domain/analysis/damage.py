"""Who did how much to whom, and with what, by five-minute interval.

Only between players: slot 0 (troopers, neutrals, buildings) is left out, and so are the sources
that sum up others. What is left adds up to the scoreboard exactly.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.analysis.intervals import gained, interval_ends, samples_at
from webapp.deadlock.domain.records import DamageMatrix, Match
from webapp.deadlock.domain.records.damage import TOTAL_SOURCES

_STATS: Final = ("damage", "healing", "heal prevented", "mitigated")


@dataclass(frozen=True, slots=True)
class PairRow:
    """What one player did to one other, by interval."""

    stat: str
    dealer: int
    target: int
    amounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What one player did with one source to all players, by interval."""

    stat: str
    dealer: int
    source: str
    amounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Damage:
    """Intervals end at `ends_s`; healing and mitigation name oneself as target too."""

    ends_s: tuple[int, ...]
    pairs: tuple[PairRow, ...]
    sources: tuple[SourceRow, ...]


def damage_of(match: Match) -> Damage:
    """Cut the damage matrix along the intervals; empty without one."""
    ends = interval_ends(match.duration_s)
    if match.damage is None:
        return Damage(ends, (), ())
    pairs: list[PairRow] = []
    sources: list[SourceRow] = []
    counts = samples_at(match.damage.sample_times_s.tolist(), ends)
    for stat in _STATS:
        rows = _rows(match.damage, stat)
        amounts = gained(match.damage.totals[rows], counts)
        dealer, target = match.damage.dealer[rows], match.damage.target[rows]
        pairs += [PairRow(stat, *key, sums) for key, sums in _sum(dealer, target, amounts)]
        sources += [
            SourceRow(stat, key[0], match.damage.sources[key[1]], sums)
            for key, sums in _sum(dealer, match.damage.source[rows], amounts)
        ]
    return Damage(ends, tuple(pairs), tuple(sources))


def _rows(matrix: DamageMatrix, stat: str) -> NDArray[np.int_]:
    """Numbers of the rows between players that count one kind of figure once."""
    counts = np.array(
        [
            word == stat and name not in TOTAL_SOURCES
            for name, word in zip(matrix.sources, matrix.stats, strict=True)
        ],
        dtype=np.bool_,
    )
    if not len(counts):
        return np.zeros(0, dtype=np.int_)
    return np.flatnonzero(counts[matrix.source] & (matrix.dealer > 0) & (matrix.target > 0))


def _sum(
    one: NDArray[np.generic], two: NDArray[np.generic], amounts: NDArray[np.int64]
) -> Iterator[tuple[tuple[int, int], tuple[int, ...]]]:
    """Add up rows of the same two keys; pairs of nothing but 0 are left out."""
    keys = one.astype(np.int64) << 32 | two.astype(np.int64)
    unique, where = np.unique(keys, return_inverse=True)
    sums = np.zeros((len(unique), amounts.shape[1]), dtype=np.int64)
    np.add.at(sums, where, amounts)
    for key, row in zip(unique.tolist(), sums.tolist(), strict=True):
        if any(row):
            yield (key >> 32, key & 0xFFFFFFFF), tuple(row)
