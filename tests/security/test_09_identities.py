"""9. An identity is a provider and its subject; linking wants a session, a fresh proof, a POST.

That the last way in cannot be taken away is held where ways are taken away.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from tests.accounts.journey import EVERY, SAME, choose, come_in, leave, one
from tests.people import person, sign_in
from webapp.accounts.models import Account, AccountSession, Identity
from webapp.accounts.offers import KEY, open_offer
from webapp.core.db import db, utc_now


def accounts() -> int:
    return db.session.scalar(select(func.count()).select_from(Account)) or 0


def test_the_same_mail_and_name_at_a_second_provider_is_a_second_account(app: Flask) -> None:
    for known, provider in enumerate(EVERY, start=1):
        come_in(app.test_client(), provider)
        assert accounts() == known


def test_a_new_name_at_the_provider_is_the_same_account(app: Flask) -> None:
    come_in(app.test_client(), "discord")
    db.session.execute(update(Identity).values(name="Somebody else entirely"))
    db.session.commit()
    client = app.test_client()
    come_in(client, "discord")
    assert accounts() == 1
    assert db.session.scalars(select(Identity.name)).one() == "Ada Marsh"


@pytest.mark.parametrize("provider", EVERY)
def test_the_same_subject_at_another_provider_is_somebody_else(app: Flask, provider: str) -> None:
    ada = person("Ada")
    come_in(app.test_client(), provider)
    subject = db.session.scalars(select(Identity.subject)).one()
    db.session.execute(update(Identity).values(provider="elsewhere", account_id=ada.id))
    db.session.commit()
    client = app.test_client()
    come_in(client, provider)
    rows = db.session.execute(select(Identity.subject, Identity.account_id)).all()
    assert {one for one, _ in rows} == {subject}
    assert len({account for _, account in rows}) == 2


def test_linking_without_a_session_is_plain_signing_in_first(app: Flask) -> None:
    answer = app.test_client().post(
        "/sign-in/discord", data={"purpose": "link", "next": "/account"}, headers=SAME
    )
    assert answer.headers["Location"] == "/sign-in?next=%2Faccount&again=1"


def test_linking_wants_a_proof_of_the_last_half_hour(app: Flask) -> None:
    client = app.test_client()
    sign_in(client, person("Ada"), proved_at=utc_now() - timedelta(minutes=31))
    answer = client.post("/sign-in/discord", data={"purpose": "link"}, headers=SAME)
    assert answer.headers["Location"] == "/sign-in?next=%2F&again=1"


def test_linking_cannot_be_begun_by_a_get(app: Flask) -> None:
    client = app.test_client()
    sign_in(client, person("Ada"))
    assert client.get("/sign-in/discord?purpose=link").status_code == 405


def test_linking_ends_with_the_session_it_was_begun_in(app: Flask) -> None:
    client = app.test_client()
    sign_in(client, person("Ada"))
    back = choose(leave(client, "discord", purpose="link"))
    client.post("/sign-out", headers=SAME)
    assert client.get(back).status_code == 400
    assert db.session.scalar(select(func.count()).select_from(Identity)) == 0


def test_an_identity_of_somebody_else_is_explained_and_not_taken(app: Flask) -> None:
    come_in(app.test_client(), "discord")
    theirs = db.session.scalars(select(Identity.account_id)).one()
    client = app.test_client()
    sign_in(client, person("Cy"))
    answer = come_in(client, "discord", purpose="link")
    assert answer.status_code == 409
    assert "already signs in to another account" in answer.text
    assert one(client) == "Cy"
    db.session.expire_all()
    assert db.session.scalars(select(Identity.account_id)).one() == theirs


def test_who_proved_a_second_account_may_make_one_of_both_soon(app: Flask) -> None:
    come_in(app.test_client(), "discord")
    identity = db.session.scalars(select(Identity)).one()
    client = app.test_client()
    sign_in(client, person("Bo"))
    assert 'href="/account/merge"' in come_in(client, "discord", purpose="link").text
    kept = db.session.scalars(
        select(AccountSession.data).where(AccountSession.data.has_key(KEY))
    ).one()
    assert kept[KEY][:3] == [identity.account_id, identity.id, "discord"]
    cookie = client.get_cookie("guildhall")
    assert cookie is not None
    for age, offered in ((timedelta(0), True), (timedelta(minutes=11), False)):
        at = (utc_now() - age).isoformat()
        db.session.execute(update(AccountSession).values(data={KEY: [*kept[KEY][:3], at]}))
        db.session.commit()
        header = {"Cookie": f"guildhall={cookie.value}"}
        with app.test_request_context(headers=header):
            assert bool(open_offer()) is offered


def test_a_closed_account_is_not_offered_to_be_merged(app: Flask) -> None:
    come_in(app.test_client(), "discord")
    db.session.execute(update(Account).values(disabled_at=utc_now()))
    db.session.commit()
    client = app.test_client()
    sign_in(client, person("Bo"))
    answer = come_in(client, "discord", purpose="link")
    assert answer.status_code == 403
    assert "/account/merge" not in answer.text
