"""E-mail and password: a setting, off by default; nobody learns which addresses are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import argon2
import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from tests.people import Person, person, sign_in
from webapp.accounts.actions import deleting, tidying
from webapp.accounts.actions import passwords as acting
from webapp.accounts.actions.mailing import unsealed
from webapp.accounts.domain.passwords import COMMONEST, LONGEST, SHORTEST, refused
from webapp.accounts.models import Account, AccountSession, MailLink, Password
from webapp.core.db import db, utc_now
from webapp.core.settings import EXTENSION
from webapp.jobs.models import JobRun

SAME = {"Sec-Fetch-Site": "same-origin"}
GOOD = "a long walk by the river"
MAIL = {"smtp_url": "smtp://127.0.0.1:1", "mail_from": "hall@example.org"}


@pytest.fixture
def verified(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Hash at small cost, and note each hash a password is held against."""
    cheap, seen = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1), []

    class Noting(PasswordHasher):
        """Verifies as it does anyway."""

        def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # noqa: A002
            """Note the hash first."""
            seen.append(str(hash))
            return cheap.verify(hash, password)

    noting = Noting(time_cost=1, memory_cost=1024, parallelism=1)
    monkeypatch.setattr(acting, "_hasher", lambda: noting)
    acting._nobodys.cache_clear()  # noqa: SLF001 - made at another cost
    return seen


@pytest.fixture
def visitor(app: Flask, verified: list[str]) -> Iterator[FlaskClient]:
    """Give a browser at an installation that wants passwords."""
    assert verified == []
    before = app.extensions[EXTENSION]
    app.extensions[EXTENSION] = replace(before, password_sign_in=True, **MAIL)
    yield app.test_client()
    app.extensions[EXTENSION] = before


def last_mail() -> tuple[str, str]:
    """Give to whom the last mail goes, and the path of the link in it."""
    args = db.session.scalars(select(JobRun.args).order_by(JobRun.created_at.desc())).first()
    assert args
    mail = unsealed(args["sealed"])
    link = next(line for line in mail.text.splitlines() if line.startswith("http"))
    return mail.to, "/" + link.split("/", 3)[3]


def ask(client: FlaskClient, address: str) -> str:
    """Have a link mailed; gives its path."""
    sent = client.post("/sign-in/password/link", data={"address": address}, headers=SAME)
    assert sent.headers["Location"] == "/sign-in/password/sent"
    return last_mail()[1]


def join(client: FlaskClient, address: str, name: str = "Ada") -> None:
    """Make an account by a mailed link."""
    made = client.post(ask(client, address), data={"name": name, "password": GOOD}, headers=SAME)
    assert made.headers["Location"] == "/account"


def enter(client: FlaskClient, address: str, password: str = GOOD) -> int:
    form = {"address": address, "password": password, "next": "/dota2"}
    return client.post("/sign-in/password", data=form, headers=SAME).status_code


def test_without_the_setting_there_is_no_such_address(client: FlaskClient) -> None:
    for path in ("/sign-in/password", "/sign-in/password/sent", "/sign-in/password/new/x"):
        assert client.get(path).status_code == 404
    assert enter(client, "ada@example.org") == 404
    assert "password" not in client.get("/sign-in").text.lower().replace("no password", "")


def test_a_mailed_link_makes_an_account_and_the_password_opens_it(visitor: FlaskClient) -> None:
    join(visitor, " Ada@Example.org ")
    assert visitor.get("/account.json").get_json()["called"] == "Ada"
    other = visitor.application.test_client()
    assert enter(other, "ada@example.org") == 303
    assert other.get("/account.json").status_code == 200
    kept = db.session.scalars(select(Password)).one()
    assert kept.address == "ada@example.org"
    assert kept.hash.startswith("$argon2id$")


def test_a_forgotten_password_is_set_anew_and_ends_every_session(visitor: FlaskClient) -> None:
    join(visitor, "ada@example.org")
    path = ask(visitor.application.test_client(), "ada@example.org")
    again = visitor.application.test_client()
    assert "you are signed out" in again.get(path).text
    done = again.post(path, data={"password": f"{GOOD} again"}, headers=SAME)
    assert done.status_code == 303
    assert visitor.get("/account.json").status_code == 401
    assert enter(visitor, "ada@example.org") == 400
    assert enter(visitor, "ada@example.org", f"{GOOD} again") == 303
    assert db.session.scalar(select(func.count()).select_from(Account)) == 1


def test_a_link_works_once_and_takes_the_others_with_it(visitor: FlaskClient) -> None:
    first, second = ask(visitor, "ada@example.org"), ask(visitor, "ada@example.org")
    form = {"name": "Ada", "password": GOOD}
    assert visitor.post(second, data=form, headers=SAME).status_code == 303
    assert visitor.post(second, data=form, headers=SAME).status_code == 410
    assert visitor.get(first).status_code == 410
    third = ask(visitor, "ada@example.org")
    db.session.execute(update(MailLink).values(ends_at=utc_now() - timedelta(seconds=1)))
    db.session.commit()
    assert visitor.post(third, data=form, headers=SAME).status_code == 410


def test_a_known_and_an_unknown_address_are_answered_alike(
    visitor: FlaskClient, verified: list[str]
) -> None:
    join(visitor, "ada@example.org")
    reader, answers = visitor.application.test_client(), []
    for address in ("ada@example.org", "cy@example.org"):
        form = {"address": address, "password": "not the password"}
        answer = reader.post("/sign-in/password", data=form, headers=SAME)
        asked = reader.post("/sign-in/password/link", data=form, headers=SAME)
        answers.append((answer.status_code, answer.text, asked.status_code, asked.text))
        assert last_mail()[0] == address
    assert answers[0] == answers[1]
    costs = [argon2.extract_parameters(one) for one in verified]
    assert costs == [costs[0]] * 2


def test_passwords_are_hashed_with_argon2id_at_full_cost() -> None:
    figures = argon2.extract_parameters(acting._hasher().hash(GOOD))  # noqa: SLF001
    assert figures.type is argon2.Type.ID
    assert (figures.time_cost, figures.memory_cost) >= (3, 64 * 1024)


def test_a_closed_account_is_not_opened(visitor: FlaskClient) -> None:
    join(visitor, "ada@example.org")
    db.session.execute(update(Account).values(disabled_at=utc_now()))
    db.session.commit()
    assert enter(visitor, "ada@example.org") == 400
    path = ask(visitor, "ada@example.org")
    assert visitor.post(path, data={"password": GOOD}, headers=SAME).status_code == 410


def test_passwords_and_mails_cannot_be_tried_without_end(visitor: FlaskClient) -> None:
    tried = [enter(visitor, "ada@example.org", "x" * 12) for _ in range(11)]
    assert tried == [400] * 10 + [429]
    assert enter(visitor, "bo@example.org") == 400
    form = {"address": "ada@example.org"}
    asked = [visitor.post("/sign-in/password/link", data=form, headers=SAME) for _ in range(4)]
    assert [one.status_code for one in asked] == [303, 303, 303, 429]


def test_an_account_adds_an_address_of_its_own_and_nobody_elses(visitor: FlaskClient) -> None:
    bo = person("Bo")
    join(visitor, "ada@example.org")
    mine = visitor.application.test_client()
    sign_in(mine, bo)

    def add(address: str) -> str:
        assert mine.post("/account/password", data={"address": address}, headers=SAME)
        return last_mail()[1]

    path = add("bo@example.org")
    assert "Sign in to that account" in visitor.get(path).text
    assert visitor.post(path, data={"password": GOOD}, headers=SAME).status_code == 410
    assert mine.post(path, data={"password": GOOD}, headers=SAME).status_code == 303
    assert enter(visitor.application.test_client(), "bo@example.org") == 303
    theirs = add("ada@example.org")
    assert mine.post(theirs, data={"password": GOOD}, headers=SAME).status_code == 409
    assert enter(visitor.application.test_client(), "ada@example.org") == 303


def test_changing_ones_address_wants_a_fresh_proof(visitor: FlaskClient) -> None:
    ada: Person = person("Ada")
    sign_in(visitor, ada, proved_at=utc_now() - timedelta(minutes=31))
    sent = visitor.post("/account/password", data={"address": "a@example.org"}, headers=SAME)
    assert "again=1" in sent.headers["Location"]
    assert db.session.scalar(select(func.count()).select_from(MailLink)) == 0


@pytest.mark.parametrize(
    "address", ["", "ada", "ada@", "a@b", "a b@example.org", "a@example.org\n"]
)
def test_what_is_no_address_gets_no_mail(visitor: FlaskClient, address: str) -> None:
    sent = visitor.post("/sign-in/password/link", data={"address": address}, headers=SAME)
    assert sent.status_code == (303 if address == "a@example.org\n" else 400)
    assert db.session.scalar(select(func.count()).select_from(AccountSession)) == 0


@pytest.mark.parametrize(
    "password", ["short", "x" * 129, "password1234", "PasswordPassword", "ab" * 8]
)
def test_a_password_that_is_guessed_first_is_refused(visitor: FlaskClient, password: str) -> None:
    path = ask(visitor, "ada@example.org")
    answer = visitor.post(path, data={"name": "Ada", "password": password}, headers=SAME)
    assert answer.status_code == 400
    assert 'aria-invalid="true"' in answer.text
    assert (
        visitor.post(path, data={"name": "Ada", "password": GOOD}, headers=SAME).status_code == 303
    )


def test_the_commonest_are_long_enough_to_be_worth_listing() -> None:
    assert all(SHORTEST <= len(one) <= LONGEST and one == one.lower() for one in COMMONEST)


@given(st.text(max_size=200))
def test_whatever_is_taken_is_long_and_varied(password: str) -> None:
    if not refused(password, "ada@example.org"):
        assert SHORTEST <= len(password) <= LONGEST
        assert password.lower() not in COMMONEST


def test_a_hash_of_older_figures_is_made_anew_at_sign_in(visitor: FlaskClient) -> None:
    join(visitor, "ada@example.org")
    weak = PasswordHasher(time_cost=1, memory_cost=512, parallelism=1).hash(GOOD)
    db.session.execute(update(Password).values(hash=weak))
    db.session.commit()
    assert enter(visitor.application.test_client(), "ada@example.org") == 303
    assert db.session.scalars(select(Password.hash)).one() != weak


def test_the_mails_to_an_address_go_with_their_links_and_with_the_account(
    visitor: FlaskClient,
) -> None:
    join(visitor, "ada@example.org")
    ask(visitor.application.test_client(), "bo@example.org")
    mails = select(func.count()).select_from(JobRun).where(JobRun.kind == "accounts.mail")
    assert db.session.scalar(mails) == 2
    deleting.delete_account(db.session.scalars(select(Password.account_id)).one())
    assert db.session.scalars(select(MailLink.address)).all() == ["bo@example.org"]
    assert db.session.scalar(mails) == 1
    assert last_mail()[0] == "bo@example.org"
    db.session.execute(update(MailLink).values(ends_at=MailLink.ends_at - timedelta(days=2)))
    tidying.forget_ended()
    db.session.commit()
    assert db.session.scalar(mails) == 0
