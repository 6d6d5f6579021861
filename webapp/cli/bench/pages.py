"""How many pages a second one thread answers, as a share of a bare route of the same app."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask
from werkzeug.test import EnvironBuilder, run_wsgi_app

SECONDS = 2.0
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
    """Answer each kind of page for a while, the bare route before and after."""
    path = f"/deadlock/matches/{match_id}"
    etag = _answer(app, path, PACKED)[1]["ETag"]
    cases: list[tuple[str, Callable[[int], tuple[str, dict[str, str]]], float]] = [
        ("overview", lambda n: (f"{path}?t={n % 1000}", PACKED), 0.15),
        ("part", lambda n: (f"{path}?t={n % 1000}", PACKED | HTMX), 0.20),
        ("cached page", lambda _: (path, PACKED), 0.40),
        ("304", lambda _: (path, PACKED | {"If-None-Match": etag}), 0.50),
    ]
    bare = _rate(app, lambda _: ("/healthz", PACKED))[0]
    found = []
    for name, ask, wanted in cases:
        rate, size = _rate(app, ask)
        bare = max(bare, _rate(app, lambda _: ("/healthz", PACKED), SECONDS / 2)[0])
        found.append(PageRate(name, rate, rate / bare, wanted, size))
    return [PageRate("bare route", bare, 1.0, 1.0, 3), *found]


def _rate(
    app: Flask, ask: Callable[[int], tuple[str, dict[str, str]]], seconds: float = SECONDS
) -> tuple[float, int]:
    for n in range(5):
        _answer(app, *ask(n))
    count, size, start = 0, 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        size = _answer(app, *ask(count))[2]
        count += 1
    return count / (time.perf_counter() - start), size


def _answer(app: Flask, path: str, headers: dict[str, str]) -> tuple[int, dict[str, str], int]:
    environ = EnvironBuilder(
        path, headers=list(headers.items()), base_url="http://127.0.0.1"
    ).get_environ()
    body, status, answered = run_wsgi_app(app, environ, buffered=True)
    size = sum(len(part) for part in body)
    return int(status.split()[0]), dict(answered), size
