"""Which segments to put together, so that files stay few and each match is rewritten rarely.

Sizes in steps of eight, as in a log-structured merge (O'Neil and others 1996, Acta Informatica
33:351-385): eight of one step become one of the next. Of n matches there are at most
n / 512 + 21 segments, and each match is rewritten a handful of times.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

MOST: Final = 1_024
"""Matches of one segment."""
FULL: Final = 512
"""Matches from which on a segment is left alone."""
STEP: Final = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """A segment as it stands: how many of the matches in its files still count."""

    segment_id: int
    live: int
    packed: int


def merges_of(standing: Sequence[Standing]) -> tuple[tuple[int, ...], ...]:
    """Choose which segments become one, oldest first; a group of one is cleared of what is gone."""
    steps: dict[int, list[Standing]] = defaultdict(list)
    for one in standing:
        steps[_step(one.live)].append(one)
    chosen = [_fill(group) for step, group in steps.items() if step >= 0 and len(group) >= STEP]
    taken = {segment_id for group in chosen for segment_id in group}
    worn = [(one.segment_id,) for one in standing if _worn(one) and one.segment_id not in taken]
    return (*chosen, *worn)


def _fill(group: Sequence[Standing]) -> tuple[int, ...]:
    """Take segments while they fit in one."""
    found: list[int] = []
    total = 0
    for one in group:
        if total + one.live > MOST:
            break
        found.append(one.segment_id)
        total += one.live
    return tuple(found)


def _worn(one: Standing) -> bool:
    """Say whether a third of a segment, or all of it, counts no more."""
    return one.live == 0 or (one.packed - one.live) * 3 > one.packed


def _step(live: int) -> int:
    """Say which power of eight a size has reached; -1 for the empty and the full."""
    if live == 0 or live >= FULL:
        return -1
    step = 0
    while live >= STEP:
        live, step = live // STEP, step + 1
    return step
