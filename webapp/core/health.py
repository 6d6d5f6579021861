"""Is it alive, is it ready, and how is it doing: for supervisors, proxies and Prometheus."""

from __future__ import annotations

import hmac
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flask import Blueprint, Flask, Response, abort, current_app, g, jsonify, request
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector
from sqlalchemy import text

from webapp.core.db import db
from webapp.core.settings import current_settings

bp = Blueprint("health", __name__)
Check = Callable[[], str | None]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the moment, with its labels."""

    name: str
    labels: dict[str, str]
    value: float


Figures = Callable[[], list[Figure]]
FIGURES: list[Figures] = []
CHECKS = "guildhall.checks"
REGISTRY = CollectorRegistry()
ANSWERS = Counter(
    "http_answers", "Answers by route and status", ["route", "status"], registry=REGISTRY
)
SECONDS = Histogram("http_seconds", "Seconds to answer, by route", ["route"], registry=REGISTRY)
LOOPBACK = frozenset({"127.0.0.1", "::1", None, ""})


def watch_health(app: Flask) -> None:
    """Register the health addresses and time every request."""
    app.extensions[CHECKS] = {"database": database_answers}
    app.register_blueprint(bp)
    app.before_request(_start_clock)
    app.after_request(_count)


def add_check(app: Flask, name: str, check: Check) -> None:
    """Add something /readyz must find well: None is well, a sentence is not."""
    app.extensions[CHECKS][name] = check


def add_figures(figures: Figures) -> None:
    """Add numbers of the moment that /metrics shows beside the counters."""
    if figures not in FIGURES:
        FIGURES.append(figures)


def database_answers() -> str | None:
    """Say what is wrong with the database, if anything is."""
    db.session.execute(text("select 1"))
    return None


@bp.get("/healthz")
def alive() -> Response:
    """Answer as long as this process can."""
    return Response("ok\n", mimetype="text/plain", headers={"Cache-Control": "no-store"})


@bp.get("/readyz")
def ready() -> tuple[Response, int]:
    """Answer 200 only when everything a reader needs is there."""
    wrong = {}
    for name, check in current_app.extensions[CHECKS].items():
        try:
            sentence = check()
        except Exception as error:  # noqa: BLE001 - whatever fails, the answer is "not ready"
            sentence = type(error).__name__
            db.session.remove()
        if sentence:
            wrong[name] = sentence
    return jsonify({"ready": not wrong, "wrong": wrong}), 503 if wrong else 200


@bp.get("/metrics")
def metrics() -> Response:
    """Answer Prometheus: from this machine, or with the token from the settings."""
    token = current_settings().metrics_token
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    known = bool(token) and hmac.compare_digest(given.encode(), token.encode())
    if not known and (token or request.remote_addr not in LOOPBACK):
        abort(404)
    body = generate_latest(_registry()) + "".join(_lines()).encode()
    return Response(body, content_type=CONTENT_TYPE_LATEST)


def _registry() -> CollectorRegistry:
    """Give the counters of all processes of this server where they are shared, else our own."""
    folder = current_settings().counts_dir
    if not folder.is_dir():
        return REGISTRY
    together = CollectorRegistry()
    MultiProcessCollector(together, path=str(folder))  # type: ignore[no-untyped-call]
    return together


def _lines() -> Iterator[str]:
    for figure in (figure for figures in FIGURES for figure in figures()):
        labels = ",".join(f'{name}="{value}"' for name, value in figure.labels.items())
        yield f"guildhall_{figure.name}{{{labels}}} {figure.value}\n"


def _start_clock() -> None:
    g.started = time.perf_counter()


def _count(response: Response) -> Response:
    route = request.url_rule.rule if request.url_rule else "unknown"
    ANSWERS.labels(route, response.status_code).inc()
    SECONDS.labels(route).observe(time.perf_counter() - g.get("started", time.perf_counter()))
    return response
