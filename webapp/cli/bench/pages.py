"""How many pages a second one thread answers, as a share of a bare route of the same app."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask
from werkzeug.test import EnvironBuilder, run_wsgi_app

ROUNDS, ROUND_S = 15, 0.2
Ask = Callable[[int], tuple[str, dict[str, str]]]
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}
PACKED = {"Accept-Encoding": "zstd, gzip"}


@dataclass(frozen=True, slots=True)
class PageRate:
    """One kind of answer: how many a second, which share of the bare route, how many bytes."""

    name: str
    per_second: float
    share: float
    wanted: float
    bytes: int


def measure_pages(app: Flask, match_id: int) -> list[PageRate]:
    """Answer each kind of page in turn with the bare route; a share of 0 is wanted of none.

    Every answer names another moment. The Overview's part shows none and is one kept answer
    for all of them; the Map's part is drawn anew each time.
    """
    path = f"/deadlock/matches/{match_id}"
    etag = _answer(app, path, PACKED)[1]["ETag"]
    cases: list[tuple[str, Ask, float]] = [
        ("overview", lambda n: (f"{path}?t={n % 1000}", PACKED), 0.15),
        ("part", lambda n: (f"{path}?t={n % 1000}", PACKED | HTMX), 0.20),
        ("map", lambda n: (f"{path}/map?t={n % 1000}", PACKED), 0),
        ("map part", lambda n: (f"{path}/map?t={n % 1000}", PACKED | HTMX), 0),
        ("cached page", lambda _: (path, PACKED), 0.40),
        ("304", lambda _: (path, PACKED | {"If-None-Match": etag}), 0.50),
    ]
    found = [_measured(app, *case) for case in cases]
    bare = statistics.median(one.per_second / one.share for one in found)
    return [PageRate("bare route", bare, 1.0, 0, 3), *found]


def _measured(app: Flask, name: str, ask: Ask, wanted: float) -> PageRate:
    """Take turns with the bare route in short rounds, so that both meet the same weather."""
    for n in range(5):
        _answer(app, *ask(n))
    rounds = [(_rate(app, ask), _rate(app, lambda _: ("/healthz", PACKED))) for _ in range(ROUNDS)]
    return PageRate(
        name=name,
        per_second=statistics.median(rate for rate, _ in rounds),
        share=statistics.median(rate / bare for rate, bare in rounds),
        wanted=wanted,
        bytes=_answer(app, *ask(0))[2],
    )


def _rate(app: Flask, ask: Ask) -> float:
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < ROUND_S:
        _answer(app, *ask(count))
        count += 1
    return count / (time.perf_counter() - start)


def _answer(app: Flask, path: str, headers: dict[str, str]) -> tuple[int, dict[str, str], int]:
    environ = EnvironBuilder(
        path, headers=list(headers.items()), base_url="http://127.0.0.1"
    ).get_environ()
    body, status, answered = run_wsgi_app(app, environ, buffered=True)
    size = sum(len(part) for part in body)
    return int(status.split()[0]), dict(answered), size
