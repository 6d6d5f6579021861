"""Damage traded between the opponents of a lane, as running totals at the matrix's samples."""

from bisect import bisect_right
from collections.abc import Mapping
from typing import Final

import msgspec
import numpy as np

from webapp.deadlock.domain.records import DamageMatrix
from webapp.deadlock.domain.records.damage import TOTAL_SOURCES

SLOTS: Final = 256


class Stretch(msgspec.Struct, frozen=True):
    """From one second to a later one; from 0 it is how things stood at `to_s`."""

    from_s: int
    to_s: int


class Trade(msgspec.Struct, frozen=True):
    """What one player dealt to one opponent of the lane, by each sample of the matrix."""

    dealer: int
    target: int
    dealt: tuple[int, ...]


class Trades(msgspec.Struct, frozen=True):
    """Every trade, and the seconds of the matrix's samples."""

    times_s: tuple[int, ...]
    rows: tuple[Trade, ...]

    def sampled_at(self, at_s: int) -> int:
        """Give the last sample by a second, 0 before the first."""
        number = bisect_right(self.times_s, at_s)
        return self.times_s[number - 1] if number else 0

    def between(self, stretch: Stretch, dealer: int | None, target: int | None) -> int:
        """Sum what was dealt by one player, or to one, between the last samples by two seconds."""
        first, last = (bisect_right(self.times_s, at_s) for at_s in (stretch.from_s, stretch.to_s))
        return sum(
            (row.dealt[last - 1] if last else 0) - (row.dealt[first - 1] if first else 0)
            for row in self.rows
            if dealer in {None, row.dealer} and target in {None, row.target}
        )


def trades_of(matrix: DamageMatrix | None, lanes: Mapping[int, tuple[str, str]]) -> Trades | None:
    """Sum the matrix over sources for every two opponents; `lanes` is (lane, side) by slot."""
    if matrix is None:
        return None
    chosen = _damage_rows(matrix) & _opposed(matrix, lanes)
    pairs = matrix.dealer[chosen].astype(np.int64) * SLOTS + matrix.target[chosen]
    found, where = np.unique(pairs, return_inverse=True)
    sums = np.zeros((len(found), len(matrix.sample_times_s)), dtype=np.int64)
    np.add.at(sums, where, matrix.totals[chosen])
    rows = zip(found.tolist(), sums.tolist(), strict=True)
    return Trades(
        times_s=tuple(matrix.sample_times_s.tolist()),
        rows=tuple(Trade(pair // SLOTS, pair % SLOTS, tuple(dealt)) for pair, dealt in rows),
    )


def _damage_rows(matrix: DamageMatrix) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Leave out other figures, and the sources that sum up others."""
    wanted = np.array(
        [
            stat == "damage" and name not in TOTAL_SOURCES
            for stat, name in zip(matrix.stats, matrix.sources, strict=True)
        ],
        dtype=np.bool_,
    )
    rows: np.ndarray[tuple[int], np.dtype[np.bool_]] = wanted[matrix.source]
    return rows


def _opposed(
    matrix: DamageMatrix, lanes: Mapping[int, tuple[str, str]]
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    facing = np.zeros((SLOTS, SLOTS), dtype=np.bool_)
    for slot, (lane, side) in lanes.items():
        for other, (their_lane, their_side) in lanes.items():
            facing[slot, other] = lane == their_lane and side != their_side
    rows: np.ndarray[tuple[int], np.dtype[np.bool_]] = facing[matrix.dealer, matrix.target]
    return rows
