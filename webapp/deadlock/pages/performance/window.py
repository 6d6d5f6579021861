"""Which stretch of the match the figures cover, each series cut where it was measured.

Aim is known at the snapshots, blows at the samples of the damage matrix, movement by the minute; so
the same choice on the strip is cut three ways, and each table says its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from webapp.deadlock.domain.analysis import Performance
from webapp.deadlock.domain.combat.cut import Cut, cut_at, cut_between, whole
from webapp.deadlock.domain.metrics_over import Window
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment

MINUTE_S = 60


def window_of(performance: Performance, moment: Moment) -> Window:
    """Cut every series at the chosen moment or span; the whole match without either."""
    ends = minute_ends(performance)
    return Window(
        aim=_cut(performance.at_s, moment),
        blows=_cut(performance.matrix_s, moment),
        minutes=_cut(ends, moment),
    )


def minute_ends(performance: Performance) -> list[int]:
    """Give the second each counted minute ends at; the last may be short."""
    return [*range(MINUTE_S, performance.duration_s, MINUTE_S), performance.duration_s]


def said(cut: Cut, moment: Moment, what: str) -> str:
    """Say a stretch in a few words; `what` is measured at its ends: "sample" or "minute"."""
    if moment.span is None and moment.at is None:
        return "Whole match"
    if cut.to_s == cut.from_s:
        return f"No {what} by then"
    stretch = f"{clock(cut.from_s)} to {clock(cut.to_s)}"
    if moment.span or moment.at is None:
        return f"{stretch}, the {what}s nearest the span"
    return f"{stretch}, the last {what} by {moment.clock}"


def told(window: Window, moment: Moment) -> str:
    """Say the stretch of a player's figures; empty for the whole match."""
    if moment == Moment():
        return ""
    main = said(window.aim, moment, "sample")
    others = {
        "melee damage": said(window.blows, moment, "sample"),
        "time and movement": said(window.minutes, moment, "minute"),
    }
    apart = (f"{what}: {words}" for what, words in others.items() if words != main)
    return "; ".join((main, *apart))


def _cut(samples_s: Sequence[int], moment: Moment) -> Cut:
    if moment.span:
        return cut_between(samples_s, *moment.span)
    return whole(samples_s) if moment.at is None else cut_at(samples_s, moment.at)
