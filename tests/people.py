"""The people of the tests: Ada plays, Bo runs the league, Cy must never get in, and two who guard.

`sign_in` puts a session row and its cookie where a real sign-in would have put them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from flask import current_app
from flask.testing import FlaskClient

from webapp.accounts.domain.secret import hash_of, new_secret
from webapp.accounts.models import Account, AccountSession
from webapp.core.db import db, utc_now

ROLES: Final = {
    "Ada": "player",
    "Cy": "player",
    "Bo": "organiser",
    "Mo": "moderator",
    "Di": "admin",
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account."""

    id: int
    name: str
    role: str


def person(name: str) -> Person:
    """Give one of the people, with an account from now on."""
    account = Account(name=name, role=ROLES[name])
    db.session.add(account)
    db.session.commit()
    return Person(account.id, name, account.role)


def sign_in(client: FlaskClient, who: Person, *, proved_at: datetime | None = None) -> str:
    """Sign somebody in with this client; gives the secret of the cookie."""
    secret = new_secret()
    row = AccountSession(
        id=hash_of(secret), account_id=who.id, proved_at=proved_at or utc_now(), proved_by="test"
    )
    db.session.add(row)
    db.session.commit()
    client.set_cookie(current_app.config["SESSION_COOKIE_NAME"], secret)
    return secret
