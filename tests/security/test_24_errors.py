"""Line 24: any failure is a page with an id to quote, none of our insides; debugging is off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Blueprint, Flask
from sqlalchemy import text

from webapp.app import create_app
from webapp.config import Settings
from webapp.core.db import db

bp = Blueprint("broken", __name__, url_prefix="/broken")
PLANTED = "planted-7f3a"
INSIDES = ("Traceback", PLANTED, "sqlalchemy", "psycopg", "no_such_table", 'File "/', "werkzeug")
ASKED = {
    "whole": {},
    "part": {"HX-Request": "true", "HX-Request-Type": "partial"},
    "json": {"Accept": "application/json"},
}


@bp.get("/error")
def error() -> str:
    secret = PLANTED
    raise RuntimeError(f"it broke with {secret}")


@bp.get("/query")
def query() -> str:
    db.session.execute(text("select :word from no_such_table"), {"word": PLANTED})
    return ""


@bp.get("/template")
def template() -> str:
    return {"page": PLANTED}["key"]  # type: ignore[return-value]


@pytest.fixture
def broken(app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """Give an app with pages that fail, started by somebody who left FLASK_DEBUG set."""
    assert app
    monkeypatch.setenv("FLASK_DEBUG", "1")
    broken = create_app(settings)
    broken.register_blueprint(bp)
    yield broken
    with broken.app_context():
        db.engine.dispose()


@pytest.mark.parametrize("kind", ASKED)
@pytest.mark.parametrize("path", ["/broken/error", "/broken/query", "/broken/template"])
def test_24_a_failure_is_a_sentence_with_an_id(broken: Flask, path: str, kind: str) -> None:
    answer = broken.test_client().get(path, headers=ASKED[kind])
    assert answer.status_code == 500
    assert answer.headers["X-Request-ID"] in answer.text
    assert [word for word in INSIDES if word in answer.text] == []
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_24_no_failure_below_the_api_tells_more(broken: Flask) -> None:
    answer = broken.test_client().get("/api/v1/no/such/address")
    assert answer.status_code == 404
    assert answer.headers["X-Request-ID"] in answer.text


def test_24_debugging_is_off_whatever_the_environment_says(broken: Flask) -> None:
    assert broken.debug is False
    assert broken.testing is False
