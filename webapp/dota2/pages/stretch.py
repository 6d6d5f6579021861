"""Which minutes of a match a table shows: up to a chosen one, over a span, or all.

Figures are known at whole minutes, so a chosen second shows the last minute before it.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.moments import Moments
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a minute (None: the start) to a minute; `said` ends a heading."""

    from_s: int | None
    to_s: int
    said: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several: what it is called, where it leads, whether it is the one shown."""

    word: str
    href: str
    current: bool


def stretch_of(moments: Moments, moment: Moment) -> Stretch:
    """Find the minutes a chosen moment or span comes to."""
    if moment.span:
        start, end = (_snapped(moments, second) for second in moment.span)
        if start < end:
            return Stretch(start, end, f"{clock(start)} to {clock(end)}")
        return Stretch(None, end, f"by {clock(end)}")
    if moment.at is not None:
        at_s = _snapped(moments, moment.at)
        return Stretch(None, at_s, f"by {clock(at_s)}")
    return Stretch(None, moments.at_s[-1] if moments.at_s else 0, "whole match")


def by_the_minute(loaded: Any, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    """Say what a moment comes to on a panel of figures by the minute."""
    return stretch_of(loaded.slices["moments"], moment)


def _snapped(moments: Moments, second: int) -> int:
    index = moments.index_at(second)
    return 0 if index is None else moments.at_s[index]
