"""Five-minute intervals as the reports cut a match, and running totals cut along them.

Totals are only known at their sample times, so an interval holds what was gained between the last
sample at or before its start and the last at or before its end. The last interval ends with the
match, or with the last sample when that is later.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

INTERVAL_S: Final = 300


def interval_ends(duration_s: int) -> tuple[int, ...]:
    """Give the second each interval ends at; a match of 0 s has one interval of 0 s."""
    ends = tuple(range(INTERVAL_S, duration_s, INTERVAL_S))
    return (*ends, duration_s)


def samples_at(times: Sequence[int], ends: Sequence[int]) -> list[int]:
    """Give for each end the number of samples at or before it; all of them for the last end."""
    counts = [bisect_right(times, end) for end in ends]
    counts[-1] = len(times)
    return counts


def gained(totals: NDArray[np.int64], counts: Sequence[int]) -> NDArray[np.int64]:
    """Cut running totals [..., sample] into what was gained in each interval [..., interval]."""
    zero = np.zeros((*totals.shape[:-1], 1), dtype=np.int64)
    padded = np.concatenate([zero, totals], axis=-1)
    return np.diff(padded[..., list(counts)], axis=-1, prepend=0)
