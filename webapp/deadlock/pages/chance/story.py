"""What the Win chance tab tells of a whole match, before a moment is chosen. Held once made."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.deadlock.domain.winning.curve import curve_of
from webapp.deadlock.domain.winning.known import REJUVENATOR_S
from webapp.deadlock.domain.words import SIDE_SHORT
from webapp.deadlock.pages.chance.stretches import stretch_rows
from webapp.deadlock.pages.chance.view import StretchRow, SwingRow
from webapp.deadlock.pages.frame import url_of
from webapp.deadlock.pages.sources import Sources
from webapp.deadlock.pages.strip_events import strip_events
from webapp.matchplay.charts import LineChart, Mark, Series, clock, line_chart
from webapp.matchplay.lead import LeadSample
from webapp.matchplay.strip import PAUSE, Event
from webapp.matchplay.winning import Curve, Jump, Model
from webapp.matchplay.winning.words import gained_by, points, share_of, whole

HELD = 16


@dataclass(frozen=True, slots=True)
class Story:
    """A match's curve as a chart, its swings by time, and its stretches between soul samples."""

    chart: LineChart | None
    swings: tuple[SwingRow, ...]
    stretches: tuple[StretchRow, ...]


@holding(HELD)
def story_of(loaded: Sources, model: Model | None) -> Story:
    """Tell a whole match; without a model there is no chance to show."""
    curve = match_curve(loaded, model) if model else None
    return Story(
        chart=_chart(loaded, curve, _events(loaded)) if curve else None,
        swings=_swings(curve, loaded) if curve else (),
        stretches=stretch_rows(loaded, curve),
    )


def match_curve(loaded: Sources, model: Model) -> Curve:
    """Work out a match's chances over time."""
    slices = loaded.slices
    sides = {row.slot: row.side for row in slices["scoreboard"].rows}
    end_s = loaded.row.duration_s
    return curve_of(model.weights, slices["lead"], slices["events"], sides, end_s)


def happened_by_second(loaded: Sources) -> dict[int, list[str]]:
    """Say what happened at each second, soul samples and the end of a Rejuvenator among it."""
    said: dict[int, list[str]] = {}
    for event in _events(loaded):
        if event.kind is not PAUSE:
            said.setdefault(event.t, []).append(event.text)
    for sample in loaded.slices["lead"].samples:
        said.setdefault(sample.at_s, []).append(f"Souls counted: {_lead(sample)}")
    for boss in loaded.slices["events"].mid_bosses:
        ended = "The Rejuvenator’s strength ended"
        said.setdefault(boss.at_s + REJUVENATOR_S, []).append(ended)
    return said


def _swings(curve: Curve, loaded: Sources) -> tuple[SwingRow, ...]:
    said = happened_by_second(loaded)
    largest = max((abs(jump.change) for jump in curve.jumps), default=0.0)
    return tuple(_swing(jump, said.get(jump.at_s, []), largest) for jump in curve.jumps)


def _events(loaded: Sources) -> list[Event]:
    return strip_events(loaded.slices["events"], loaded.slices["scoreboard"], loaded.names)


def _swing(jump: Jump, said: list[str], largest: float) -> SwingRow:
    return SwingRow(
        at_s=jump.at_s,
        clock=clock(jump.at_s),
        what="; ".join(said),
        before=whole(jump.before),
        after=whole(jump.after),
        points=points(jump.change),
        side=gained_by(jump.change),
        percent=share_of(jump.change, largest),
    )


def _lead(sample: LeadSample) -> str:
    ahead = sample.a - sample.b
    if not ahead:
        return "even"
    return f"{SIDE_SHORT['a' if ahead > 0 else 'b']} ahead by {abs(ahead):,}"


def _chart(loaded: Sources, curve: Curve, events: list[Event]) -> LineChart:
    line = [(point.at_s, 1 - point.chance) for point in curve.points]
    last = curve.points[-1] if curve.points else None
    name, side = ("Archmother", "b") if last and last.chance < 0.5 else ("Hidden King", "a")  # noqa: PLR2004 - even
    return line_chart(
        [Series("Archmother", line, weight="main", dots=False, label=False)],
        key="chance-curve",
        title="Chance of The Archmother to win",
        description=f"At the end {name} had {whole(_top(curve, side))} %.",
        x_max=loaded.row.duration_s,
        unit="Archmother",
        form="share",
        middle=0.5,
        marks=[
            Mark(event.t, f"{clock(event.t)} {event.text}", event.side, event.kind.shape)
            for event in events
            if event.kind.shape and event.kind is not PAUSE
        ],
        caption="Chance of The Archmother, after each thing that happened",
        base_url=f"{url_of(loaded.row.match_id)}/chance",
    )


def _top(curve: Curve, side: str) -> float:
    last = curve.points[-1].chance if curve.points else 0.5
    return last if side == "a" else 1 - last
