"""One-time links: made on the command line, looked at freely, used once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, update

from tests.people import person
from webapp.accounts.actions import users
from webapp.accounts.models import Account, AccountSession, SignInLink
from webapp.core.db import db, utc_now
from webapp.core.models import Audit

SAME = {"Sec-Fetch-Site": "same-origin"}


def test_a_link_signs_in_once_and_says_so_the_second_time(client: FlaskClient) -> None:
    path = users.make_link(person("Ada").id)
    for _ in range(2):
        assert "Sign in as Ada?" in client.get(path).text
    answer = client.post(path, headers=SAME)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/account")
    row = db.session.scalars(select(AccountSession)).one()
    assert (row.proved_by, row.proved_at is not None) == ("link", True)
    again = client.post(path, headers=SAME)
    assert again.status_code == 410
    assert "used already" in again.text
    assert 'href="/sign-in"' in again.text
    assert "used already" in client.get(path).text


def test_of_many_who_use_a_link_at_once_one_gets_in(app: Flask) -> None:
    path = users.make_link(person("Ada").id)
    db.session.remove()

    def use(_: int) -> int:
        return app.test_client().post(path, headers=SAME).status_code

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(use, range(6))) == [303, 410, 410, 410, 410, 410]


def test_a_link_of_an_hour_ago_or_of_nobody_signs_nobody_in(client: FlaskClient) -> None:
    path = users.make_link(person("Ada").id)
    db.session.execute(update(SignInLink).values(ends_at=utc_now() - timedelta(seconds=1)))
    db.session.commit()
    assert "too old" in client.get(path).text
    assert client.post(path, headers=SAME).status_code == 410
    assert client.post(f"{path}x", headers=SAME).status_code == 404
    assert "no such link" in client.get(f"{path}x").text
    assert db.session.scalar(select(func.count()).select_from(AccountSession)) == 0


def test_a_closed_account_is_not_opened_by_a_link(client: FlaskClient) -> None:
    path = users.make_link(person("Ada").id)
    db.session.execute(update(Account).values(disabled_at=utc_now()))
    db.session.commit()
    assert "is closed" in client.get(path).text
    assert client.post(path, headers=SAME).status_code == 410


def test_links_are_kept_by_their_hash_and_every_step_is_noted(client: FlaskClient) -> None:
    path = users.make_link(person("Ada").id)
    client.post(path, headers=SAME)
    secret = path.rpartition("/")[2]
    assert db.session.scalars(select(SignInLink.id)).one() != secret
    rows = db.session.execute(
        select(Audit.actor, Audit.action, Audit.subject).order_by(Audit.id)
    ).all()
    assert [tuple(row) for row in rows] == [
        ("command line", "make sign-in link", "account:1"),
        ("account:1", "sign in by link", "account:1"),
    ]


def test_links_cannot_be_tried_without_end(client: FlaskClient) -> None:
    answers = [client.post("/sign-in/link/x", headers=SAME) for _ in range(21)]
    assert [answer.status_code for answer in answers[:20]] == [404] * 20
    assert answers[20].status_code == 429
    assert int(answers[20].headers["Retry-After"]) > 0


@pytest.mark.parametrize("words", ["1", "Ada", "ADA"])
def test_somebody_is_found_by_name_or_number(app: Flask, words: str) -> None:
    assert app
    ada = person("Ada")
    assert users.find_user(words).id == ada.id


def test_one_name_of_two_people_asks_for_the_number(app: Flask) -> None:
    assert app
    person("Ada")
    person("Ada")
    with pytest.raises(users.NoSuchAccount, match="say which: 1, 2"):
        users.find_user("ada")
    with pytest.raises(users.NoSuchAccount, match="Nobody here is called"):
        users.find_user("9" * 18)


def test_a_place_without_accounts_says_how_the_first_is_made(client: FlaskClient) -> None:
    told = "./guildhall user create NAME --admin"
    assert told in client.get("/sign-in").text
    person("Ada")
    assert told not in client.get("/sign-in").text
