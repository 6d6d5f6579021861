"""A stretch of the match between two samples of the damage matrix.

The matrix is known about every three minutes and nowhere between, so whatever second is asked
for, an answer begins and ends at a sample; 0:00 counts as one.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cut:
    """From one sample to a later one: their numbers (0 is the start) and their seconds."""

    first: int
    last: int
    from_s: int
    to_s: int


def whole(samples_s: Sequence[int]) -> Cut:
    """Give the whole match."""
    return _cut(samples_s, 0, len(samples_s))


def cut_at(samples_s: Sequence[int], at_s: int) -> Cut:
    """Give the start to the last sample at or before a second; empty before the first sample."""
    return _cut(samples_s, 0, bisect_right(samples_s, at_s))


def cut_between(samples_s: Sequence[int], from_s: int, to_s: int) -> Cut:
    """Give the stretch between the samples nearest to two seconds.

    Stretches that meet at a second meet at its sample, so their sums add up. One that would
    begin and end at the same sample becomes the one between the two samples around its middle.
    """
    first, last = _nearest(samples_s, from_s), _nearest(samples_s, to_s)
    if first == last and samples_s:
        middle = (from_s + to_s) / 2
        last = min(bisect_right(samples_s, middle) + 1, len(samples_s))
        first = last - 1
    return _cut(samples_s, first, last)


def _nearest(samples_s: Sequence[int], at_s: int) -> int:
    times = (0, *samples_s)
    after = min(bisect_right(times, at_s), len(times) - 1)
    before = max(after - 1, 0)
    return before if at_s - times[before] < times[after] - at_s else after


def _cut(samples_s: Sequence[int], first: int, last: int) -> Cut:
    times = (0, *samples_s)
    return Cut(first, last, times[first], times[last])
