"""Work over time, drawn: what ended in each span, and how old the oldest due run was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from webapp.core.db import utc_now
from webapp.jobs.samples import Ended, Standing, ended, samples
from webapp.matchplay.charts import LineChart, Series, line_chart

HEIGHT: Final = 150
HOUR_S: Final = 3_600
DAY_S: Final = 86_400


@dataclass(frozen=True, slots=True)
class Span:
    """How far back the charts go, in which steps, and in which unit that is written."""

    word: str
    said: str
    reach: timedelta
    step: timedelta
    unit_s: int
    unit: str


SPANS: Final = (
    Span("3h", "3 hours", timedelta(hours=3), timedelta(minutes=5), 60, "minutes from now"),
    Span("24h", "24 hours", timedelta(days=1), timedelta(minutes=30), HOUR_S, "hours from now"),
    Span("7d", "7 days", timedelta(days=7), timedelta(hours=3), DAY_S, "days from now"),
)


@dataclass(frozen=True, slots=True)
class SpanChoice:
    """One of the spans, and whether it is the one shown."""

    word: str
    said: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Charts:
    """Both charts, the spans to choose from, and where the figures are as CSV."""

    spans: tuple[SpanChoice, ...]
    step_said: str
    throughput: LineChart
    oldest: LineChart
    csv_url: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: runs that ended in it, and the worst age of the oldest due one, in seconds."""

    begins_at: datetime
    done: int
    failed: int
    oldest_due_s: float | None


def span_of(word: str) -> Span:
    """Give the span a word means; the day where it means none."""
    return next((one for one in SPANS if one.word == word), SPANS[1])


def work_charts(word: str) -> Charts:
    """Draw the two charts over the span asked for; the last step is still going on."""
    span = span_of(word)
    now = utc_now()
    since = _begin(now, span)
    steps = _steps(since, now, span)
    minutes = int(span.step.total_seconds() // 60)
    said = f"{minutes} minutes" if minutes < 60 else f"{minutes // 60} hours"  # noqa: PLR2004
    return Charts(
        spans=tuple(SpanChoice(one.word, one.said, one is span) for one in SPANS),
        step_said=said,
        throughput=_throughput(steps, ended(since, span.step), span, now, said),
        oldest=_oldest(steps, samples(since, span.step), span, now, said),
        csv_url=f"/admin/work.csv?span={span.word}",
    )


def work_steps(word: str) -> tuple[StepRow, ...]:
    """Give the figures of both charts, the oldest step first; the last is still going on."""
    span, now = span_of(word), utc_now()
    since = _begin(now, span)
    fared = {one.at: one for one in ended(since, span.step)}
    stood = {one.at: one.oldest_age_s for one in samples(since, span.step)}
    none = Ended(now, 0, 0)
    return tuple(
        StepRow(at, fared.get(at, none).done, fared.get(at, none).lost, stood.get(at))
        for at in _steps(since, now, span)
    )


def _begin(now: datetime, span: Span) -> datetime:
    """Begin on a whole step, so that each span counts the same runs at every look."""
    step = span.step.total_seconds()
    last = now.timestamp() // step * step
    return datetime.fromtimestamp(last, now.tzinfo) - span.reach + span.step


def _steps(since: datetime, now: datetime, span: Span) -> list[datetime]:
    count = int((now - since) / span.step) + 1
    return [since + number * span.step for number in range(count)]


def _place(at: datetime, span: Span, now: datetime) -> float:
    """Place a span by its end, or by now while it is still going on."""
    return round(min(0.0, (at + span.step - now).total_seconds() / span.unit_s), 2)


def _throughput(
    steps: Sequence[datetime], found: Sequence[Ended], span: Span, now: datetime, said: str
) -> LineChart:
    by_step = {one.at: one for one in found}
    none = Ended(now, 0, 0)
    done = [(_place(at, span, now), by_step.get(at, none).done) for at in steps]
    lost = [(_place(at, span, now), by_step.get(at, none).lost) for at in steps]
    total, failed = sum(count for _, count in done), sum(count for _, count in lost)
    return line_chart(
        [Series("done", done, dots=False), Series("failed", lost, dash=1, dots=False)],
        key="throughput",
        title=f"Runs ended in each {said}",
        description=f"{total:,} done and {failed:,} failed or dead in {span.said}; "
        f"the last {said} are still going on.",
        x="number",
        x_min=-span.reach.total_seconds() / span.unit_s,
        x_max=0,
        x_unit=span.unit,
        unit="runs" if max(count for _, count in (*done, *lost)) > 1 else "run",
        height=HEIGHT,
    )


def _oldest(
    steps: Sequence[datetime], found: Sequence[Standing], span: Span, now: datetime, said: str
) -> LineChart:
    by_step = {one.at: one for one in found}
    ages = [
        (_place(at, span, now), round(by_step[at].oldest_age_s, 1) if at in by_step else None)
        for at in steps
    ]
    worst = max((one.oldest_age_s for one in found), default=0.0)
    return line_chart(
        [Series("oldest", ages, dots=False, label=False)],
        key="oldest",
        title=f"Age of the oldest run that was due, worst in each {said}",
        description=f"At most {worst:,.0f} s in {span.said}; sampled once a minute.",
        x="number",
        x_min=-span.reach.total_seconds() / span.unit_s,
        x_max=0,
        x_unit=span.unit,
        unit="s",
        height=HEIGHT,
    )
