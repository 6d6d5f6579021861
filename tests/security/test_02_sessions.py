"""Line 2: a session is a row; it ends when it should, and everywhere at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select, update

from tests.people import person, sign_in
from webapp.accounts.actions import people, users
from webapp.accounts.models import AccountSession
from webapp.core.db import db, utc_now

SAME = {"Sec-Fetch-Site": "same-origin"}


def is_in(client: FlaskClient) -> bool:
    return client.get("/account.json").status_code == 200


def cookie(client: FlaskClient) -> str:
    found = client.get_cookie("guildhall")
    return found.value if found else ""


def test_02_a_cookie_saved_before_signing_out_gives_401_after_it(client: FlaskClient) -> None:
    sign_in(client, person("Ada"))
    saved = client.application.test_client()
    saved.set_cookie("guildhall", cookie(client))
    assert is_in(saved)
    assert client.post("/sign-out", headers=SAME).status_code == 303
    assert saved.get("/account.json").status_code == 401


def test_02_signing_in_takes_a_new_id_even_for_a_planted_cookie(client: FlaskClient) -> None:
    ada, cy = person("Ada"), person("Cy")
    planted = sign_in(client, cy)
    client.post(users.make_link(ada.id), headers=SAME)
    assert cookie(client) != planted
    assert client.get("/account.json").get_json()["called"] == "Ada"
    other = client.application.test_client()
    other.set_cookie("guildhall", planted)
    assert not is_in(other)
    client.set_cookie("guildhall", "chosen-by-somebody-else")
    client.post(users.make_link(ada.id), headers=SAME)
    assert cookie(client) != "chosen-by-somebody-else"


def test_02_disabling_an_account_ends_all_its_sessions(client: FlaskClient) -> None:
    ada, di = person("Ada"), person("Di")
    others = [client.application.test_client() for _ in range(2)]
    for one in (*others, client):
        sign_in(one, ada)
    people.disable(ada.id, "a test", actor=f"account:{di.id}")
    assert not any(is_in(one) for one in (*others, client))
    assert db.session.scalar(select(func.count()).select_from(AccountSession)) == 0


def test_02_sessions_are_listed_and_ended_by_their_owner_alone(client: FlaskClient) -> None:
    ada, cy = person("Ada"), person("Cy")
    sign_in(client, ada)
    theirs = client.application.test_client()
    sign_in(theirs, cy)
    handles = [one["handle"] for one in client.get("/account/sessions.json").get_json()["sessions"]]
    assert len(handles) == 1
    assert theirs.post(f"/account/sessions/{handles[0]}/end", headers=SAME).status_code == 404
    theirs.post("/account/sessions/others/end", headers=SAME)
    theirs.post("/account/sessions/all/end", headers=SAME)
    assert is_in(client)
    assert not is_in(theirs)


def test_02_the_list_of_sessions_holds_nothing_that_opens_one(client: FlaskClient) -> None:
    secret = sign_in(client, person("Ada"))
    row = db.session.scalars(select(AccountSession.id)).one()
    for path in ("/account/sessions", "/account/sessions.json"):
        text = client.get(path).text
        assert secret not in text
        assert row not in text


@pytest.mark.parametrize(
    ("name", "idle", "whole"),
    [
        ("Ada", timedelta(days=14, minutes=1), timedelta(days=15)),
        ("Ada", timedelta(0), timedelta(days=30, minutes=1)),
        ("Di", timedelta(minutes=31), timedelta(hours=1)),
        ("Di", timedelta(0), timedelta(hours=12, minutes=1)),
    ],
)
def test_02_a_session_past_its_limits_opens_nothing_and_is_not_listed(
    client: FlaskClient, name: str, idle: timedelta, whole: timedelta
) -> None:
    who = person(name)
    sign_in(client, who)
    past = {"seen_at": utc_now() - idle, "created_at": utc_now() - whole}
    db.session.execute(update(AccountSession).values(**past))
    db.session.commit()
    assert not is_in(client)
    fresh = client.application.test_client()
    sign_in(fresh, who)
    assert len(fresh.get("/account/sessions.json").get_json()["sessions"]) == 1
