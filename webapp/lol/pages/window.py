"""The stretch of a match a tab tells of: all of it, what came before a second, or a span."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Query

NEAR_S = 60
"""A chosen second shows what happened so many seconds around it, in Combat."""
LONGEST = 4


@dataclass(frozen=True, slots=True)
class Window:
    """From one second to another, both in it; `whole` when nothing was chosen."""

    first: int
    last: int
    whole: bool

    def holds(self, at_s: int) -> bool:
        """Say whether a second lies in it; everything does when nothing was chosen."""
        return self.whole or self.first <= at_s <= self.last

    def meets(self, from_s: int, to_s: int) -> bool:
        """Say whether a part of a stretch lies in it."""
        return self.whole or (from_s <= self.last and to_s >= self.first)


def until(moment: Moment, duration_s: int) -> Window:
    """Give the chosen span, or everything up to the chosen second."""
    if moment.span:
        return Window(*moment.span, whole=False)
    if moment.at is None:
        return Window(0, duration_s, whole=True)
    return Window(0, moment.at, whole=False)


def around(moment: Moment, duration_s: int, seconds: int) -> Window:
    """Give the chosen span, or so many seconds before and after the chosen second."""
    if moment.span or moment.at is None:
        return until(moment, duration_s)
    return Window(moment.at - seconds, moment.at + seconds, whole=False)


def before(moment: Moment, query: Query) -> Window | None:
    """Give so many seconds up to the chosen one as `before` asks for; None where it does not."""
    text = query.get("before", "")
    if moment.at is None or moment.span or not (text.isascii() and text.isdigit()):
        return None
    return Window(moment.at - int(text[:LONGEST]), moment.at, whole=False)


def until_words(moment: Moment) -> str:
    """Say `until` in words."""
    if moment.span:
        return " to ".join(moment.clocks)
    return "whole match" if moment.at is None else f"up to {moment.clock}"


def around_words(moment: Moment) -> str:
    """Say `around` in words."""
    if moment.span:
        return " to ".join(moment.clocks)
    return "whole match" if moment.at is None else f"around {moment.clock}"


def seen_at(moment: Moment, duration_s: int) -> int:
    """Give the second whose state is shown: the chosen one, a span's end, else the last."""
    if moment.span:
        return moment.span[1]
    return duration_s if moment.at is None else moment.at


def seen_clock(moment: Moment, end: str) -> str:
    """Write that second; `end` is the match's last."""
    if moment.span:
        return str(moment.clocks[1])
    return end if moment.at is None else moment.clock


def follows(moment: Moment) -> int | str | None:
    """Give what a panel says it follows: the second, nothing for a span or the whole match."""
    return None if moment.span else moment.second
