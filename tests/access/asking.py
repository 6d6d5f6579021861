"""From a rule to an address, and asking it as one of the seven."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from urllib.parse import quote

from flask import Flask
from flask.testing import FlaskClient
from psycopg.errors import ReadOnlySqlTransaction
from sqlalchemy import ExceptionContext, event
from werkzeug.test import TestResponse

from tests.access.forms import FORMS, QUERIES
from tests.access.places import PLACES
from tests.access.things import THINGS
from tests.people import Person
from webapp.core.db import db

ARGUMENT = re.compile(r"<([^<>]+)>")
OURS: Final = {"Sec-Fetch-Site": "same-origin"}
POLICY: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
PROMISES: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
PLANTED: Final = (b"a secret for tests only", b"steam-test-key", b"RGAPI-test")
"""Secrets of the tests' own settings, which no answer may hold."""
PRIVATE: Final = ("/account", "/admin", "/me/", "/sign-in", "/api/v1/me", "/api/v1/tokens")
GOES_ON: Final = {"next_url", "older_url", "shown_said"}
"""Fields that lists have which are told part by part."""
_asked = itertools.count(1)


def twin_of(endpoint: str) -> str:
    """Name the page's endpoint that one of the API is a twin of: `lol.ask` of `api_v1.lol_ask`."""
    own, _, room = endpoint.partition(".")
    return room.replace("_", ".", 1) if own == "api_v1" else endpoint


def thing_of(endpoint: str, word: str) -> str | None:
    """Name what is made for one argument of a rule, if anything is."""
    endpoint = twin_of(endpoint)
    blueprint = endpoint.partition(".")[0]
    keys = (f"{endpoint}:{word}", f"{blueprint}:{word}", word)
    return next((key for key in keys if key in THINGS), None)


def value_of(endpoint: str, word: str, owner: Person) -> str:
    """Give what fills in one argument of a rule: a thing of the owner's, or a place."""
    thing = thing_of(endpoint, word)
    if thing:
        return THINGS[thing](owner)
    endpoint = twin_of(endpoint)
    blueprint = endpoint.partition(".")[0]
    for words in (PLACES.get(endpoint, {}), PLACES.get(blueprint, {})):
        if word in words:
            return str(words[word])
    raise LookupError(f"nothing fills in <{word}> of {endpoint}: see places.py and things.py")


def address(app: Flask, rule: str, endpoint: str, owner: Person) -> str:
    """Fill a rule in."""
    with app.app_context():
        filled = ARGUMENT.sub(
            lambda found: quote(value_of(endpoint, found[1], owner), safe="/"), rule
        )
        db.session.remove()
    return f"{filled}?{QUERIES[endpoint]}" if endpoint in QUERIES else filled


def ask_for(
    client: FlaskClient, method: str, path: str, endpoint: str = "", **headers: str
) -> TestResponse:
    """Ask as a page of ours would, from an address nobody asked from before."""
    n = next(_asked)
    sent: dict[str, Any] = (
        FORMS.get(endpoint, FORMS.get(twin_of(endpoint), {})) if method != "GET" else {}
    )
    answer = client.open(
        path,
        method=method,
        headers=OURS | headers,
        environ_overrides={"REMOTE_ADDR": f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}"},
        **sent,
    )
    return promised(answer, path)


def promised(answer: TestResponse, path: str) -> TestResponse:
    """Check what every answer promises a browser, whatever it is."""
    headers = answer.headers
    policy = dict(
        rule.strip().split(" ", 1) for rule in headers["Content-Security-Policy"].split(";")
    )
    assert {name: policy.pop(name, "") for name in POLICY} == POLICY, path
    assert set(policy) == {"form-action"}, path
    assert policy["form-action"].startswith("'self'"), path
    assert {name: headers.get(name) for name in PROMISES} == PROMISES, path
    assert [word for word in PLANTED if word in answer.data] == [], path
    if path.startswith(PRIVATE) and answer.status_code != 303:
        assert "no-store" in headers.get("Cache-Control", ""), path
        assert "ETag" not in headers, path
    told = answer.get_json() if answer.is_json and answer.data else None
    if isinstance(told, dict) and GOES_ON & set(told):
        assert 'rel="first"' in headers.get("Link", ""), path
    if "Set-Cookie" in headers:
        assert "public" not in headers.get("Cache-Control", ""), path
    return answer


@contextmanager
def read_only(app: Flask) -> Iterator[list[str]]:
    """Let no connection of the app write anything meanwhile.

    Gives what was tried nevertheless, whether whoever tried let the request fail or not.
    """
    tried: list[str] = []

    def note(failed: ExceptionContext) -> None:
        if isinstance(failed.original_exception, ReadOnlySqlTransaction):
            tried.append(failed.statement or "")

    with app.app_context():
        engine = db.engine
        engine.dispose()
    event.listen(engine, "connect", _lock)
    event.listen(engine, "handle_error", note)
    try:
        yield tried
    finally:
        event.remove(engine, "handle_error", note)
        event.remove(engine, "connect", _lock)
        engine.dispose()


def _lock(connection: Any, _record: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")
    connection.commit()
