"""How fresh the data is and whether its sources answer: public, from the facts admins see.

Worked out at most once in a few seconds however many ask. Says nothing of who, why or where.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from webapp.admin.backstage import rooms_and_upstreams
from webapp.admin.domain.words import span_said
from webapp.admin.pages.health import Standing as Stands
from webapp.admin.pages.health import State, upstream_health
from webapp.core.db import utc_now
from webapp.core.momentary import Momentary
from webapp.jobs import sweeper_age_s
from webapp.jobs.samples import Standing, standing
from webapp.matchplay.tables import csv_of

SILENT_S: Final = 15
OLD_S: Final = 300
WORST: Final[tuple[State, ...]] = ("bad", "warn", "ok", "idle")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source: whether it answers, and when it last did."""

    name: str
    state: State
    state_text: str
    asked: int
    failed: int
    last_ok_at: datetime | None


@dataclass(frozen=True, slots=True)
class RoomLine:
    """One room: when its newest data came."""

    name: str
    url: str
    sources: str
    newest_at: datetime | None
    state: State
    state_text: str


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One part of background work."""

    name: str
    state: State
    state_text: str


@dataclass(frozen=True, slots=True)
class StatusPage:
    """Everything at this moment, and the worst of it in a sentence."""

    as_at: datetime
    state: State
    said: str
    rooms: tuple[RoomLine, ...]
    sources: tuple[SourceLine, ...]
    work: tuple[WorkLine, ...]


TABLES: Final[Mapping[str, type[Any]]] = {"rooms": RoomLine, "sources": SourceLine}
_held: Final[Momentary[StatusPage]] = Momentary("status", 5)


def status_page() -> StatusPage:
    """Give how things stand, not older than a few seconds."""
    return _held.get(_look)


def status_csv(name: str) -> str:
    """Give one table of it as CSV."""
    return csv_of(getattr(status_page(), name), TABLES[name])


def _look() -> StatusPage:
    stands, work = upstream_health().standings, _work()
    rooms, sources = _rooms(stands), _sources(stands)
    states = {*(one.state for one in sources), *(one.state for one in work)}
    state = next((one for one in WORST if one in states), WORST[-1])
    said = {
        "bad": "Something does not work at the moment; what is kept here can be read all the same.",
        "warn": "It works; some sources are slow or paused, or work waits longer than usual.",
    }.get(state, "Everything works.")
    return StatusPage(utc_now(), state, said, rooms, sources, work)


def _rooms(stands: Sequence[Stands]) -> tuple[RoomLine, ...]:
    found = []
    for room, names in rooms_and_upstreams():
        fresh = room.freshness()
        mine = [one for one in stands if one.family in names]
        now = _worst(fresh.state, fresh.text, mine)
        found.append(RoomLine(room.name, room.url, room.sources, fresh.newest_at, *now))
    return tuple(found)


def _worst(state: State, text: str, sources: Sequence[Stands]) -> tuple[State, str]:
    """Give how a room stands: no better than the worst of its sources, and which that is."""
    worst = min(sources, key=lambda one: WORST.index(one.state), default=None)
    if worst is None or not _wrong(worst) or WORST.index(state) <= WORST.index(worst.state):
        return state, text
    return worst.state, f"{worst.label} {worst.said}"


def _wrong(source: Stands) -> bool:
    return source.state in ("bad", "warn")


def _sources(stands: Sequence[Stands]) -> tuple[SourceLine, ...]:
    return tuple(
        SourceLine(one.label, one.state, one.state_text, one.asked, one.failed, one.last_ok_at)
        for one in stands
        if one.last_at or _wrong(one)
    )


def _work() -> tuple[WorkLine, ...]:
    here, beat = standing(), sweeper_age_s()
    silent = beat is None or beat > SILENT_S
    seen = "no sign of life" if silent else f"last seen {span_said(beat)} ago"
    return (WorkLine("Scheduler", "bad" if silent else "ok", seen), _queue(here))


def _queue(here: Standing) -> WorkLine:
    if not here.due:
        return WorkLine("Queue", "ok", f"nothing waits, {here.running:,} at work")
    said = f"{here.due:,} waiting, the oldest for {span_said(here.oldest_age_s)}"
    return WorkLine("Queue", "warn" if here.oldest_age_s > OLD_S else "ok", said)
