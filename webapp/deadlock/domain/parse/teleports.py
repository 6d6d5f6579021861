"""Take out the two samples that every teleport adds to a player's path.

Paths are said to hold one sample for each interval, yet those of players who teleported are longer
than the match by exactly two samples a teleport: where they left and where they arrived, both
marked as moving by ability. Left in, everything after is shown late, by more than a minute for a
hero who teleports often. Found by comparing every death's second with the second that player's
health falls to 0: the difference grows by 2 with each such pair and reaches the surplus length.
Deaths also tell how many pairs to look for between two of them.
"""

from collections.abc import Iterable
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Bytes: TypeAlias = NDArray[np.uint8]
Window: TypeAlias = tuple[int, int, int]

_BY_ABILITY: Final = 1
_CERTAIN: Final = 1e6
"""Added to a jump when both samples are marked and no neighbour is: that is a teleport alone."""


def real_samples(
    jumps: NDArray[np.float32], health: Bytes, move: Bytes | None, deaths: Iterable[int], extra: int
) -> NDArray[np.bool_]:
    """Mark the samples to keep, `extra` fewer than there are (one fewer when `extra` is odd).

    `jumps` holds the distance from each sample to the next; `deaths` are in samples of game time.
    """
    keep = np.ones(len(health), dtype=np.bool_)
    scores = _scores(jumps, health, move)
    for start, end, pairs in _windows(health, deaths, extra):
        for first in _best(scores[start : max(start, end - 1)], pairs):
            keep[start + first : start + first + 2] = False
    return keep


def _scores(jumps: NDArray[np.float32], health: Bytes, move: Bytes | None) -> NDArray[np.float64]:
    """How much each sample and its successor look like a teleport; -1 where they cannot be one."""
    scores = jumps.astype(np.float64)
    if move is not None:
        marked = move == _BY_ABILITY
        scores[~(marked[:-1] & marked[1:])] = -1.0
        around = np.concatenate(([False], marked, [False]))
        scores[~around[:-3] & around[1:-2] & around[2:-1] & ~around[3:]] += _CERTAIN
    scores[(health[:-1] == 0) | (health[1:] == 0)] = -1.0
    return scores


def _windows(health: Bytes, deaths: Iterable[int], extra: int) -> list[Window]:
    """Spans between deaths, each with the number of pairs that lie in it."""
    falls = np.flatnonzero((health[1:] == 0) & (health[:-1] > 0)) + 1
    most, start, seen = extra // 2, 0, 0
    found: list[Window] = []
    for death in sorted(deaths):
        late = falls[(falls >= death + 2 * seen) & (falls <= death + 2 * most + 1)]
        if not len(late):
            continue
        fall = int(late[0])
        pairs = (fall - death) // 2
        found.append((start, fall, pairs - seen))
        start, seen = fall, pairs
    return [*found, (start, len(health), most - seen)]


def _best(scores: NDArray[np.float64], pairs: int) -> list[int]:
    """Return the `pairs` most likely teleports that do not share a sample."""
    chosen: list[int] = []
    if pairs <= 0:
        return chosen
    for index in np.argsort(-scores, kind="stable"):
        if len(chosen) == pairs or scores[index] < 0:
            break
        if all(abs(int(index) - other) > 1 for other in chosen):
            chosen.append(int(index))
    return chosen
