"""The corner of every page: whose it is, told apart from the page itself."""

from __future__ import annotations

from flask.testing import FlaskClient
from sqlalchemy import update

from tests.people import person, sign_in
from webapp.accounts.models import Account
from webapp.core.db import db

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}


def test_somebody_signed_out_is_offered_to_sign_in_and_come_back(client: FlaskClient) -> None:
    here = {**PART, "HX-Current-URL": "http://localhost/deadlock/matches/7?t=90"}
    text = client.get("/me/slot", headers=here).text
    assert 'href="/sign-in?next=%2Fdeadlock%2Fmatches%2F7%3Ft%3D90"' in text
    assert 'data-account="no"' in text
    assert "Sign out" not in text


def test_another_sites_address_is_not_come_back_to(client: FlaskClient) -> None:
    here = {**PART, "HX-Current-URL": "http://evil.example//evil.example/x"}
    assert 'href="/sign-in?next=%2F"' in client.get("/me/slot", headers=here).text


def test_somebody_signed_in_sees_their_name_and_preferences_there_alone(
    client: FlaskClient,
) -> None:
    signed_out = client.get("/").text
    ada = person("Ada")
    sign_in(client, ada)
    chosen = {"theme": "dark", "time_zone": "Asia/Tokyo", "name": "<Ada>"}
    db.session.execute(update(Account).values(**chosen))
    db.session.commit()
    answer = client.get("/me/slot", headers=PART)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "Cookie" in answer.headers["Vary"]
    assert "&lt;Ada&gt;" in answer.text
    assert 'data-their-theme="dark"' in answer.text
    assert 'data-their-zone="Asia/Tokyo"' in answer.text
    assert 'action="/sign-out"' in answer.text
    assert 'href="/admin"' not in answer.text
    assert client.get("/").text == signed_out


def test_an_admin_finds_the_protected_pages_there(client: FlaskClient) -> None:
    sign_in(client, person("Di"))
    assert 'href="/admin"' in client.get("/me/slot", headers=PART).text
