"""What the tab tells of a whole match before a moment is chosen: the curve and its swings."""

from __future__ import annotations

from itertools import pairwise

from webapp.core.holding import holding
from webapp.lol.domain.winning import curve_of
from webapp.lol.pages.chance.view import SwingRow
from webapp.lol.pages.frame import clock, url_of
from webapp.lol.pages.sources import Sources
from webapp.lol.pages.strip_events import strip_events
from webapp.matchplay.charts import LineChart, Mark, Series, line_chart
from webapp.matchplay.strip import PAUSE, Event
from webapp.matchplay.winning import Curve, Jump, Model
from webapp.matchplay.winning.words import gained_by, points, share_of, whole

HELD = 32
MOST_SAID = 4
"""So many things of one minute are named; the rest are counted."""


@holding(HELD)
def curve_for(loaded: Sources, model: Model) -> Curve:
    """Give a match's chances, frame by frame."""
    return curve_of(model.weights, loaded.slices["known"])


@holding(HELD)
def swings_of(loaded: Sources, model: Model) -> tuple[SwingRow, ...]:
    """Give a row for each minute in which something happened, by time."""
    curve, happened = curve_for(loaded, model), _happened(loaded)
    largest = max((abs(one.change) for one in curve.jumps), default=0.0)
    frames = loaded.slices["known"].at_ms
    return tuple(
        _swing(
            jump,
            start // 1_000,
            [text for at_ms, text in happened if start < at_ms <= end],
            largest,
        )
        for (start, end), jump in zip(pairwise(frames), curve.jumps, strict=True)
    )


@holding(HELD)
def chart_of(loaded: Sources, model: Model) -> LineChart | None:
    """Draw Red's chance, as the strip draws Red above; None without frames."""
    curve = curve_for(loaded, model)
    if not curve.points:
        return None
    return line_chart(
        [
            Series(
                "Red",
                [(one.at_s, 1 - one.chance) for one in curve.points],
                weight="main",
                label=False,
            )
        ],
        key="chance-curve",
        title="Chance of Red to win",
        description=f"At the last frame Red had {whole(1 - curve.points[-1].chance)} %.",
        x_max=loaded.row.duration_s,
        unit="Red",
        form="share",
        middle=0.5,
        marks=[
            Mark(one.t, f"{clock(one.t)} {one.text}", one.side, one.kind.shape)
            for one in _events(loaded)
            if one.kind.shape and one.kind.word not in _OFTEN
        ],
        caption="Chance of Red at each frame",
        base_url=f"{url_of(loaded.row.match_id)}/chance",
    )


_OFTEN = ("Kill", "Death")


def _events(loaded: Sources) -> list[Event]:
    slices = loaded.slices
    found = strip_events(slices["events"], slices["scoreboard"], loaded.names)
    return [one for one in found if one.kind is not PAUSE]


def _happened(loaded: Sources) -> list[tuple[int, str]]:
    """Give what happened with its millisecond, by time."""
    events = loaded.slices["events"]
    times = [one.at_ms for one in (*events.kills, *events.buildings, *events.monsters)]
    said = [one.text for one in _events(loaded)]
    return sorted(zip(times, said, strict=True), key=lambda one: one[0])


def _swing(jump: Jump, start: int, said: list[str], largest: float) -> SwingRow:
    more = len(said) - MOST_SAID
    return SwingRow(
        from_s=start,
        to_s=jump.at_s,
        clock=f"{clock(start)}–{clock(jump.at_s)}",
        what=(*said[:MOST_SAID], f"and {more} more") if more > 0 else tuple(said),
        before=whole(jump.before),
        after=whole(jump.after),
        points=points(jump.change),
        side=gained_by(jump.change),
        percent=share_of(jump.change, largest),
    )
