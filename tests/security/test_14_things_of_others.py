"""Line 14: nobody reaches what is of others, by any verb, in any form, nor finds it in a list."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text

from tests.access.addresses import ways_of
from tests.access.asking import ARGUMENT, address, ask_for, thing_of
from tests.access.people import Asker, sit_down
from tests.access.things import THINGS
from tests.people import Person
from webapp.accounts.models import Account, Channel, Delivery
from webapp.core.db import db
from webapp.core.limits import limiter

BY_SECRET = {"password:secret", "proof", "sign_in_link.show:secret", "sign_in_link.use:secret"}
"""What is somebody's and yet open to whoever knows it: it was sent to them alone."""
BY_LISTS = {"notice_id"}
"""What no address names: its owner finds it in a list."""
RUNS = {"run_id"}
"""A run is anybody's to look at, not to call off; see `test_14_runs_of_others.py` for others."""
OWNED_RUNS = {"api_v1.call_off_job"}
FORMS: dict[str, dict[str, str]] = {
    "whole": {},
    "part": {"HX-Request": "true", "HX-Request-Type": "partial"},
    "json": {"Accept": "application/json"},
    "csv": {"Accept": "text/csv"},
}
HUGE = ("0", str(2**31), str(2**63 - 1), str(2**63), "9" * 40)
Rows = list[tuple[Any, ...]]
Way = tuple[str, str, str]


def rows_of(house: Flask, owner: Person) -> Rows:
    """Give every row that is somebody's, and what became of their deliveries."""
    with house.app_context():
        found: Rows = []
        for table in db.metadata.sorted_tables:
            if "account_id" in table.c and table.c.account_id.references(Account.id):
                mine = select(table).where(table.c.account_id == owner.id)
                found += sorted(((table.name, *row) for row in db.session.execute(mine)), key=str)
        sent = select(Delivery.__table__).join(Channel, Channel.id == Delivery.channel_id)
        rows = db.session.execute(sent.where(Channel.account_id == owner.id))
        found += sorted((("delivery", *row) for row in rows), key=str)
        db.session.remove()
    return found


@pytest.fixture(scope="module")
def owned(house: Flask) -> frozenset[str]:
    """Name what is somebody's: whatever leaves a row of its owner's when it is made."""
    ada, found = sit_down(house, "owner").person, set()
    assert ada
    rows = rows_of(house, ada)
    for name, make in THINGS.items():
        with house.app_context():
            make(ada)
            db.session.remove()
        before, rows = rows, rows_of(house, ada)
        found |= {name} if rows != before else set()
    return frozenset(found)


@pytest.fixture(scope="module")
def ways(house: Flask, owned: frozenset[str]) -> list[Way]:
    """Give every way to something of somebody's: method, rule, endpoint."""
    return [
        (method, rule, endpoint)
        for (method, rule), endpoint in sorted(ways_of(house).items())
        if endpoint in OWNED_RUNS or things_in(rule, endpoint) & owned - BY_SECRET - RUNS
    ]


def things_in(rule: str, endpoint: str) -> set[str]:
    """Name what is made for the arguments of a rule."""
    return {thing for word in ARGUMENT.findall(rule) if (thing := thing_of(endpoint, word))}


def ada_and_cy(house: Flask) -> tuple[Person, Asker]:
    """Let Ada have one of everything, and Cy sit down with things of his own."""
    ada, cy = sit_down(house, "owner").person, sit_down(house, "other")
    assert ada
    assert cy.person
    with house.app_context():
        for owner in (ada, cy.person):
            for make in dict.fromkeys(THINGS.values()):
                make(owner)
        db.session.remove()
    return ada, cy


def test_14_every_thing_with_an_owner_is_walked(
    house: Flask, ways: list[Way], owned: frozenset[str]
) -> None:
    walked = {thing for _, rule, endpoint in ways for thing in things_in(rule, endpoint)}
    assert walked - RUNS == owned - BY_SECRET - BY_LISTS - RUNS
    own = [way for way in ways_of(house).items() if way[0][1].startswith(("/account", "/me/"))]
    assert {thing for (_, rule), name in own for thing in things_in(rule, name)} <= owned
    assert len(ways) >= 15


def test_14_nobody_reaches_anothers_thing_by_any_verb_in_any_form(
    house: Flask, ways: list[Way]
) -> None:
    ada, cy = ada_and_cy(house)
    reached = []
    for method, rule, endpoint in ways:
        path = address(house, rule, endpoint, ada)
        before = rows_of(house, ada)
        for form, headers in FORMS.items():
            limiter.reset()  # a limit that answers first would hide who is let in
            answer = ask_for(cy.client, method, path, endpoint, **headers)
            if answer.status_code not in {403, 404}:
                reached.append(f"{method} {path} as {form}: {answer.status_code}")
        if rows_of(house, ada) != before:
            reached.append(f"{method} {path} changed something of Ada's")
    assert reached == []


def test_14_no_other_verb_helps(house: Flask, ways: list[Way]) -> None:
    ada, cy = ada_and_cy(house)
    before = rows_of(house, ada)
    for _, rule, endpoint in ways:
        path = address(house, rule, endpoint, ada)
        kept = rows_of(house, ada)
        for method in ("PUT", "PATCH", "DELETE"):
            assert ask_for(cy.client, method, path).status_code in {404, 405}, path
        assert rows_of(house, ada) == kept
    assert len(rows_of(house, ada)) > len(before)


def test_14_a_number_nobody_has_is_not_found(house: Flask, ways: list[Way]) -> None:
    _, cy = ada_and_cy(house)
    for method, rule, endpoint in ways:
        if not re.search(r"_id>", rule) or "<run_id>" in rule:
            continue
        for number in HUGE:
            path = ARGUMENT.sub(number, rule)
            limiter.reset()
            assert ask_for(cy.client, method, path, endpoint).status_code == 404, path


@pytest.mark.parametrize("form", FORMS)
def test_14_no_list_of_ones_own_names_what_is_anothers(house: Flask, form: str) -> None:
    ada, cy = ada_and_cy(house)
    with house.app_context():
        for table in ("api_token", "notice", "follow", "identity"):
            word = "title" if table in {"notice", "follow"} else "name"
            db.session.execute(
                text(f"UPDATE {table} SET {word} = 'Quokka' WHERE account_id = :id"),  # noqa: S608 - tables named above
                {"id": ada.id},
            )
        db.session.execute(
            text("UPDATE channel SET shown = 'Quokka' WHERE account_id = :id"), {"id": ada.id}
        )
        db.session.commit()
        db.session.remove()
    lists = [
        rule
        for (method, rule), _ in ways_of(house).items()
        if method == "GET"
        and "<" not in rule
        and rule.startswith(("/account", "/me/", "/api/v1/me", "/api/v1/jobs"))
    ]
    assert len(lists) > 15
    for path in lists:
        answer = ask_for(cy.client, "GET", path, **FORMS[form])
        assert "Quokka" not in answer.text, path
