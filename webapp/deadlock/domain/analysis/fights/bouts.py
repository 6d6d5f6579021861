"""Bouts: one hero's unbroken stretches of fighting, and which of them belong together.

The rule follows that of the open-source demo parser boon (`teamfights`), with the game's note of
combat in place of single hits: two who fight at one second within REACH_M of each other are in
one fight, which ends when nobody of it has fought for GAP_S. boon ends it 5 s after the last hit;
the note outlasts a hit by about 3 s, which leaves 2. A kill from further away joins killer and
victim too, unless each is in a fight of their own already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.analysis.events import UNITS_PER_METRE, Kill
from webapp.deadlock.domain.analysis.near import NEAR_M
from webapp.deadlock.domain.records import Paths

REACH_M: Final = NEAR_M
GAP_S: Final = 2
LEAST_HEROES: Final = 3
NOTE_S: Final = 3
"""How long after the last hit the game still says somebody is in combat."""

Whole = NDArray[np.int64]


class Bouts(msgspec.Struct, frozen=True):
    """Columns of one length: path row, first and last second, and the group they were joined to.

    `at` is [path row, second], the number of the bout or -1.
    """

    row: tuple[int, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    group: tuple[int, ...]
    at: Whole


def bouts_of(paths: Paths, fighting: NDArray[np.bool_], kills: Sequence[Kill]) -> Bouts:
    """Cut fighting into bouts and join those of one fight."""
    row, second = np.nonzero(fighting)
    new = np.ones(len(row), dtype=np.bool_)
    new[1:] = (np.diff(row) != 0) | (np.diff(second) > GAP_S)
    first = np.flatnonzero(new)
    last = np.append(first[1:], len(row))[: len(first)] - 1
    columns = [tuple(one.tolist()) for one in (row[first], second[first], second[last])]
    at = np.full(fighting.shape, -1, dtype=np.int64)
    for number, (one, start, end) in enumerate(zip(*columns, strict=True)):
        at[one, start : end + 1] = number
    rows, starts, ends = columns
    return Bouts(rows, starts, ends, _groups(rows, paths, at, kills), at)


def bouts_at(
    at: Whole, slots: Sequence[int], who: Sequence[int | None], second: Sequence[int]
) -> list[int]:
    """Give the bout each was in at a second, or within NOTE_S before it; -1 for none."""
    row = {slot: number for number, slot in enumerate(slots)}
    rows = np.array([row.get(one or 0, -1) for one in who], dtype=np.intp)
    seconds = np.array(second, dtype=np.intp)
    found = np.full(len(rows), -1, dtype=np.int64)
    for back in range(NOTE_S + 1):
        then = np.clip(seconds - back, 0, at.shape[1] - 1)
        found = np.where(found < 0, at[rows, then], found)
    numbers: list[int] = np.where(rows < 0, -1, found).tolist()
    return numbers


def _together(paths: Paths, at: Whole) -> list[tuple[int, int]]:
    """Pair bouts of two heroes who at one second stood within reach of each other."""
    one, other = np.triu_indices(len(paths.slots), 1)
    on = at >= 0
    pair, second = np.nonzero(on[one] & on[other])
    # Places in the flat columns, all as wide: taking by one number costs half of taking by two.
    i, j = (who[pair] * at.shape[1] + second for who in (one, other))
    across = paths.x.take(i) - paths.x.take(j)
    along = paths.y.take(i) - paths.y.take(j)
    near = across * across + along * along <= (REACH_M * UNITS_PER_METRE) ** 2
    codes = at.take(i[near]) << 32 | at.take(j[near])
    # Two who stay near do so for seconds on end: only the first of each run need be told apart.
    first = set(codes[np.diff(codes, prepend=-1) != 0].tolist())
    return [(code >> 32, code & 0xFFFFFFFF) for code in first]


def _killed(paths: Paths, at: Whole, kills: Sequence[Kill]) -> list[tuple[int, int]]:
    """Pair the bouts of victim and killer."""
    times = [kill.at_s for kill in kills]
    victims = bouts_at(at, paths.slots, [kill.victim for kill in kills], times)
    killers = bouts_at(at, paths.slots, [kill.killer for kill in kills], times)
    pairs = zip(victims, killers, strict=True)
    return [(one, other) for one, other in pairs if one >= 0 and other >= 0]


def _groups(rows: Sequence[int], paths: Paths, at: Whole, kills: Sequence[Kill]) -> tuple[int, ...]:
    """Name each bout's group by its first bout."""
    parent = list(range(len(rows)))
    for one, other in _together(paths, at):
        _join(parent, one, other)
    _straighten(parent)
    heroes: dict[int, set[int]] = defaultdict(set)
    for root, row in zip(parent, rows, strict=True):
        heroes[root].add(row)
    for one, other in _killed(paths, at, kills):
        sizes = (len(heroes[_root(parent, one)]), len(heroes[_root(parent, other)]))
        if min(sizes) < LEAST_HEROES:
            _join(parent, one, other)
    _straighten(parent)
    return tuple(parent)


def _join(parent: list[int], one: int, other: int) -> None:
    first, second = _root(parent, one), _root(parent, other)
    if first < second:
        parent[second] = first
    else:
        parent[first] = second


def _straighten(parent: list[int]) -> None:
    """Let every bout name its root: a parent comes before its children."""
    for one, above in enumerate(parent):
        parent[one] = parent[above]


def _root(parent: list[int], one: int) -> int:
    while parent[one] != one:
        parent[one] = parent[parent[one]]
        one = parent[one]
    return one
