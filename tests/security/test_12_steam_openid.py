"""12. Steam's OpenID 2.0: every forged return is refused, here or by Steam; nobody comes in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, func, select

from tests.accounts.journey import ask, calm, changed, choose, leave, one, order, query_of
from tests.security.forged_steam import FORGED
from webapp.accounts.domain.steam_openid import NotSteam, is_confirmed, read_answer
from webapp.accounts.models import Account, UsedNonce
from webapp.accounts.upstream import opening
from webapp.core.db import db
from webapp.simulator.server import RunningSimulator


@pytest.fixture(autouse=True)
def calm_again(stand_in: RunningSimulator) -> Iterator[None]:
    yield
    calm(stand_in.url)


@pytest.mark.parametrize("forgery", FORGED)
def test_a_forged_return_lets_nobody_in(app: Flask, forgery: str) -> None:
    client = app.test_client()
    answer = client.get(FORGED[forgery](choose(leave(client, "steam"))))
    assert answer.status_code == 400
    assert one(client) is None
    assert db.session.scalar(select(func.count()).select_from(Account)) == 0


def test_another_journeys_state_is_not_the_one_that_was_signed(app: Flask) -> None:
    client = app.test_client()
    first, second = (choose(leave(client, "steam")) for _ in range(2))
    swapped = changed(first, state=query_of(second)["state"])
    assert client.get(swapped).status_code == 400
    assert one(client) is None


def test_an_answer_is_used_up_here_even_if_steam_would_confirm_it_again(app: Flask) -> None:
    client = app.test_client()
    back = choose(leave(client, "steam"))
    nonce = query_of(back)["openid.response_nonce"]
    assert client.get(back).status_code == 303
    told = list(query_of(back).items())
    assert read_answer(told, query_of(back)["openid.return_to"], datetime.now(UTC))[1] == nonce
    assert db.session.scalar(select(func.count()).select_from(UsedNonce)) == 1


def test_an_answer_steam_confirmed_before_is_not_confirmed_again(app: Flask) -> None:
    client, settings = app.test_client(), app.extensions["guildhall.settings"]
    back = choose(leave(client, "steam"))
    told = changed(back, openid__mode="check_authentication").partition("?")[2].encode()
    ask(f"{settings.steam_openid_url}/openid/login", method="POST", body=told)
    db.session.execute(delete(UsedNonce))
    db.session.commit()
    assert client.get(back).status_code == 400
    assert one(client) is None


@pytest.mark.parametrize("fault", ["redirect", "500", "503", "429", "html200", "reset", "hang"])
def test_while_steam_cannot_be_asked_nobody_comes_in(
    app: Flask, stand_in: RunningSimulator, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "SECONDS", 1.0)
    client = app.test_client()
    back = choose(leave(client, "steam"))
    order(stand_in.url, "/identity/steam/openid/login", fault)
    answer = client.get(back)
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "Try again" in answer.text
    assert one(client) is None


def test_only_the_configured_address_is_asked_whatever_the_return_says(
    app: Flask, stand_in: RunningSimulator
) -> None:
    ask(f"{stand_in.url}/_log", method="DELETE")
    client = app.test_client()
    back = changed(choose(leave(client, "steam")), openid__sig="x")
    client.get(back)
    asked = json.loads(ask(f"{stand_in.url}/_log").body)
    posts = [line["path"] for line in asked if line["method"] == "POST"]
    assert posts == ["/identity/steam/openid/login"]


@pytest.mark.parametrize(
    ("body", "confirmed"),
    [
        (b"ns:http://specs.openid.net/auth/2.0\nis_valid:true\n", True),
        (b"is_valid:true", True),
        (b"ns:x\nis_valid:false\n", False),
        (b"not_is_valid:true\n", False),
        (b"is_valid:true and more\n", False),
        (b"x:is_valid:true\n", False),
        (b"is_valid:false\nis_valid:true\n", False),
        (b"is_valid:true\nis_valid:false\n", False),
        (b"<html>is_valid:true</html>", False),
        (b"", False),
    ],
)
def test_only_the_line_itself_confirms(body: bytes, confirmed: bool) -> None:  # noqa: FBT001
    assert is_confirmed(body) is confirmed


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "openid.ns",
                    "openid.mode",
                    "openid.claimed_id",
                    "openid.identity",
                    "openid.signed",
                    "openid.response_nonce",
                    "openid.return_to",
                    "openid.op_endpoint",
                ]
            ),
            st.text(),
        )
    )
)
def test_nothing_made_up_passes(fields: list[tuple[str, str]]) -> None:
    with pytest.raises(NotSteam):
        read_answer(fields, "http://127.0.0.1:8000/back", datetime.now(UTC))
