"""6. A state is good once, for one browser, one provider, ten minutes; else nobody comes in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, update

from tests.accounts.journey import (
    EVERY,
    OAUTH,
    changed,
    choose,
    come_in,
    leave,
    one,
    query_of,
)
from tests.people import person, sign_in
from webapp.accounts.models import Account, SignInAttempt
from webapp.core.db import db, utc_now


def refused(client: FlaskClient, way_back: str) -> None:
    """Come back and see that it opens nothing: 400, no account, no session of anybody."""
    answer = client.get(way_back)
    assert answer.status_code == 400, answer.headers
    assert one(client) is None
    assert db.session.scalar(select(func.count()).select_from(Account)) == 0


@pytest.mark.parametrize("provider", EVERY)
@pytest.mark.parametrize("state", [None, "", "made-up", "x" * 3000, "%00"])
def test_06_a_missing_or_wrong_state(app: Flask, provider: str, state: str | None) -> None:
    client = app.test_client()
    refused(client, changed(choose(leave(client, provider)), state=state))


@pytest.mark.parametrize("provider", EVERY)
def test_06_a_state_that_comes_twice(app: Flask, provider: str) -> None:
    client = app.test_client()
    back = choose(leave(client, provider))
    refused(client, f"{back}&state={query_of(back)['state']}")


@pytest.mark.parametrize("provider", EVERY)
def test_06_a_state_that_was_used(app: Flask, provider: str) -> None:
    client = app.test_client()
    back = choose(leave(client, provider))
    assert client.get(back).status_code == 303
    for again in (client, app.test_client()):
        assert again.get(back).status_code == 400
    assert db.session.scalar(select(func.count()).select_from(SignInAttempt)) == 0


@pytest.mark.parametrize("provider", EVERY)
def test_06_a_state_older_than_ten_minutes(app: Flask, provider: str) -> None:
    client = app.test_client()
    back = choose(leave(client, provider))
    old = utc_now() - timedelta(minutes=10, seconds=1)
    db.session.execute(update(SignInAttempt).values(created_at=old))
    db.session.commit()
    refused(client, back)


@pytest.mark.parametrize("provider", EVERY)
def test_06_a_state_of_another_browser_and_it_is_lost_to_its_own(app: Flask, provider: str) -> None:
    victim, client = app.test_client(), app.test_client()
    back = choose(leave(client, provider))
    refused(victim, back)
    leave(victim, provider)
    refused(client, back)


@pytest.mark.parametrize("provider", EVERY)
def test_06_a_state_of_another_providers_journey(app: Flask, provider: str) -> None:
    client = app.test_client()
    other = EVERY[(EVERY.index(provider) + 1) % len(EVERY)]
    back, elsewhere = choose(leave(client, provider)), choose(leave(client, other))
    refused(client, changed(back, state=query_of(elsewhere)["state"]))
    refused(client, elsewhere.replace(f"/{other}/", f"/{provider}/"))


def test_06_a_journey_of_somebody_who_signed_out_or_changed_meanwhile(app: Flask) -> None:
    client = app.test_client()
    ada = person("Ada")
    sign_in(client, ada)
    back = choose(leave(client, "discord", purpose="link"))
    sign_in(client, person("Cy"))
    assert client.get(back).status_code == 400


@pytest.mark.parametrize("provider", OAUTH)
def test_06_the_name_a_provider_gives_itself_must_be_its_own(app: Flask, provider: str) -> None:
    client = app.test_client()
    for issuer in ("https://evil.example", "", "not an address"):
        refused(client, changed(choose(leave(client, provider)), iss=issuer))


@pytest.mark.parametrize("provider", OAUTH)
def test_06_a_code_that_is_missing_made_up_or_twice(app: Flask, provider: str) -> None:
    client = app.test_client()
    for code in (None, "", "made-up"):
        refused(client, changed(choose(leave(client, provider)), code=code))
    back = choose(leave(client, provider))
    refused(client, f"{back}&code={query_of(back)['code']}")


@pytest.mark.parametrize("provider", OAUTH)
def test_06_an_error_of_the_providers_is_not_shown_as_it_comes(app: Flask, provider: str) -> None:
    client = app.test_client()
    back = changed(choose(leave(client, provider)), code=None, error="<b>server_error</b>")
    answer = client.get(back)
    assert answer.status_code == 400
    assert "server_error" not in answer.text


def test_06_each_journey_has_its_own_state_and_none_is_kept_as_it_is(app: Flask) -> None:
    client = app.test_client()
    states = {query_of(leave(client, "discord"))["state"] for _ in range(3)}
    assert len(states) == 3
    assert not states & set(db.session.scalars(select(SignInAttempt.id)))


def test_06_a_page_of_another_site_cannot_begin_a_journey(app: Flask) -> None:
    answer = app.test_client().post("/sign-in/discord", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


def test_06_coming_back_in_time_works_for_comparison(app: Flask) -> None:
    client = app.test_client()
    assert come_in(client, "discord").status_code == 303
    assert one(client) == "Ada Marsh"
