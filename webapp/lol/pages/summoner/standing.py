"""Where somebody stands in Solo and Flex, and their climb as we saw it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from webapp.lol.domain.played import Rank
from webapp.lol.domain.summoner.ladder import QUEUES, height_of, height_words, rank_words
from webapp.lol.store import ranks
from webapp.matchplay.charts import LineChart, Series, line_chart
from webapp.matchplay.shares import Share, share_of

DRAWN_FROM = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """A rank in one queue; `rank` is empty for somebody unranked there."""

    queue: str
    rank: str
    points: int
    share: Share
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a rank we saw; a rank that was lost is Unranked."""

    queue: str
    rank: str
    points: int
    wins: int
    losses: int
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Standings:
    """Both queues, the climb as a chart, and its steps; the chart needs two changes."""

    queues: tuple[Standing, ...]
    chart: LineChart | None
    steps: tuple[Step, ...]


def standings_of(account_id: uuid.UUID) -> Standings:
    """Give Solo and Flex, and every change of them we saw."""
    history = ranks.read_rank_history(account_id)
    newest = {one.queue: one for one in history}
    steps = [one for one in history if one.queue in QUEUES and _is_step(one)]
    climb = [one for one in steps if one.tier]
    return Standings(
        queues=tuple(_standing(queue, newest.get(queue)) for queue in QUEUES),
        chart=_chart(climb) if len({one.seen_at.date() for one in climb}) >= DRAWN_FROM else None,
        steps=tuple(_step(one) for one in reversed(steps)),
    )


def _is_step(one: Rank) -> bool:
    return not one.tier or height_of(one) is not None


def _standing(queue: str, rank: Rank | None) -> Standing:
    if rank is None or not rank.tier:
        return Standing(QUEUES[queue], "", 0, share_of(0, 0), None)
    share = share_of(rank.wins, rank.wins + rank.losses)
    return Standing(QUEUES[queue], rank_words(rank), rank.points, share, rank.seen_at)


def _step(one: Rank) -> Step:
    return Step(QUEUES[one.queue], rank_words(one), one.points, one.wins, one.losses, one.seen_at)


def _chart(steps: list[Rank]) -> LineChart:
    series = [
        Series(words, _climb([one for one in steps if one.queue == queue]))
        for queue, words in QUEUES.items()
    ]
    points = [(x, y) for one in series for x, y in one.points if y is not None]
    heights, days = [y for _, y in points], [x for x, _ in points]
    low, high = min(heights), max(heights)
    return line_chart(
        [one for one in series if one.points],
        key="climb",
        title="League points over time",
        description=f"From {height_words(low)} to {height_words(high)}, as we saw it.",
        x="day",
        x_min=min(days),
        x_max=max(days),
        y_range=(low - 50, high + 50),
        unit="LP above Iron IV",
        caption="League points above Iron IV, by day",
    )


def _climb(steps: list[Rank]) -> tuple[tuple[float, float], ...]:
    """Give the last height of each day."""
    by_day = {
        one.seen_at.date().toordinal(): height
        for one in steps
        if (height := height_of(one)) is not None
    }
    return tuple((float(day), float(height)) for day, height in sorted(by_day.items()))
