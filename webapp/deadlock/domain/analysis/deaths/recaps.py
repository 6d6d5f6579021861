"""What hit a victim between the two damage samples around a death.

The damage matrix is sampled about every three minutes and nothing finer is known. Its lethal
damage is booked when somebody dies: in three real matches it is there for 193 of 196 pairs of
victim and interval with a death, and for 2 without one. So a victim who died once between two
samples has the recap of that very death, and one who died twice the recap of both together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.analysis.deaths.told import Recap
from webapp.deadlock.domain.analysis.events import Kill
from webapp.deadlock.domain.records import DamageMatrix
from webapp.deadlock.domain.records.damage import TOTAL_SOURCES

_DAMAGE: Final = "damage"
_LETHAL: Final = "lethal damage"
_PLAYERS: Final = 256

Whole = NDArray[np.int64]


def recaps_of(
    matrix: DamageMatrix | None, kills: Sequence[Kill]
) -> tuple[tuple[Recap, ...], tuple[str, ...], tuple[int | None, ...]]:
    """Give recaps, the names of their sources, and for each kill the number of its recap."""
    if matrix is None:
        return (), (), (None,) * len(kills)
    times = matrix.sample_times_s.tolist()
    spans = [_span(times, kill) for kill in kills]
    counts = Counter(span for span in spans if span)
    keys = sorted(counts)
    number = {key: spot for spot, key in enumerate(keys)}
    columns, names = _columns(matrix, keys, len(times))
    recaps = tuple(
        Recap(victim, times[k - 1] if k else 0, times[k], counts[victim, k], *column)
        for (victim, k), column in zip(keys, columns, strict=True)
    )
    return recaps, names, tuple(number[span] if span else None for span in spans)


def _span(times: Sequence[int], kill: Kill) -> tuple[int, int] | None:
    """Name the samples a death lies between: victim and the number of the later sample."""
    later = bisect_left(times, kill.at_s)
    return (kill.victim, later) if later < len(times) else None


def _columns(
    matrix: DamageMatrix, keys: Sequence[tuple[int, int]], samples: int
) -> tuple[list[tuple[tuple[int, ...], ...]], tuple[str, ...]]:
    """Give for each key its dealers, sources, damage and lethal damage; and the sources' names."""
    wanted = np.full((_PLAYERS, samples), -1, dtype=np.int64)
    for spot, (victim, k) in enumerate(keys):
        wanted[victim, k] = spot
    names, of_row, rows = _rows(matrix, wanted)
    change = np.diff(matrix.totals[rows], axis=1, prepend=0)
    where = wanted[matrix.target[rows]]
    line, sample = np.nonzero((change > 0) & (where >= 0))
    entry = np.stack(
        [where[line, sample], matrix.dealer[rows][line].astype(np.int64), of_row[rows][line]]
    )
    table = _sum(entry, change[line, sample], _is(matrix, _LETHAL)[rows][line], len(names))
    return _cut(table, len(keys)), names


def _rows(matrix: DamageMatrix, wanted: Whole) -> tuple[tuple[str, ...], Whole, NDArray[np.intp]]:
    """Give the names of sources, each row's name by number, and the rows that tell of a death."""
    names = tuple(dict.fromkeys(matrix.sources))
    numbers = {name: spot for spot, name in enumerate(names)}
    of_source = np.array([numbers[name] for name in matrix.sources], dtype=np.int64)
    single = np.array([name not in TOTAL_SOURCES for name in matrix.sources], dtype=np.bool_)
    if not names:
        return (), np.zeros(0, np.int64), np.zeros(0, np.intp)
    kind = _is(matrix, _DAMAGE) | _is(matrix, _LETHAL)
    has_died: NDArray[np.bool_] = np.any(wanted >= 0, axis=1)
    dies = has_died[matrix.target]
    return names, of_source[matrix.source], np.flatnonzero(kind & single[matrix.source] & dies)


def _is(matrix: DamageMatrix, stat: str) -> NDArray[np.bool_]:
    """Mark the rows of one kind."""
    marked = np.array([word == stat for word in matrix.stats], dtype=np.bool_)
    return marked[matrix.source] if len(marked) else np.zeros(len(matrix.source), np.bool_)


def _sum(entry: Whole, amount: Whole, lethal: NDArray[np.bool_], sources: int) -> Whole:
    """Add up by (key, dealer, source): columns key, dealer, source, damage, lethal."""
    key, dealer, source = entry
    code = (key * _PLAYERS + dealer) * max(sources, 1) + source
    unique, spot = np.unique(code, return_inverse=True)
    # As floats: sums stay far below 2**53, so they are whole.
    kinds = lethal * len(unique) + spot
    added = np.bincount(kinds, amount, minlength=2 * len(unique))
    sums = added.astype(np.int64).reshape(2, len(unique))
    rest, source = np.divmod(unique, max(sources, 1))
    key, dealer = np.divmod(rest, _PLAYERS)
    order = np.lexsort((-sums[0], -sums[1], key))
    return np.stack([key, dealer, source, sums[0], sums[1]])[:, order]


def _cut(table: Whole, keys: int) -> list[tuple[tuple[int, ...], ...]]:
    edges = np.searchsorted(table[0], np.arange(keys + 1)).tolist()
    columns = [column.tolist() for column in table[1:]]
    return [tuple(tuple(column[start:end]) for column in columns) for start, end in pairwise(edges)]
