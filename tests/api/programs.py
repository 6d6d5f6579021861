"""Programs of the tests: a token of somebody's, and how it is sent."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import update

from tests.people import Person
from webapp.accounts.actions.tokens import make_token
from webapp.accounts.models import ApiToken
from webapp.core.db import db, utc_now

ALL = ["read", "jobs", "account:read"]


def token_of(who: Person, *scopes: str) -> str:
    """Give a token of somebody's with these scopes, or with all."""
    return make_token(who.id, "a program", list(scopes) or ALL, 30).secret


def with_token(token: str) -> dict[str, str]:
    """Give the header a program sends."""
    return {"Authorization": f"Bearer {token}"}


def let_time_pass(past: timedelta) -> None:
    """Let every token be older by this much."""
    db.session.execute(update(ApiToken).values(ends_at=ApiToken.ends_at - past))
    db.session.commit()


def now_s() -> int:
    """Give the present second."""
    return int(utc_now().timestamp())
