"""How many pages a second one thread answers, as a share of a bare route of the same app."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask
from werkzeug.test import EnvironBuilder, run_wsgi_app

ROUNDS, ROUND_S = 7, 0.1
WARMED = 100
SECONDS, STRIDE_S = 1000, 37
Ask = Callable[[int], tuple[str, dict[str, str]]]
Case = tuple[str, Ask, float]
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


def measure_pages(app: Flask, tabs: list[tuple[str, str]]) -> list[PageRate]:
    """Answer each tab, by name and address, in four ways, each in turn with the bare route.

    Whole and part name another moment each time, in a process that has shown such moments before.
    """
    found = [
        _measured(app, *case)
        for tab, path in tabs
        for case in _cases(tab, path, _answer(app, path, PACKED)[1]["ETag"])
    ]
    bare = statistics.median(one.per_second / one.share for one in found)
    return [PageRate("bare route", bare, 1.0, 0, 3), *found]


def _cases(tab: str, path: str, etag: str) -> list[Case]:
    return [
        (f"{tab}, whole", lambda n: (f"{path}?t={_second(n)}", PACKED), 0.15),
        (f"{tab}, part", lambda n: (f"{path}?t={_second(n)}", PACKED | HTMX), 0.20),
        (f"{tab}, kept", lambda _: (path, PACKED), 0.40),
        (f"{tab}, 304", lambda _: (path, PACKED | {"If-None-Match": etag}), 0.50),
    ]


def _second(number: int) -> int:
    """Give another second each time, here and there over the first half of a match."""
    return number * STRIDE_S % SECONDS


def _measured(app: Flask, name: str, ask: Ask, wanted: float) -> PageRate:
    """Take turns with the bare route in short rounds, so that both meet the same weather."""
    for n in range(WARMED):
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
