"""What happens when more is asked at once than can be answered in time.

A few requests are worked on, some wait their turn, and everybody else is told to come back
in a moment: an answer written beforehand that asks no database. The server needs a thread
for each of them, since nobody sees who waits in its own queue. Knows no page of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Final

import msgspec
from flask import Flask
from jinja2_fragments import render_block
from prometheus_client import Counter

from webapp.core.errors import ErrorPage
from webapp.core.health import REGISTRY
from webapp.core.logs import chosen_id
from webapp.core.pages import JSON, VARY
from webapp.core.security import promises
from webapp.core.settings import EXTENSION
from webapp.core.turns import ReadAside, Turns

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

WORKING: Final = 2
WAITING: Final = 48
REFUSED_AT_ONCE: Final = 12
THREADS: Final = WORKING + WAITING + REFUSED_AT_ONCE
PATIENCE_S: Final = 0.5
RETRY_S: Final = 2
ALWAYS: Final = frozenset({"/healthz"})
TEMPLATE: Final = "errors/busy.html"
NO_ID: Final = "--------"
REFUSED = Counter(
    "http_refused", "Requests told to come back, unanswered", ["why"], registry=REGISTRY
)
BUSY: Final = ErrorPage(
    status=503,
    title="Too many readers at once",
    sentence="More is being asked of Guildhall than it can answer. Try again in a few seconds.",
    request_id=NO_ID,
    ways=(),
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """The same refusal in three forms, the request's id left open."""

    whole: bytes
    part: bytes
    json: bytes
    promised: Mapping[str, str]

    def answer(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Say it in the form this request asked for."""
        body, mimetype = self._form(environ)
        request_id = chosen_id(environ.get("HTTP_X_REQUEST_ID", ""))
        said = body.replace(NO_ID.encode(), request_id.encode())
        headers = {
            "Content-Type": mimetype,
            "Content-Length": str(len(said)),
            "X-Request-ID": request_id,
            **self.promised,
        }
        start("503 Service Unavailable", list(headers.items()))
        return [said]

    def _form(self, environ: WSGIEnvironment) -> tuple[bytes, str]:
        path, accepts = environ.get("PATH_INFO", ""), environ.get("HTTP_ACCEPT", "")
        if path.endswith(".json") or path.startswith("/api/") or JSON in accepts:
            return self.json, JSON
        swaps = environ.get("HTTP_HX_REQUEST_TYPE") == "partial"
        return self.part if swaps else self.whole, "text/html; charset=utf-8"


class Door:
    """The app behind a door: so many inside, so many in line, the rest sent away."""

    def __init__(self, app: WSGIApplication, refusal: Refusal) -> None:
        self._app = app
        self._refusal = refusal
        self._room = BoundedSemaphore(WORKING + WAITING)
        self._turns = Turns(WORKING)

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer in turn, or refuse at once; a sign of life waits for nobody."""
        if environ.get("PATH_INFO") in ALWAYS:
            return self._app(environ, start)
        if not self._room.acquire(blocking=False):
            return self._refuse("no room", environ, start)
        try:
            return self._in_turn(environ, start)
        finally:
            self._room.release()

    def has_room(self) -> bool:
        """Say whether one more would be let in now."""
        if not self._room.acquire(blocking=False):
            return False
        self._room.release()
        return True

    def _in_turn(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if not self._turns.take(PATIENCE_S):
            return self._refuse("too late", environ, start)
        if "wsgi.input" in environ:
            environ["wsgi.input"] = ReadAside(environ["wsgi.input"])
        try:
            return self._app(environ, start)
        finally:
            self._turns.give_back()

    def _refuse(self, why: str, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        REFUSED.labels(why).inc()
        return self._refusal.answer(environ, start)


def take_turns(app: Flask) -> None:
    """Put the door before everything else the app does."""
    app.wsgi_app = Door(app.wsgi_app, refusal_of(app))  # type: ignore[assignment, method-assign]


def refusal_of(app: Flask) -> Refusal:
    """Write the refusal once, before anybody needs it."""
    whole = app.jinja_env.get_template(TEMPLATE).render(page=BUSY)
    part = render_block(app.jinja_env, TEMPLATE, "error", page=BUSY)
    promised = {
        "Retry-After": str(RETRY_S),
        "Cache-Control": "no-store",
        "Vary": VARY,
        **promises(app.extensions[EXTENSION]),
    }
    return Refusal(whole.encode(), part.encode(), msgspec.json.encode(BUSY), promised)
