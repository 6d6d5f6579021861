"""A stream of real work: matches fetched from the simulator, one after another, without end.

They are new ones, or some brought again and again, where nothing that is kept is to grow.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count, cycle
from typing import Final

from flask import Flask
from sqlalchemy import text

from webapp.cli.bench.games import benches
from webapp.core.db import db

LOOK_S: Final = 0.1
UNDER_WAY: Final = 2
IDLE_LOOKS: Final = 5
SETTLED_WITHIN_S: Final = 300.0
FIRST: Final = 1000
LIVE: Final = text("select count(*) from job_run where state in ('queued', 'running')")


@dataclass(slots=True)
class Stream:
    """How much was asked for, and whether there was work whenever we looked."""

    asked: int = 0
    looks: int = 0
    busy: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def busy_share(self) -> float:
        """The share of looks that found work under way."""
        return self.busy / max(1, self.looks)


@contextmanager
def working(app: Flask, *, among: int | None = None) -> Iterator[Stream]:
    """Keep a worker busy meanwhile: two runs are wanted at any time, of each game in turn.

    Each is for a new match, or with `among` for one of so many of its game.
    """
    stream = Stream()
    numbers = count(FIRST) if among is None else cycle(range(FIRST, FIRST + among))
    thread = threading.Thread(target=_keep_busy, args=(app, stream, numbers), daemon=True)
    thread.start()
    try:
        yield stream
    finally:
        stream.over.set()
        thread.join()


def settle(app: Flask) -> None:
    """Wait until what a new site does by itself is done: names, what is usual, pictures."""
    idle, ends_at = 0, time.monotonic() + SETTLED_WITHIN_S
    with app.app_context():
        while idle < IDLE_LOOKS and time.monotonic() < ends_at:
            time.sleep(1)
            idle = 0 if db.session.scalar(LIVE) else idle + 1
            db.session.remove()


def _keep_busy(app: Flask, stream: Stream, numbers: Iterator[int]) -> None:
    turns = ((bench, number) for number in numbers for bench in benches())
    with app.app_context():
        while not stream.over.wait(LOOK_S):
            live = int(db.session.scalar(LIVE) or 0)
            stream.looks += 1
            stream.busy += live > 0
            for _ in range(UNDER_WAY - live):
                bench, number = next(turns)
                bench.ask_for(number)
                stream.asked += 1
            db.session.remove()
