"""Line 13: every address asked by each of seven, against the table; nobody gets more or less."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import update
from werkzeug.test import TestResponse

from tests.access.addresses import METHODS, Way, expected, ways_of
from tests.access.asking import address, ask_for, read_only
from tests.access.matrix import ROLES
from tests.access.people import everybody, sit_down
from tests.api.programs import token_of, with_token
from webapp.accounts.models import AccountSession
from webapp.accounts.store.sessions import TOUCH_EVERY
from webapp.core.db import db, utc_now
from webapp.core.limits import limiter

OWN_TO_EACH = {
    "/sign-in",
    "/sign-in.json",
    "/me/slot",
    "/me/bell",
    "/me/bell.json",
    "/me/follow.json",
    "/readyz",
    "/metrics",
    "/status",
    "/status.json",
    "/status/<name>.csv",
    "/api/v1/status",
}
"""Addresses anybody may ask and each gets their own answer from, or that tell the moment."""

NOTES_OF_USE = ("UPDATE account_session SET seen_at=", "UPDATE api_token SET used_at=")
"""What may be written while somebody only looks: that their session or token was used."""

Got = dict[Way, dict[str, str]]


def test_13_every_way_in_is_in_the_table_and_every_line_leads_somewhere(house: Flask) -> None:
    listed, there = set(expected()), set(ways_of(house))
    assert sorted(there - listed) == [], "ways into the app that nobody decided about"
    assert sorted(listed - there) == [], "lines of the table that lead nowhere"


@pytest.mark.timeout(400)
def test_13_looking_gives_each_of_seven_what_the_table_says_and_writes_nothing(
    house: Flask,
) -> None:
    seven = everybody(house)
    ada = seven["owner"].person
    assert ada
    ways = {way: name for way, name in ways_of(house).items() if way[0] == "GET"}
    paths = {way: address(house, way[1], endpoint, ada) for way, endpoint in ways.items()}
    got, told_apart = {}, []
    with read_only(house) as tried:
        for way in ways:
            seen = {role: ask_for(one.client, "GET", paths[way]) for role, one in seven.items()}
            got[way] = {role: word_for(answer) for role, answer in seen.items()}
            if set(got[way].values()) == {"200"} and len({one.data for one in seen.values()}) > 1:
                told_apart.append(way[1])
    wrong = differences(got)
    assert not wrong, "\n" + "\n".join(wrong)
    assert set(told_apart) <= OWN_TO_EACH, "a public page differs by who reads it"
    assert [one for one in tried if not one.startswith(NOTES_OF_USE)] == [], "tried, and kept quiet"


def test_13_a_write_somebody_keeps_quiet_about_is_seen_and_these_two_are_the_only_ones(
    house: Flask,
) -> None:
    ada = sit_down(house, "owner")
    assert ada.person
    with house.app_context():
        token = with_token(token_of(ada.person))
        mine = AccountSession.account_id == ada.person.id
        long_ago = utc_now() - 2 * TOUCH_EVERY
        db.session.execute(update(AccountSession).where(mine).values(seen_at=long_ago))
        db.session.commit()
        db.session.remove()
    with read_only(house) as tried:
        assert ask_for(ada.client, "GET", "/account").status_code == 200
        assert ask_for(house.test_client(), "GET", "/api/v1/me", **token).status_code == 200
    assert len(tried) == len(NOTES_OF_USE), tried
    assert all(map(str.startswith, tried, NOTES_OF_USE)), tried


@pytest.mark.timeout(400)
def test_13_changing_gives_each_of_seven_what_the_table_says(house: Flask) -> None:
    ways = {way: name for way, name in ways_of(house).items() if way[0] != "GET"}
    got = {
        way: {role: changed(house, way, name, role) for role in ROLES} for way, name in ways.items()
    }
    wrong = differences(got)
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.timeout(400)
def test_13_nobody_but_admins_learns_of_an_address_below_admin_by_any_method(house: Flask) -> None:
    seven = everybody(house)
    ada = seven["owner"].person
    assert ada
    rules = {rule: name for (_, rule), name in ways_of(house).items() if rule.startswith("/admin")}
    paths = [address(house, rule, endpoint, ada) for rule, endpoint in rules.items()]
    seen = {
        (role, method, path): ask_for(seven[role].client, method, path)
        for role in ("anonymous", "moderator")
        for path in (*paths, "/admin/nothing", "/admin/")
        for method in (*METHODS, "HEAD", "OPTIONS")
    }
    wrong = [way for way, answer in seen.items() if answer.status_code != 404]
    assert wrong == []
    assert not any("Allow" in answer.headers for answer in seen.values())


def changed(house: Flask, way: Way, endpoint: str, role: str) -> str:
    """Let somebody new change a new thing: their own for the owner, another's for all others."""
    method, rule = way
    one = sit_down(house, role)
    owner = one.person if role == "owner" else sit_down(house, "owner").person
    assert owner
    path = address(house, rule, endpoint, owner)
    limiter.reset()  # some limits count what a form names, which is the same for all
    return word_for(ask_for(one.client, method, path, endpoint))


def word_for(answer: TestResponse) -> str:
    """Say what an answer is in a word of the table."""
    sent_to_sign_in = answer.headers.get("Location", "").startswith("/sign-in?")
    return "in" if sent_to_sign_in else str(answer.status_code)


def differences(got: Got) -> list[str]:
    """Write each line that came out otherwise, as the table would have to read."""
    told = expected()
    return [
        f"{way[0]} {way[1]} {' '.join(codes.values())}"
        for way, codes in got.items()
        if codes != told.get(way)
    ]
