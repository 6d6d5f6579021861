"""What positions come to for every second of a match, worked out once while they are held.

Each player's way as text of which a trail is a part, and the words for where everybody stood.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from itertools import accumulate, pairwise
from typing import TypeVar

import numpy as np

from webapp.core.bounded import Bounded
from webapp.deadlock.domain.paths_file import Replay
from webapp.deadlock.domain.places import Spot, spots_at

T = TypeVar("T")
_JUMP = 1600
_BLOCK = 64
_REPLAYS_HELD = 16


def once_a_replay(work: Callable[[Replay], T]) -> Callable[[Replay], T]:
    """Do some work once for each replay that is held."""
    # The replay lies beside its answer, so its id cannot be another's meanwhile.
    held: Bounded[int, tuple[Replay, T]] = Bounded(_REPLAYS_HELD)

    @wraps(work)
    def found(replay: Replay) -> T:
        known = held.get(id(replay))
        if known is None:
            known = (replay, work(replay))
            held.put(id(replay), known)
        return known[1]

    return found


@dataclass(frozen=True, slots=True)
class Way:
    """One player's points in world units, y down: as text, where each ends, which begin anew."""

    text: str
    ends: array[int]
    anew: list[int]

    def between(self, first: int, last: int) -> Iterator[str]:
        """Give the unbroken runs of at least two points among some samples, ends included."""
        anew = self.anew[bisect_right(self.anew, first) : bisect_right(self.anew, last)]
        for start, end in pairwise((first, *anew, last + 1)):
            if end - start > 1:
                begin = self.ends[start - 1] + 1 if start else 0
                yield self.text[begin : self.ends[end - 1]]


@once_a_replay
def ways_of(replay: Replay) -> tuple[Way, ...]:
    """Write everybody's way; it is broken at deaths, respawns and leaps."""
    paths = replay.paths
    x, y, alive = paths.x, paths.y, paths.health > 0
    leaps = np.hypot(np.diff(x, axis=1), np.diff(y, axis=1)) > _JUMP
    broken = leaps | ~alive[:, 1:] | ~alive[:, :-1]
    across, down = np.rint(x).astype(int).tolist(), np.rint(-y).astype(int).tolist()
    return tuple(
        _way(list(map("%d,%d".__mod__, zip(across[row], down[row], strict=True))), anew)
        for row, anew in enumerate((np.flatnonzero(one) + 1).tolist() for one in broken)
    )


def _way(points: list[str], anew: list[int]) -> Way:
    ends = array("I", (end - 1 for end in accumulate(len(point) + 1 for point in points)))
    return Way(" ".join(points), ends, anew)


def spots_of(replay: Replay, sample: int) -> tuple[Spot, ...]:
    """Name where everybody stood at a sample; those around it are named with it."""
    blocks, number = _blocks(replay), sample // _BLOCK
    block = blocks.get(number)
    if block is None:
        block = blocks[number] = _block(replay, number * _BLOCK)
    return block[sample % _BLOCK]


@once_a_replay
def _blocks(_replay: Replay) -> dict[int, tuple[tuple[Spot, ...], ...]]:
    return {}


def _block(replay: Replay, start: int) -> tuple[tuple[Spot, ...], ...]:
    """Name places of some samples in a row: [sample][player]."""
    part = np.s_[:, start : start + _BLOCK]
    x, y = replay.paths.x[part].T, replay.paths.y[part].T
    spots = iter(spots_at(x.ravel().tolist(), y.ravel().tolist(), lanes=replay.header.lanes))
    return tuple(zip(*[spots] * x.shape[1], strict=True))
