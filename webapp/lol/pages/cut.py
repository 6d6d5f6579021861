"""The frames a choice comes to: the last frame by a second, or the difference between two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.lol.domain.analysis.moments import Moments
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment

_LATE_S: Final = 90
"""Frames come once a minute and one at the end: a last one sooner is not that of the end."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What lies between two frames; `first` None counts from the start of the match.

    `last` None is before the first frame: nothing is known yet.
    """

    first: int | None
    last: int | None
    from_s: int
    to_s: int
    said: str

    def gained(self, figures: tuple[int, ...]) -> int | None:
        """Give what one column gained; None where it is empty or nothing is known yet."""
        if self.last is None or not figures:
            return None
        return figures[self.last] - (0 if self.first is None else figures[self.first])

    def stands(self, figures: tuple[int, ...]) -> int | None:
        """Give one column at the end of it; None where it is empty or nothing is known yet."""
        return None if self.last is None or not figures else figures[self.last]

    @property
    def until(self) -> str:
        """Say the stretch of events it comes to: all of them, until a frame, or between two."""
        return {"at the end": "whole match"}.get(self.said, self.said.replace("at ", "until ", 1))

    @property
    def minutes(self) -> float:
        """Give its length in minutes."""
        return (self.to_s - self.from_s) / 60


def cut_of(moments: Moments, moment: Moment, length_s: int = 0) -> Cut:
    """Find the frames of a choice; without one, all of a match of this length."""
    if not moments.at_s:
        return Cut(None, None, 0, 0, "nothing recorded by the minute")
    if moment.span:
        return _span(moments, *moment.span)
    last = len(moments.at_s) - 1 if moment.at is None else moments.index_at(moment.at)
    if last is None:
        return Cut(None, None, 0, 0, "before the first frame")
    to_s = moments.at_s[last]
    if moment.at is not None:
        return Cut(None, last, 0, to_s, f"at {clock(to_s)}")
    early = f"at {clock(to_s)}, where the timeline ends"
    return Cut(None, last, 0, to_s, early if to_s < length_s - _LATE_S else "at the end")


def _span(moments: Moments, start: int, end: int) -> Cut:
    first, last = moments.index_at(start), moments.index_at(end)
    if last is None:
        return Cut(None, None, 0, 0, "before the first frame")
    from_s = 0 if first is None else moments.at_s[first]
    to_s = moments.at_s[last]
    return Cut(first, last, from_s, to_s, f"from {clock(from_s)} to {clock(to_s)}")
