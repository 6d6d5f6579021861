"""Sessions: rows on our side, a secret in the cookie."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Blueprint, Flask
from sqlalchemy import func, select, update

from tests.people import person, sign_in
from webapp.accounts.current import current_account, needs_account, needs_proof, needs_role
from webapp.accounts.models import Account, AccountSession
from webapp.accounts.session import browser_session
from webapp.app import create_app
from webapp.config import Settings
from webapp.core.db import db, utc_now

bp = Blueprint("trial", __name__, url_prefix="/trial")


@bp.get("/me")
def me() -> str:
    mine = current_account()
    return mine.name if mine else "nobody"


@bp.post("/in/<int:account_id>")
def come_in(account_id: int) -> str:
    browser_session().sign_in(account_id, "test")
    return "in"


@bp.post("/out")
def go_out() -> str:
    browser_session().sign_out()
    return "out"


@bp.get("/mine")
@needs_account
def mine() -> str:
    return "mine"


@bp.get("/rule")
@needs_role("admin")
@needs_proof
def rule() -> str:
    return "ruled"


@pytest.fixture(scope="module")
def made_trial(settings: Settings) -> Iterator[Flask]:
    made = create_app(settings)
    made.register_blueprint(bp)
    yield made
    with made.app_context():
        db.engine.dispose()


@pytest.fixture
def trial(app: Flask, made_trial: Flask) -> Flask:
    """Give an app with a few guarded pages, on an empty database."""
    del app
    return made_trial


SAME = {"Sec-Fetch-Site": "same-origin"}


def test_nobody_is_there_without_a_cookie_and_no_row_is_made(trial: Flask) -> None:
    answer = trial.test_client().get("/trial/me")
    assert answer.text == "nobody"
    assert "Set-Cookie" not in answer.headers
    assert db.session.scalar(select(func.count()).select_from(AccountSession)) == 0


def test_a_sign_in_takes_a_new_id_and_a_copied_cookie_dies_at_sign_out(trial: Flask) -> None:
    ada = person("Ada")
    client = trial.test_client()
    before = sign_in(client, ada)
    client.post(f"/trial/in/{ada.id}", headers=SAME)
    after = client.get_cookie("guildhall")
    assert after is not None
    assert after.value != before
    assert client.get("/trial/me").text == "Ada"
    copied = trial.test_client()
    copied.set_cookie("guildhall", after.value)
    assert copied.get("/trial/mine").status_code == 200
    client.post("/trial/out", headers=SAME)
    assert copied.get("/trial/mine.json").status_code == 404
    assert copied.get("/trial/mine", headers={"Accept": "application/json"}).status_code == 401
    assert db.session.scalar(select(func.count()).select_from(AccountSession)) == 0


def test_the_cookie_is_for_this_site_and_no_script(trial: Flask) -> None:
    ada = person("Ada")
    answer = trial.test_client().post(f"/trial/in/{ada.id}", headers=SAME)
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie


@pytest.mark.parametrize(
    ("name", "idle", "whole", "seen"),
    [
        ("Ada", timedelta(days=13), timedelta(days=29), "Ada"),
        ("Ada", timedelta(days=15), timedelta(days=16), "nobody"),
        ("Ada", timedelta(0), timedelta(days=31), "nobody"),
        ("Di", timedelta(minutes=29), timedelta(hours=11), "Di"),
        ("Di", timedelta(minutes=31), timedelta(hours=1), "nobody"),
        ("Di", timedelta(0), timedelta(hours=13), "nobody"),
    ],
)
def test_a_session_ends_unused_and_in_the_end_anyway(
    trial: Flask, name: str, idle: timedelta, whole: timedelta, seen: str
) -> None:
    client = trial.test_client()
    sign_in(client, person(name))
    past = {"seen_at": utc_now() - idle, "created_at": utc_now() - whole}
    db.session.execute(update(AccountSession).values(**past))
    db.session.commit()
    assert client.get("/trial/me").text == seen


def test_a_disabled_account_is_signed_out_at_once(trial: Flask) -> None:
    client = trial.test_client()
    sign_in(client, person("Ada"))
    db.session.execute(update(Account).values(disabled_at=utc_now()))
    db.session.commit()
    assert client.get("/trial/me").text == "nobody"


def test_somebody_signed_out_is_sent_to_sign_in_and_back(trial: Flask) -> None:
    answer = trial.test_client().get("/trial/mine?x=1")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/sign-in?next=%2Ftrial%2Fmine%3Fx%3D1"


def test_what_is_for_admins_is_nowhere_for_others_and_wants_a_fresh_proof(trial: Flask) -> None:
    assert trial.test_client().get("/trial/rule").status_code == 404
    for name in ("Ada", "Bo", "Mo"):
        client = trial.test_client()
        sign_in(client, person(name))
        assert client.get("/trial/rule").status_code == 404
    di, client = person("Di"), trial.test_client()
    sign_in(client, di)
    assert client.get("/trial/rule").text == "ruled"
    sign_in(client, di, proved_at=utc_now() - timedelta(minutes=31))
    assert "again=1" in client.get("/trial/rule").headers["Location"]
