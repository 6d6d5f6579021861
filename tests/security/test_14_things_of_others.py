"""Line 14: nobody reaches what is of others, by any verb, in any form, nor finds it in a list."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text

from tests.access.addresses import ways_of
from tests.access.asking import ARGUMENT, address, ask_for
from tests.access.people import Asker, sit_down
from tests.access.things import THINGS
from tests.people import Person
from webapp.accounts.models import Account, Channel, Delivery
from webapp.core.db import db

OWNED = {
    "channel_id", "delivery_id", "export_id", "handle", "identity_id", "token_id",
}  # fmt: skip
"""Arguments that name something of somebody's; a run is anybody's to look at, not to call off."""
OWNED_RUNS = {"api_v1.call_off_job"}
FORMS: dict[str, dict[str, str]] = {
    "whole": {},
    "part": {"HX-Request": "true", "HX-Request-Type": "partial"},
    "json": {"Accept": "application/json"},
    "csv": {"Accept": "text/csv"},
}
HUGE = ("0", str(2**31), str(2**63 - 1), str(2**63), "9" * 40)
Rows = list[tuple[Any, ...]]


def owned_ways(house: Flask) -> list[tuple[str, str, str]]:
    """Give every way to something of somebody's: method, rule, endpoint."""
    return [
        (method, rule, endpoint)
        for (method, rule), endpoint in sorted(ways_of(house).items())
        if OWNED & set(ARGUMENT.findall(rule)) or endpoint in OWNED_RUNS
    ]


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


def ada_and_cy(house: Flask) -> tuple[Person, Asker]:
    """Let Ada have one of everything, and Cy sit down with things of his own."""
    ada, cy = sit_down(house, "owner").person, sit_down(house, "other")
    assert ada
    assert cy.person
    with house.app_context():
        for owner in (ada, cy.person):
            for word in sorted(OWNED | {"notice_id", "follow_id", "run_id", "proof"}):
                THINGS[word](owner)
        db.session.remove()
    return ada, cy


def test_14_every_thing_with_an_owner_is_walked(house: Flask) -> None:
    walked = {word for _, rule, _ in owned_ways(house) for word in ARGUMENT.findall(rule)}
    assert walked >= OWNED


def test_14_nobody_reaches_anothers_thing_by_any_verb_in_any_form(house: Flask) -> None:
    ada, cy = ada_and_cy(house)
    reached = []
    for method, rule, endpoint in owned_ways(house):
        path = address(house, rule, endpoint, ada)
        before = rows_of(house, ada)
        for form, headers in FORMS.items():
            answer = ask_for(cy.client, method, path, endpoint, **headers)
            if answer.status_code not in {403, 404, 429}:
                reached.append(f"{method} {path} as {form}: {answer.status_code}")
        if rows_of(house, ada) != before:
            reached.append(f"{method} {path} changed something of Ada's")
    assert reached == []


def test_14_no_other_verb_helps(house: Flask) -> None:
    ada, cy = ada_and_cy(house)
    before = rows_of(house, ada)
    for _, rule, endpoint in owned_ways(house):
        path = address(house, rule, endpoint, ada)
        kept = rows_of(house, ada)
        for method in ("PUT", "PATCH", "DELETE"):
            assert ask_for(cy.client, method, path).status_code in {404, 405}, path
        assert rows_of(house, ada) == kept
    assert len(rows_of(house, ada)) > len(before)


def test_14_a_number_nobody_has_is_not_found(house: Flask) -> None:
    _, cy = ada_and_cy(house)
    for method, rule, endpoint in owned_ways(house):
        if not re.search(r"_id>", rule) or "<run_id>" in rule:
            continue
        for number in HUGE:
            path = ARGUMENT.sub(number, rule)
            assert ask_for(cy.client, method, path, endpoint).status_code in {404, 429}, path


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
