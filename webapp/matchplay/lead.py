"""The lead along a match: what each side had at each sample, how far it went, where it changed.

Leads are a minus b, in the unit of the game. These records are kept in slices: a game gives `by`,
and where it must `a` and `b`, the name it keeps them under.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

import msgspec


class LeadSample(msgspec.Struct, frozen=True):
    """What each side had by one second of the match."""

    at_s: int
    a: int
    b: int


class BiggestLead(msgspec.Struct, frozen=True):
    """The most a side was ahead by, and when."""

    at_s: int
    by: int


class Swing(msgspec.Struct, frozen=True):
    """The lead changed hands between two samples; `about_s` is where the straight line does."""

    from_s: int
    to_s: int
    about_s: int
    side: str


Biggest = TypeVar("Biggest", bound=BiggestLead)


def ahead_of(sample: LeadSample, side: str) -> int:
    """Give how far a side is ahead; below 0 it is behind."""
    ahead = sample.a - sample.b
    return ahead if side == "a" else -ahead


def widest_of(samples: Sequence[LeadSample], side: str) -> LeadSample | None:
    """Give the first sample at which a side was ahead by most; None when it never was."""
    best = max(samples, key=lambda one: ahead_of(one, side), default=None)
    return best if best and ahead_of(best, side) > 0 else None


def biggest_of(samples: Sequence[LeadSample], side: str, kept: type[Biggest]) -> Biggest | None:
    """Give the most a side was ahead by, as the game keeps it."""
    best = widest_of(samples, side)
    return kept(best.at_s, ahead_of(best, side)) if best else None


def swings_of(samples: Sequence[LeadSample]) -> tuple[Swing, ...]:
    """Find where the lead changes hands; an even sample belongs to neither side."""
    led = [(one.at_s, one.a - one.b) for one in samples if one.a != one.b]
    return tuple(
        Swing(
            from_s=t,
            to_s=later,
            about_s=round(t + (later - t) * ahead / (ahead - after)),
            side="a" if after > 0 else "b",
        )
        for (t, ahead), (later, after) in pairwise(led)
        if ahead * after < 0
    )
