"""Every address asked by each of seven, against the table: nobody gets more, nobody less."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.access.addresses import METHODS, Way, expected, ways_of
from tests.access.asking import address, ask_for, read_only
from tests.access.matrix import ROLES
from tests.access.people import everybody, sit_down
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

Got = dict[Way, dict[str, str]]


def test_every_way_in_is_in_the_table_and_every_line_leads_somewhere(house: Flask) -> None:
    listed, there = set(expected()), set(ways_of(house))
    assert sorted(there - listed) == [], "ways into the app that nobody decided about"
    assert sorted(listed - there) == [], "lines of the table that lead nowhere"


@pytest.mark.timeout(400)
def test_looking_gives_each_of_seven_what_the_table_says_and_writes_nothing(house: Flask) -> None:
    seven = everybody(house)
    ada = seven["owner"].person
    assert ada
    ways = {way: name for way, name in ways_of(house).items() if way[0] == "GET"}
    paths = {way: address(house, way[1], endpoint, ada) for way, endpoint in ways.items()}
    got, told_apart = {}, []
    with read_only(house):
        for way in ways:
            seen = {role: ask_for(one.client, "GET", paths[way]) for role, one in seven.items()}
            got[way] = {role: word_for(answer) for role, answer in seen.items()}
            if set(got[way].values()) == {"200"} and len({one.data for one in seen.values()}) > 1:
                told_apart.append(way[1])
    wrong = differences(got)
    assert not wrong, "\n" + "\n".join(wrong)
    assert set(told_apart) <= OWN_TO_EACH, "a public page differs by who reads it"


@pytest.mark.timeout(400)
def test_changing_gives_each_of_seven_what_the_table_says(house: Flask) -> None:
    ways = {way: name for way, name in ways_of(house).items() if way[0] != "GET"}
    got = {
        way: {role: changed(house, way, name, role) for role in ROLES} for way, name in ways.items()
    }
    wrong = differences(got)
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.timeout(400)
def test_nobody_but_admins_learns_of_an_address_below_admin_by_any_method(house: Flask) -> None:
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
