"""Signing in by a provider's word, against stand-ins that are as strict as the real ones."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from tests.accounts.journey import (
    EVERY,
    SAME,
    ask,
    come_in,
    leave,
    one,
    query_of,
)
from tests.people import person, sign_in
from webapp.accounts.models import Account, AccountSession, Identity, SignInAttempt
from webapp.core.db import db, utc_now
from webapp.core.models import Audit, UpstreamReply


@pytest.mark.parametrize("provider", EVERY)
def test_a_first_sign_in_makes_an_account_and_the_next_finds_it(app: Flask, provider: str) -> None:
    client = app.test_client()
    answer = come_in(client, provider, next="/deadlock?x=1")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/deadlock?x=1")
    assert one(client) is not None
    other = app.test_client()
    assert come_in(other, provider).status_code == 303
    account, identity = (
        db.session.scalars(select(Account)).one(),
        db.session.scalars(select(Identity)).one(),
    )
    assert identity.provider == provider
    assert identity.account_id == account.id
    assert account.role == "player"
    assert one(client) == one(other) == account.name
    noted = db.session.scalars(select(Audit.action).order_by(Audit.id)).all()
    assert noted == ["create account", "link identity"]


@pytest.mark.parametrize("provider", EVERY)
def test_every_question_to_a_provider_is_recorded(app: Flask, provider: str) -> None:
    come_in(app.test_client(), provider)
    names = db.session.scalars(select(UpstreamReply.upstream).distinct()).all()
    assert f"sign_in_{provider}" in names
    assert set(db.session.scalars(select(UpstreamReply.outcome))) == {"ok"}


def test_a_sign_in_takes_a_new_session_and_signing_out_ends_every_copy(app: Flask) -> None:
    client, copy = app.test_client(), app.test_client()
    come_in(client, "discord")
    cookie = client.get_cookie("guildhall")
    assert cookie is not None
    copy.set_cookie("guildhall", cookie.value)
    assert one(copy) == "Ada Marsh"
    assert client.post("/sign-out", headers=SAME).headers["Location"] == "/"
    assert one(copy) is None
    assert db.session.scalar(select(func.count()).select_from(AccountSession)) == 0


def test_signing_out_is_never_done_by_another_site(app: Flask) -> None:
    client = app.test_client()
    come_in(client, "discord")
    assert client.post("/sign-out", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert one(client) == "Ada Marsh"


@pytest.mark.parametrize("provider", EVERY)
def test_who_changes_their_mind_is_told_so_and_may_try_again(app: Flask, provider: str) -> None:
    client = app.test_client()
    answer = come_in(client, provider, "nobody", next="/lol")
    assert answer.status_code == 403
    assert "chose not to" in answer.text
    assert 'value="/lol"' in answer.text
    assert one(client) is None


def test_the_page_has_a_button_for_each_provider_and_lets_its_form_go_there(app: Flask) -> None:
    answer = app.test_client().get("/sign-in?next=/dota2")
    for label in ("Discord", "Steam", "Google", "GitHub", "EVE Online"):
        assert f">{label}</button>" in answer.text
    policy = answer.headers["Content-Security-Policy"]
    host = urlsplit(app.extensions["guildhall.settings"].discord_url).netloc
    assert f"form-action 'self' http://{host};" in policy
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_an_account_that_was_closed_lets_nobody_in(app: Flask) -> None:
    come_in(app.test_client(), "github")
    db.session.execute(update(Account).values(disabled_at=utc_now()))
    db.session.commit()
    client = app.test_client()
    answer = come_in(client, "github")
    assert answer.status_code == 403
    assert "closed" in answer.text
    assert one(client) is None


def test_a_link_adds_a_way_in_to_the_account_signed_in(app: Flask) -> None:
    client = app.test_client()
    ada = person("Ada")
    sign_in(client, ada)
    for provider, who in (("discord", "ada"), ("eve", "ada"), ("eve", "bo"), ("steam", "ada")):
        answer = come_in(client, provider, who, purpose="link", next="/account/identities")
        assert answer.headers["Location"] == "/account/identities"
    assert set(db.session.scalars(select(Identity.account_id))) == {ada.id}
    assert db.session.scalar(select(func.count()).select_from(Identity)) == 4
    other = app.test_client()
    come_in(other, "eve", "bo")
    assert one(other) == "Ada"


@pytest.mark.parametrize("provider", ["eve", "steam"])
def test_several_identities_of_one_provider_open_one_account(app: Flask, provider: str) -> None:
    def opened(who: str) -> str | None:
        other = app.test_client()
        come_in(other, provider, who)
        return one(other)

    client, ada = app.test_client(), person("Ada")
    sign_in(client, ada)
    for who in ("bo", "cy"):
        come_in(client, provider, who, purpose="link", next="/account/identities")
    page = client.get("/account/identities.json").get_json()
    assert [line["again"] for line in page["providers"] if line["name"] == provider] == [True]
    listed = page["identities"]
    assert [line["provider"] for line in listed] == [provider] * 2
    assert len({line["subject"] for line in listed}) == 2
    assert [opened("bo"), opened("cy")] == ["Ada"] * 2
    gone = client.post(f"/account/identities/{listed[0]['id']}/unlink", headers=SAME)
    assert gone.status_code == 303
    assert opened("cy") == "Ada"
    assert opened("bo") != "Ada"


def test_showing_again_who_one_is_takes_only_the_same_person(app: Flask) -> None:
    client = app.test_client()
    come_in(client, "discord")
    come_in(app.test_client(), "discord", "bo")
    page = client.get("/sign-in?again=1&next=/admin")
    assert "Discord" in page.text
    assert "GitHub" not in page.text
    for provider, who in (("discord", "bo"), ("discord", "cy"), ("github", "ada")):
        answer = come_in(client, provider, who, purpose="again")
        assert answer.status_code == 409
        assert "somebody else" in answer.text
    assert (
        come_in(client, "discord", purpose="again", next="/admin").headers["Location"] == "/admin"
    )
    assert db.session.scalar(select(func.count()).select_from(Account)) == 2


def test_a_name_from_elsewhere_is_made_fit_to_show(app: Flask) -> None:
    client = app.test_client()
    come_in(client, "steam", "cy")
    assert db.session.scalars(select(Account.name)).one() == "Steam 000003"


def test_a_character_that_changed_hands_opens_the_old_account_no_more(app: Flask) -> None:
    come_in(app.test_client(), "eve")
    old = db.session.scalars(select(Identity)).one()
    first, old.detail = old.account_id, {"owner": "somebody before"}
    db.session.commit()
    come_in(app.test_client(), "eve")
    db.session.expire_all()
    assert db.session.scalars(select(Identity.account_id)).one() != first
    assert "lose identity" in db.session.scalars(select(Audit.action)).all()


def test_each_question_carries_pkce_state_and_an_address_of_its_own(app: Flask) -> None:
    seen = set()
    for provider in ("discord", "google", "github", "eve"):
        asked = query_of(leave(app.test_client(), provider))
        assert asked["code_challenge_method"] == "S256"
        assert len(asked["code_challenge"]) == 43
        assert len(asked["state"]) == 43
        assert asked["redirect_uri"].endswith(f"/sign-in/{provider}/callback")
        seen.add(asked["redirect_uri"])
    assert len(seen) == 4
    assert db.session.scalar(select(func.count()).select_from(SignInAttempt)) == 4


def test_a_provider_that_is_not_set_up_is_nowhere(app: Flask) -> None:
    client = app.test_client()
    assert client.post("/sign-in/facebook", headers=SAME).status_code == 404
    assert client.get("/sign-in/facebook/callback").status_code == 404


def test_the_stand_in_shows_a_page_to_choose_from(app: Flask) -> None:
    told = ask(leave(app.test_client(), "google"))
    assert told.status == 200
    assert b"Ada Marsh" in told.body
    assert b"Cancel" in told.body
