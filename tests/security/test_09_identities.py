"""Line 9: an identity is a provider and a subject; linked, unlinked and merged by the rules."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from tests.people import Person, person, sign_in
from webapp.accounts.actions import tokens
from webapp.accounts.domain.events import JOB_FAILED, MATCH_READY
from webapp.accounts.models import Account, AccountSession, ApiToken, Follow, Identity, Password
from webapp.accounts.offers import KEY
from webapp.accounts.store import channels
from webapp.core.db import db, utc_now
from webapp.core.models import Audit
from webapp.core.settings import EXTENSION

SAME = {"Sec-Fetch-Site": "same-origin"}


def link(who: Person, provider: str, subject: str) -> int:
    one = Identity(account_id=who.id, provider=provider, subject=subject, name=f"{who.name}.x")
    db.session.add(one)
    db.session.commit()
    return one.id


def unlink(client: FlaskClient, identity_id: int) -> int:
    return client.post(f"/account/identities/{identity_id}/unlink", headers=SAME).status_code


def offer(account_id: int, identity_id: int, *, minutes_ago: float = 0) -> None:
    """Put into every session that its reader proved another account as well."""
    at = utc_now() - timedelta(minutes=minutes_ago)
    data = {KEY: [account_id, identity_id, "google", at.isoformat()]}
    db.session.execute(update(AccountSession).values(data=data))
    db.session.commit()


@pytest.fixture
def offers(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let a test say which ways in this installation offers."""

    def change(**settings: Any) -> None:
        here = replace(app.extensions[EXTENSION], **settings)
        monkeypatch.setitem(app.extensions, EXTENSION, here)

    return change


def test_09_the_last_way_in_is_never_unlinked(
    client: FlaskClient, offers: Callable[..., None]
) -> None:
    ada = person("Ada")
    sign_in(client, ada)
    discord, riot = link(ada, "discord", "1"), link(ada, "riot", "p")
    assert unlink(client, discord) == 409
    steam = link(ada, "steam", "7")
    assert unlink(client, discord) == 303
    assert unlink(client, steam) == 409
    assert unlink(client, riot) == 303
    db.session.add(Password(account_id=ada.id, address="a@example.org", hash="x"))
    db.session.commit()
    assert unlink(client, steam) == 409, "no password signs anybody in here"
    offers(password_sign_in=True)
    assert unlink(client, steam) == 303


def test_09_a_way_that_is_not_offered_now_is_no_way_in(
    client: FlaskClient, offers: Callable[..., None]
) -> None:
    ada = person("Ada")
    sign_in(client, ada)
    discord, github = link(ada, "discord", "1"), link(ada, "github", "7")
    offers(github_client_id="", github_client_secret="")
    lines = client.get("/account/identities.json").get_json()["identities"]
    assert [one["only_way"] for one in lines] == [True, False]
    assert unlink(client, discord) == 409
    assert unlink(client, github) == 303


def test_09_two_who_unlink_the_last_two_at_once_leave_one(client: FlaskClient) -> None:
    ada = person("Ada")
    secret = sign_in(client, ada)
    both = (link(ada, "discord", "1"), link(ada, "steam", "7"))
    db.session.remove()

    def drop(identity_id: int) -> int:
        one = client.application.test_client()
        one.set_cookie("guildhall", secret)
        return unlink(one, identity_id)

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(drop, both)) == [303, 409]


def test_09_another_ones_identity_is_no_identity_of_mine(client: FlaskClient) -> None:
    ada, cy = person("Ada"), person("Cy")
    theirs = [link(ada, "discord", "1"), link(ada, "steam", "7")]
    sign_in(client, cy)
    assert [unlink(client, one) for one in (*theirs, 999)] == [404, 404, 404]
    assert len(db.session.scalars(select(Identity)).all()) == 2


def test_09_unlinking_and_merging_want_a_fresh_proof_and_a_post(client: FlaskClient) -> None:
    ada = person("Ada")
    one = link(ada, "discord", "1")
    link(ada, "steam", "7")
    sign_in(client, ada, proved_at=utc_now() - timedelta(minutes=31))
    for path in (f"/account/identities/{one}/unlink", "/account/merge"):
        assert "again=1" in client.post(path, headers=SAME).headers["Location"]
        assert client.post(path, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.get(f"/account/identities/{one}/unlink").status_code == 405


def test_09_two_proved_accounts_become_one_with_all_their_things(client: FlaskClient) -> None:
    ada, other = person("Ada"), person("Ada")
    kept, moved = link(ada, "discord", "1"), link(other, "google", "g")
    theirs = client.application.test_client()
    sign_in(theirs, other)
    sign_in(client, ada)
    offer(other.id, moved)
    page = client.get("/account/merge").text
    assert "Make one account" in page
    assert "Google: Ada.x" in page
    assert client.post("/account/merge", headers=SAME).headers["Location"] == "/account/identities"
    owners = dict(db.session.execute(select(Identity.id, Identity.account_id)).all())
    assert owners == {kept: ada.id, moved: ada.id}
    assert db.session.get(Account, other.id) is None
    assert theirs.get("/account.json").status_code == 401
    row = db.session.scalars(select(Audit).where(Audit.action == "merge accounts")).one()
    assert (row.actor, row.subject) == (f"account:{ada.id}", f"account:{other.id}")
    assert row.after == {"into": row.actor, "role": "player", "moved": {"identity": 1}}
    assert client.post("/account/merge", headers=SAME).status_code == 409


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("none", "Nothing waits"),
        ("old", "Nothing waits"),
        ("closed", "closed account"),
        ("moved on", "no longer belongs"),
        ("myself", "one account already"),
    ],
)
def test_09_what_was_not_just_proved_is_not_merged(
    client: FlaskClient, case: str, said: str
) -> None:
    ada, other, cy = person("Ada"), person("Ada"), person("Cy")
    theirs, hers = link(other, "google", "g"), link(ada, "discord", "1")
    sign_in(client, ada)
    if case != "none":
        mine = case == "myself"
        offer(
            ada.id if mine else other.id,
            hers if mine else theirs,
            minutes_ago=11 if case == "old" else 0,
        )
    if case == "closed":
        db.session.execute(
            update(Account).where(Account.id == other.id).values(disabled_at=utc_now())
        )
    if case == "moved on":
        db.session.execute(update(Identity).where(Identity.id == theirs).values(account_id=cy.id))
    db.session.commit()
    refused = client.post("/account/merge", headers=SAME)
    assert refused.status_code == 409
    assert said in refused.text
    assert db.session.get(Account, other.id)


def test_09_the_higher_role_stays_and_nothing_grows_with_it_unasked(client: FlaskClient) -> None:
    ada, di = person("Ada"), person("Di")
    theirs = link(di, "google", "g")
    for who in (ada, di):
        tokens.make_token(who.id, "a program", [], 30)
    elsewhere = client.application.test_client()
    sign_in(elsewhere, ada)
    sign_in(client, ada)
    offer(di.id, theirs)
    page = client.get("/account/merge").text
    assert "because their roles differ: you become admin" in page
    assert "only this browser goes on, as admin" in page
    client.post("/account/merge", headers=SAME)
    assert db.session.get_one(Account, ada.id).role == "admin"
    assert elsewhere.get("/account.json").status_code == 401, "nor do sessions"
    left = client.get("/account/tokens.json").get_json()["tokens"]
    assert [one["over"] for one in left] == [True, True]


def test_09_what_both_follow_stays_once_and_tokens_of_the_same_role_move(
    client: FlaskClient,
) -> None:
    ada, other = person("Ada"), person("Ada")
    theirs = link(other, "google", "g")
    for who, keys in ((ada, ("7", "8")), (other, ("8", "9"))):
        for key in keys:
            thing = {"game": "dota2", "kind": "player", "key": key, "title": key, "url": "/"}
            db.session.add(Follow(account_id=who.id, **thing))
    db.session.commit()
    made = tokens.make_token(other.id, "a program", ["account:read"], 30)
    sign_in(client, ada)
    offer(other.id, theirs)
    assert client.post("/account/merge", headers=SAME).status_code == 303
    assert sorted(db.session.scalars(select(Follow.key))) == ["7", "8", "9"]
    assert set(db.session.scalars(select(Follow.account_id))) == {ada.id}
    asked = client.application.test_client().get(
        "/api/v1/me", headers={"Authorization": f"Bearer {made.secret}"}
    )
    assert asked.status_code == 200
    assert db.session.scalars(select(ApiToken.account_id)).one() == ada.id


def test_09_who_has_the_higher_role_already_stays_signed_in_elsewhere(client: FlaskClient) -> None:
    di, other = person("Di"), person("Ada")
    theirs = link(other, "google", "g")
    elsewhere = client.application.test_client()
    sign_in(elsewhere, di)
    sign_in(client, di)
    offer(other.id, theirs)
    assert "only this browser" not in client.get("/account/merge").text
    assert client.post("/account/merge", headers=SAME).status_code == 303
    assert elsewhere.get("/account.json").status_code == 200


@pytest.mark.parametrize("chosen", [("Ada", "Cy"), ("Ada",), ("Cy",)])
def test_09_one_bell_is_left_and_a_choice_of_the_one_that_stays_counts(
    client: FlaskClient, chosen: tuple[str, ...]
) -> None:
    cy, ada = person("Cy"), person("Ada")
    theirs = link(cy, "google", "g")
    wanted = {"Ada": [JOB_FAILED], "Cy": [MATCH_READY]}
    for who in (cy, ada):
        if who.name in chosen:
            channels.keep_bell(who.id, wanted[who.name])
    db.session.commit()
    sign_in(client, ada)
    offer(cy.id, theirs)
    client.post("/account/merge", headers=SAME)
    assert [one.events for one in channels.load_channels(ada.id, "bell")] == [wanted[chosen[0]]]
    assert channels.bell_events(ada.id) == wanted[chosen[0]]


def test_09_an_offer_can_be_declined(client: FlaskClient) -> None:
    ada, other = person("Ada"), person("Ada")
    theirs = link(other, "google", "g")
    sign_in(client, ada)
    offer(other.id, theirs)
    client.post("/account/merge/decline", headers=SAME)
    assert client.post("/account/merge", headers=SAME).status_code == 409
