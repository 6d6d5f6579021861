"""Line 9: linking through a provider wants a fresh proof, and takes nothing of somebody else's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, update

from tests.accounts.journey import EVERY, SAME, choose, come_in, leave, one
from tests.people import Person, person, sign_in
from webapp.accounts.models import Account, Identity, SignInAttempt
from webapp.core.db import db, utc_now

OLD = timedelta(minutes=31)


@pytest.fixture
def ada(app: Flask, client: FlaskClient) -> Person:
    """Sign Ada in; somebody else has signed in here by each provider."""
    del app
    ada = person("Ada")
    sign_in(client, ada)
    return ada


def owner_of(provider: str) -> int:
    """Say whose the one identity at a provider is."""
    db.session.expire_all()
    query = select(Identity.account_id).where(Identity.provider == provider)
    return db.session.scalars(query).one()


def count(model: type[Account | SignInAttempt]) -> int:
    """Count rows."""
    return db.session.scalar(select(func.count()).select_from(model)) or 0


@pytest.mark.parametrize("provider", EVERY)
def test_09_what_opens_another_account_is_not_linked_and_may_be_merged_by_its_owner(
    app: Flask, client: FlaskClient, ada: Person, provider: str
) -> None:
    come_in(app.test_client(), provider)
    theirs = owner_of(provider)
    assert theirs != ada.id
    assert "Nothing waits" in client.post("/account/merge", headers=SAME).text
    refused = come_in(client, provider, purpose="link", next="/account/identities")
    assert refused.status_code == 409
    assert "already signs in to another account here" in refused.text
    assert 'href="/account/merge"' in refused.text
    assert owner_of(provider) == theirs
    assert one(client) == "Ada"
    assert client.post("/account/merge", headers=SAME).status_code == 303
    assert owner_of(provider) == ada.id
    assert db.session.get(Account, theirs) is None


def test_09_what_opens_a_closed_account_is_neither_linked_nor_merged(
    app: Flask, client: FlaskClient, ada: Person
) -> None:
    come_in(app.test_client(), "discord")
    theirs = owner_of("discord")
    db.session.execute(update(Account).where(Account.id == theirs).values(disabled_at=utc_now()))
    db.session.commit()
    refused = come_in(client, "discord", purpose="link")
    assert refused.status_code == 403
    assert "/account/merge" not in refused.text
    assert "Nothing waits" in client.post("/account/merge", headers=SAME).text
    assert owner_of("discord") == theirs != ada.id


def test_09_showing_who_one_is_by_somebody_elses_identity_offers_no_merging(
    app: Flask, client: FlaskClient, ada: Person
) -> None:
    del ada
    come_in(app.test_client(), "discord")
    refused = come_in(client, "discord", purpose="again")
    assert refused.status_code == 409
    assert "/account/merge" not in refused.text
    assert "Nothing waits" in client.post("/account/merge", headers=SAME).text
    assert count(Account) == 2


@pytest.mark.parametrize("provider", EVERY)
def test_09_nobody_sets_out_to_link_on_an_old_proof(app: Flask, provider: str) -> None:
    old, nobody = app.test_client(), app.test_client()
    sign_in(old, person("Ada"), proved_at=utc_now() - OLD)
    for client in (old, nobody):
        sent_to = leave(client, provider, purpose="link", next="/account/identities")
        assert sent_to == "/sign-in?next=%2Faccount%2Fidentities&again=1"
    assert count(SignInAttempt) == 0


def test_09_on_a_fresh_proof_the_way_to_link_is_open(client: FlaskClient, ada: Person) -> None:
    back = choose(leave(client, "discord", purpose="link", next="/account/identities"))
    assert client.get(back).headers["Location"] == "/account/identities"
    assert owner_of("discord") == ada.id
