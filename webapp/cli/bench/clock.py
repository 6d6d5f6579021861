"""How long something takes: the median of several runs, after one that does not count."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def median_seconds(work: Callable[[], object], runs: int) -> float:
    """Time one call of `work`; the median of `runs`, after one warm-up."""
    work()
    return statistics.median(_timed(work) for _ in range(runs))


def median_pair(
    first: Callable[[], object], second: Callable[[], object], runs: int
) -> tuple[float, float]:
    """Time two pieces of work in turn, so that both meet the same weather."""
    first()
    second()
    pairs = [(_timed(first), _timed(second)) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
