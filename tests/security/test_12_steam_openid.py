"""12. Steam's OpenID 2.0: every forged return is refused, here or by Steam; nobody comes in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, func, select

from tests.accounts.journey import ask, calm, changed, choose, leave, one, order, query_of
from tests.security.forged_steam import FORGED, ID, MINE, RETURN_TO, STEAMS_TO_TELL, genuine
from webapp.accounts.domain.secret import hash_of
from webapp.accounts.domain.steam_openid import NotSteam, is_confirmed, read_answer
from webapp.accounts.models import Account, UsedNonce
from webapp.accounts.store.attempts import use_nonce
from webapp.accounts.upstream import opening
from webapp.core.db import db
from webapp.simulator.server import RunningSimulator


@pytest.fixture(autouse=True)
def calm_again(stand_in: RunningSimulator) -> Iterator[None]:
    yield
    calm(stand_in.url)


def fields_of(back: str) -> list[tuple[str, str]]:
    """Give the parameters of a return, those that come twice twice."""
    return parse_qsl(urlsplit(back).query, keep_blank_values=True)


def read_back(back: str) -> tuple[str, str]:
    """Read a return without asking Steam."""
    return read_answer(fields_of(back), RETURN_TO, datetime.now(UTC))


@pytest.mark.parametrize("forgery", FORGED)
def test_12_a_forged_return_lets_nobody_in(app: Flask, forgery: str) -> None:
    client = app.test_client()
    answer = client.get(FORGED[forgery](choose(leave(client, "steam"))))
    assert answer.status_code == 400
    assert one(client) is None
    assert db.session.scalar(select(func.count()).select_from(Account)) == 0


def test_12_another_journeys_state_is_not_the_one_that_was_signed(app: Flask) -> None:
    client = app.test_client()
    first, second = (choose(leave(client, "steam")) for _ in range(2))
    swapped = changed(first, state=query_of(second)["state"])
    assert client.get(swapped).status_code == 400
    assert one(client) is None


@pytest.mark.parametrize("forgery", [name for name in FORGED if name not in STEAMS_TO_TELL])
def test_12_a_forged_return_is_refused_before_steam_is_asked(forgery: str) -> None:
    with pytest.raises(NotSteam):
        read_back(FORGED[forgery](genuine()))


@pytest.mark.parametrize("forgery", sorted(STEAMS_TO_TELL))
def test_12_only_steam_could_tell_these(forgery: str) -> None:
    assert read_back(FORGED[forgery](genuine()))


def test_12_a_return_as_steam_writes_it_is_read() -> None:
    back = genuine()
    assert read_back(back) == ("76561197960265731", query_of(back)["openid.response_nonce"])


def test_12_an_answer_is_used_up_here_even_if_steam_would_confirm_it_again(app: Flask) -> None:
    client = app.test_client()
    back = choose(leave(client, "steam"))
    assert use_nonce(hash_of(query_of(back)["openid.response_nonce"]))
    assert client.get(back).status_code == 400
    assert one(client) is None
    assert db.session.scalar(select(func.count()).select_from(Account)) == 0


def test_12_coming_in_uses_the_answer_up(app: Flask) -> None:
    client = app.test_client()
    back = choose(leave(client, "steam"))
    assert client.get(back).status_code == 303
    assert not use_nonce(hash_of(query_of(back)["openid.response_nonce"]))


def test_12_an_answer_steam_confirmed_before_is_not_confirmed_again(app: Flask) -> None:
    client, settings = app.test_client(), app.extensions["guildhall.settings"]
    back = choose(leave(client, "steam"))
    told = changed(back, openid__mode="check_authentication").partition("?")[2].encode()
    ask(f"{settings.steam_openid_url}/openid/login", method="POST", body=told)
    db.session.execute(delete(UsedNonce))
    db.session.commit()
    assert client.get(back).status_code == 400
    assert one(client) is None


@pytest.mark.parametrize("fault", ["redirect", "500", "503", "429", "html200", "reset", "hang"])
def test_12_while_steam_cannot_be_asked_nobody_comes_in(
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


def test_12_only_the_configured_address_is_asked_whatever_the_return_says(
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
def test_12_only_the_line_itself_confirms(body: bytes, confirmed: bool) -> None:  # noqa: FBT001
    assert is_confirmed(body) is confirmed


def near(text: str) -> st.SearchStrategy[str]:
    """Give anything else than a text: one letter of it lost, added or changed, or any text."""
    places = st.integers(0, len(text) - 1)
    letters = st.one_of(st.characters(), st.sampled_from("\n /.#0123456789\u0661\u0967\uff11"))
    return st.one_of(
        places.map(lambda at: text[:at] + text[at + 1 :]),
        st.builds(lambda at, letter: text[:at] + letter + text[at:], places, letters),
        st.builds(lambda at, letter: text[:at] + letter + text[at + 1 :], places, letters),
        letters.map(lambda letter: text + letter),
        st.text(),
    ).filter(lambda other: other != text)


@given(
    st.sampled_from(["ns", "mode", "op_endpoint", "return_to", "claimed_id", "identity"]), st.data()
)
def test_12_nothing_made_up_passes(name: str, data: st.DataObject) -> None:
    """One thing of an answer that is else as Steam writes it, written a little otherwise."""
    fields = dict(fields_of(genuine()))
    fields[f"openid.{name}"] = data.draw(near(fields[f"openid.{name}"]))
    with pytest.raises(NotSteam):
        read_answer(list(fields.items()), RETURN_TO, datetime.now(UTC))


@given(near(MINE))
def test_12_what_is_nearly_an_identity_is_none_in_both_places(written: str) -> None:
    digits = written.removeprefix(f"{ID}7656119")
    is_one = len(written) == len(MINE) and len(digits) == 10 and set(digits) <= set("0123456789")
    fields = dict(fields_of(genuine())) | dict.fromkeys(
        ("openid.claimed_id", "openid.identity"), written
    )
    try:
        steam_id, _ = read_answer(list(fields.items()), RETURN_TO, datetime.now(UTC))
    except NotSteam:
        assert not is_one
    else:
        assert is_one
        assert steam_id == f"7656119{digits}"


@given(st.integers(-86_400, 86_400))
def test_12_an_answer_is_good_for_five_minutes_by_clocks_a_minute_apart(seconds: int) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    made = (now + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")
    fields = dict(fields_of(genuine())) | {"openid.response_nonce": f"{made}abc"}
    if -300 <= seconds <= 60:
        assert read_answer(list(fields.items()), RETURN_TO, now)
    else:
        with pytest.raises(NotSteam):
            read_answer(list(fields.items()), RETURN_TO, now)
