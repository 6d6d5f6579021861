"""Line 14: work about somebody's account is nobody else's to see or to start over, but admins'.

Work about a match is anybody's: a hundred people who ask for one share its page.
"""

from __future__ import annotations

import uuid

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.accounts.journey import SAME
from tests.api.programs import token_of, with_token
from tests.games import is_here, needs
from tests.jobs.asked import ask, row
from tests.people import Person, person, sign_in
from webapp.accounts.models import JobAsker
from webapp.core.db import db
from webapp.jobs import cancel
from worker.plans import accounts, telling

CLAIMS = ("lol.claim",) if is_here("lol") else ()
OWN = (*accounts.PLAN.names, *telling.PLAN.names, *CLAIMS)
OTHERS = (None, "Cy", "Bo", "Mo")
FORMS: tuple[dict[str, str], ...] = (
    {},
    {"HX-Request": "true", "HX-Request-Type": "partial"},
    {"Accept": "application/json"},
)


def asked_by(who: Person, kind: str) -> uuid.UUID:
    """Let somebody have asked for work that was called off."""
    run_id = ask(kind=kind, key=f"{kind}:{who.id}", title="Looking at the icon of Quokka#EUW")
    db.session.add(JobAsker(run_id=run_id, account_id=who.id))
    cancel(run_id)
    db.session.commit()
    return run_id


def ways_to_look(run_id: uuid.UUID) -> tuple[str, ...]:
    return f"/jobs/{run_id}", f"/jobs/{run_id}.json", f"/api/v1/jobs/{run_id}"


def browser_of(app: Flask, who: Person | None) -> FlaskClient:
    """Sit somebody down before a browser, or nobody."""
    client = app.test_client()
    if who:
        sign_in(client, who)
    return client


@pytest.mark.parametrize("kind", OWN)
def test_14_work_about_an_account_is_not_there_for_others(app: Flask, kind: str) -> None:
    run_id = asked_by(person("Ada"), kind)
    for client in [browser_of(app, person(name) if name else None) for name in OTHERS]:
        looks = [client.get(path, headers=form) for path in ways_to_look(run_id) for form in FORMS]
        again = [client.post(f"/jobs/{run_id}/retry", headers=SAME | form) for form in FORMS]
        assert {answer.status_code for answer in (*looks, *again)} == {404}
        assert not any("Quokka" in answer.text for answer in (*looks, *again))
    assert row(run_id).state == "cancelled"


@pytest.mark.parametrize("name", ["Ada", "Di"])
def test_14_its_own_reader_and_admins_see_work_about_an_account(app: Flask, name: str) -> None:
    ada = person("Ada")
    run_id = asked_by(ada, "accounts.export")
    client = browser_of(app, ada if name == "Ada" else person(name))
    for path in ways_to_look(run_id):
        answer = client.get(path)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert "ETag" not in answer.headers
    again = client.post(f"/jobs/{run_id}/retry", headers=SAME)
    assert (again.status_code, again.location) == (303, f"/jobs/{run_id}")
    assert row(run_id).state == "queued"


def test_14_a_token_sees_its_accounts_work_where_it_may_and_no_others(client: FlaskClient) -> None:
    ada = person("Ada")
    run_id = asked_by(ada, "accounts.export")
    got = {
        who: [
            client.get(f"/api/v1/jobs/{run_id}", headers=with_token(token)).status_code,
            client.post(f"/api/v1/jobs/{run_id}/retry", headers=with_token(token)).status_code,
        ]
        for who, token in (
            ("Cy", token_of(person("Cy"))),
            ("Di", token_of(person("Di"))),
            ("Ada, to read", token_of(ada, "read")),
            ("Ada", token_of(ada, "jobs")),
        )
    }
    assert got == {
        "Cy": [404, 404],
        "Di": [404, 404],
        "Ada, to read": [404, 403],
        "Ada": [200, 202],
    }


def test_14_who_asked_for_an_archive_is_led_to_its_page(app: Flask) -> None:
    ada = browser_of(app, person("Ada"))
    led_to = ada.post("/account/data/archives", headers=SAME).headers["Location"]
    assert ada.get(led_to).status_code == 200
    assert browser_of(app, person("Cy")).get(led_to).status_code == 404
    ada.post("/sign-out", headers=SAME)
    assert ada.get(led_to).status_code == 404


@needs("lol")
def test_14_who_claimed_a_name_is_led_to_its_page(app: Flask) -> None:
    ada = browser_of(app, person("Ada"))
    page, name = "/account/identities/claims/riot", {"name": "Ada#EUW"}
    led_to = ada.post(page, data=name, headers=SAME).headers["Location"]
    assert ada.get(led_to).status_code == 200
    assert browser_of(app, None).get(led_to).status_code == 404


def test_14_work_about_a_match_is_anybodys(app: Flask) -> None:
    run_id = asked_by(person("Ada"), "test.match")
    nobody = browser_of(app, None)
    assert {nobody.get(path).status_code for path in ways_to_look(run_id)} == {200}
    assert nobody.post(f"/jobs/{run_id}/retry", headers=SAME).status_code == 303
    assert row(run_id).state == "queued"
