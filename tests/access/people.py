"""The seven who ask: nobody, one without things, Ada, one with things, and three with roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flask import Flask
from flask.testing import FlaskClient

from tests.access.matrix import ROLES
from tests.people import Person, sign_in
from webapp.accounts.models import Account
from webapp.core.db import db

NAMES: Final = {
    "player": ("Pat", "player"),
    "owner": ("Ada", "player"),
    "other": ("Cy", "player"),
    "organiser": ("Bo", "organiser"),
    "moderator": ("Mo", "moderator"),
    "admin": ("Di", "admin"),
}


@dataclass(frozen=True, slots=True)
class Asker:
    """One of the seven: who it is, and the browser they ask with."""

    role: str
    person: Person | None
    client: FlaskClient


def sit_down(app: Flask, role: str) -> Asker:
    """Make one of the seven anew and sit them down before a browser of their own."""
    client = app.test_client()
    if role not in NAMES:
        return Asker(role, None, client)
    with app.app_context():
        person = new_person(role)
        sign_in(client, person)
        db.session.remove()
    return Asker(role, person, client)


def new_person(role: str) -> Person:
    """Make one of the six who have an account."""
    name, standing = NAMES[role]
    account = Account(name=name, role=standing)
    db.session.add(account)
    db.session.commit()
    return Person(account.id, name, standing)


def everybody(app: Flask) -> dict[str, Asker]:
    """Sit all seven down."""
    return {role: sit_down(app, role) for role in ROLES}
