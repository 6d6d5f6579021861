"""What the tab tells of a whole match before a moment is chosen: the curve and its minutes.

Where there is no chance to tell, minutes are told by what they did to the gold lead.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from webapp.core.holding import holding
from webapp.dota2.domain.winning import can_be_known, curve_of, minutes_of
from webapp.dota2.domain.winning.known import aegis_spells
from webapp.dota2.domain.winning.samples import is_usual
from webapp.dota2.domain.words import SIDE_SHORT, counted
from webapp.dota2.pages.chance.view import SwingRow
from webapp.dota2.pages.frame import url_of
from webapp.dota2.pages.sources import Sources
from webapp.dota2.pages.strip_events import strip_events
from webapp.matchplay.charts import LineChart, Mark, Series, clock, line_chart
from webapp.matchplay.strip import DEATH, KILL, PAUSE, Event
from webapp.matchplay.winning import Curve, Jump, Model
from webapp.matchplay.winning.words import gained_by, points, share_of, whole

HELD = 16
MOST_SAID = 4
"""So many things of one minute are named beside its kills; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Story:
    """A match's curve as a chart, None without a chance to tell, and its minutes by time."""

    chart: LineChart | None
    swings: tuple[SwingRow, ...]


def can_tell(loaded: Sources) -> bool:
    """Say whether a model could speak of a match: of the usual rules, and recorded in full."""
    slices = loaded.slices
    return is_usual(loaded.row.game_mode) and can_be_known(slices["lead"], slices["events"])


@holding(HELD)
def story_of(loaded: Sources, model: Model | None) -> Story:
    """Tell a whole match."""
    events = [
        one
        for one in strip_events(loaded.slices["events"], loaded.slices["scoreboard"], loaded.names)
        if one.kind is not PAUSE
    ]
    if model is None or not can_tell(loaded):
        return Story(None, _by_gold(loaded, events))
    return Story(_chart(loaded, model, events), _by_chance(loaded, model, events))


def minutes_for(loaded: Sources, model: Model) -> tuple[tuple[int, Jump], ...]:
    """Give a match's minutes; none where no chance can be told."""
    if not can_tell(loaded):
        return ()
    slices, end_s = loaded.slices, loaded.row.duration_s
    return minutes_of(model.weights, slices["lead"], slices["events"], end_s)


def _by_chance(loaded: Sources, model: Model, events: list[Event]) -> tuple[SwingRow, ...]:
    minutes = minutes_for(loaded, model)
    largest = max((abs(jump.change) for _, jump in minutes), default=0.0)
    return tuple(
        SwingRow(
            from_s=start,
            to_s=jump.at_s,
            clock=f"{clock(start)}–{clock(jump.at_s)}",
            what=_happened(loaded, events, start, jump.at_s),
            gained=points(jump.change),
            before=whole(jump.before),
            after=whole(jump.after),
            side=gained_by(jump.change),
            percent=share_of(jump.change, largest),
        )
        for start, jump in minutes
    )


def _by_gold(loaded: Sources, events: list[Event]) -> tuple[SwingRow, ...]:
    samples = [one for one in loaded.slices["lead"].samples if one.at_s >= 0]
    leads = [(one.at_s, one.a - one.b) for one in samples]
    largest = max((abs(after - before) for (_, before), (_, after) in pairwise(leads)), default=0)
    return tuple(
        SwingRow(
            from_s=start,
            to_s=end,
            clock=f"{clock(start)}–{clock(end)}",
            what=_happened(loaded, events, start, end),
            gained=f"{abs(after - before):,}",
            before=lead_words(before),
            after=lead_words(after),
            side="a" if after > before else "b" if after < before else "",
            percent=share_of(after - before, largest),
        )
        for (start, before), (end, after) in pairwise(leads)
    )


def lead_words(lead: int) -> str:
    """Say who is ahead in gold."""
    return f"{SIDE_SHORT['a' if lead > 0 else 'b']} +{abs(lead):,}" if lead else "even"


def lead_at(lead: Any, at_s: int) -> int | None:
    """Give the gold lead as last counted; None before the first count."""
    spot = bisect_right([one.at_s for one in lead.samples], at_s) - 1
    return lead.samples[spot].a - lead.samples[spot].b if spot >= 0 else None


def _happened(loaded: Sources, events: list[Event], start: int, end: int) -> tuple[str, ...]:
    """Name what was taken in a minute and each Aegis gone, and count its kills by side."""
    inside = [one for one in events if start < one.t <= end]
    taken = [one.text for one in inside if one.kind not in {KILL, DEATH}]
    taken += [
        f"{SIDE_SHORT[side]}’s Aegis was gone"
        for side, _, gone in aegis_spells(loaded.slices["events"])
        if start < gone <= end
    ]
    more = len(taken) - MOST_SAID
    kills = [one.side for one in inside if one.kind is KILL]
    counts = [
        f"{SIDE_SHORT[side]} {counted(kills.count(side), 'kill')}" for side in "ab" if side in kills
    ]
    return (*taken[:MOST_SAID], *([f"and {more} more"] if more > 0 else ()), *counts)


def _chart(loaded: Sources, model: Model, events: list[Event]) -> LineChart:
    slices, end_s = loaded.slices, loaded.row.duration_s
    curve: Curve = curve_of(model.weights, slices["lead"], slices["events"], end_s)
    line = [(one.at_s, 1 - one.chance) for one in curve.points]
    return line_chart(
        [Series("Dire", line, weight="main", dots=False, label=False)],
        key="chance-curve",
        title="Chance of Dire to win",
        description=f"A second before the end Dire had {whole(1 - curve.points[-1].chance)} %.",
        x_max=end_s,
        unit="Dire",
        form="share",
        middle=0.5,
        marks=[
            Mark(one.t, f"{clock(one.t)} {one.text}", one.side, one.kind.shape)
            for one in events
            if one.kind.shape and one.kind not in {KILL, DEATH}
        ],
        caption="Chance of Dire, after each thing that happened",
        base_url=f"{url_of(loaded.row.match_id)}/chance",
    )
