"""A match from one soul sample to the next: who gained souls, and what fell meanwhile."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from webapp.deadlock.domain.analysis.events import killed_by
from webapp.deadlock.domain.winning.known import OTHER
from webapp.deadlock.domain.words import SIDE_SHORT
from webapp.deadlock.pages.chance.view import StretchRow
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock
from webapp.matchplay.winning import Curve
from webapp.matchplay.winning.words import share_of, whole


def stretch_rows(loaded: Sources, curve: Curve | None) -> tuple[StretchRow, ...]:
    """Give a row for each stretch between soul samples, by time."""
    samples = loaded.slices["lead"].samples
    known = [(0, 0), *((one.at_s, one.a - one.b) for one in samples)]
    largest = max((abs(lead - before) for (_, before), (_, lead) in pairwise(known)), default=0)
    return tuple(
        _row(start, end, loaded, curve, largest)
        for start, end in pairwise(known)
        if end[0] > start[0]
    )


def _row(
    start: tuple[int, int],
    end: tuple[int, int],
    loaded: Sources,
    curve: Curve | None,
    largest: int,
) -> StretchRow:
    gained, events = end[1] - start[1], loaded.slices["events"]
    sides = {row.slot: row.side for row in loaded.slices["scoreboard"].rows}
    dealt = [killed_by(kill, sides) for kill in events.kills if start[0] < kill.at_s <= end[0]]
    return StretchRow(
        from_s=start[0],
        to_s=end[0],
        clock=f"{clock(start[0])}–{clock(end[0])}",
        souls=abs(gained),
        side="a" if gained > 0 else "b" if gained < 0 else "",
        kills_a=dealt.count("a"),
        kills_b=dealt.count("b"),
        fell=_fell(events, start[0], end[0]),
        before=_chance(curve, start[0]),
        after=_chance(curve, end[0]),
        percent=share_of(gained, largest),
    )


def _fell(events: Any, start: int, end: int) -> str:
    """Say what each side took: "Archmother: 2 Walkers, Shrine"."""
    taken: dict[str, list[str]] = {"a": [], "b": []}
    for fall in events.objectives:
        if start < fall.at_s <= end:
            taken[OTHER[fall.side]].append(fall.kind)
    for boss in events.mid_bosses:
        if start < boss.at_s <= end and boss.claimed_by in taken:
            taken[boss.claimed_by].append("Rejuvenator")
    return "; ".join(
        f"{SIDE_SHORT[side]}: {_counted(kinds)}" for side, kinds in taken.items() if kinds
    )


def _counted(kinds: list[str]) -> str:
    counts = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
    return ", ".join(kind if count == 1 else f"{count} × {kind}" for kind, count in counts.items())


def _chance(curve: Curve | None, at_s: int) -> str:
    """Give side a's chance as it stood once that second had passed."""
    if curve is None:
        return ""
    passed = [point.chance for point in curve.points if point.at_s <= at_s]
    return whole(passed[-1]) if passed else ""
