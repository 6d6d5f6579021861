"""Accounts as admins look them up: found by words, counted, held, disabled."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Text, cast, exists, func, or_, select, update

from webapp.accounts.models import (
    Account,
    AccountSession,
    ApiToken,
    Identity,
    Password,
    SignInLink,
)
from webapp.core.db import db, utc_now

PAGE: Final = 50
LONGEST_ID: Final = 18


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One account in a list, with how much hangs on it."""

    id: int
    name: str
    role: str
    created_at: datetime
    disabled_at: datetime | None
    disabled_why: str
    identities: int
    sessions: int
    seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class IdentityLine:
    """One way an account is known."""

    id: int
    provider: str
    subject: str
    name: str
    linked_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Hanging:
    """What else belongs to an account: live tokens, links not used yet, whether a password."""

    tokens: int
    links: int
    password: bool


def find_people(
    words: str, role: str, before: int, *, disabled: bool
) -> tuple[tuple[PersonLine, ...], int]:
    """Give one page of accounts, the newest first, and the id to go on from (0 on the last)."""
    wanted: list[ColumnElement[bool]] = []
    if words:
        wanted.append(_called(words))
    if role:
        wanted.append(Account.role == role)
    if disabled:
        wanted.append(Account.disabled_at.is_not(None))
    if before:
        wanted.append(Account.id < before)
    query = select(*_columns()).where(*wanted).order_by(Account.id.desc()).limit(PAGE + 1)
    found = tuple(PersonLine(*row) for row in db.session.execute(query))
    return found[:PAGE], found[PAGE - 1].id if len(found) > PAGE else 0


def load_person(account_id: int) -> PersonLine | None:
    """Give one account with how much hangs on it."""
    row = db.session.execute(select(*_columns()).where(Account.id == account_id)).one_or_none()
    return PersonLine(*row) if row else None


def identities_of(account_id: int) -> tuple[IdentityLine, ...]:
    """Give the ways an account is known."""
    columns = (getattr(Identity, name) for name in IdentityLine.__slots__)
    query = select(*columns).where(Identity.account_id == account_id).order_by(Identity.id)
    return tuple(IdentityLine(*row) for row in db.session.execute(query))


def hanging_on(account_id: int) -> Hanging:
    """Count the live tokens and unused sign-in links of an account, and look for a password."""
    now = utc_now()
    tokens = select(func.count()).where(ApiToken.account_id == account_id, ApiToken.ends_at > now)
    links = select(func.count()).where(
        SignInLink.account_id == account_id, SignInLink.used_at.is_(None), SignInLink.ends_at > now
    )
    password = exists().where(Password.account_id == account_id)
    asked = select(tokens.scalar_subquery(), links.scalar_subquery(), password)
    return Hanging(*db.session.execute(asked).one())


def names_of(ids: Collection[int]) -> dict[int, str]:
    """Give the names of accounts by their numbers. One query, none for nobody."""
    if not ids:
        return {}
    rows = db.session.execute(select(Account.id, Account.name).where(Account.id.in_(ids)))
    return {number: name for number, name in rows}  # noqa: C416 - a row is no pair to mypy


def hold_admins() -> tuple[int, ...]:
    """Give the admins who may sign in, and let nobody else change them meanwhile."""
    able = select(Account.id).where(Account.role == "admin", Account.disabled_at.is_(None))
    return tuple(db.session.scalars(able.order_by(Account.id).with_for_update()))


def count_by_role() -> dict[str, int]:
    """Count accounts by role."""
    rows = db.session.execute(select(Account.role, func.count()).group_by(Account.role))
    return {role: count for role, count in rows}  # noqa: C416 - a row is no pair to mypy


def disable(account_id: int, why: str) -> None:
    """Shut an account, in the caller's transaction: links not used yet are worth nothing."""
    shut = update(Account).where(Account.id == account_id)
    db.session.execute(shut.values(disabled_at=utc_now(), disabled_why=why))
    links = update(SignInLink).where(SignInLink.account_id == account_id)
    db.session.execute(links.where(SignInLink.used_at.is_(None)).values(used_at=utc_now()))


def end_tokens(account_id: int) -> int:
    """End an account's API tokens, in the caller's transaction; gives how many were live."""
    now = utc_now()
    live = update(ApiToken).where(ApiToken.account_id == account_id, ApiToken.ends_at > now)
    return len(db.session.scalars(live.values(ends_at=now).returning(ApiToken.id)).all())


def enable(account_id: int) -> None:
    """Open an account again, in the caller's transaction."""
    opened = update(Account).where(Account.id == account_id)
    db.session.execute(opened.values(disabled_at=None, disabled_why=""))


def _columns() -> tuple[Any, ...]:
    sessions = AccountSession.account_id == Account.id
    mine = Identity.account_id == Account.id
    own = tuple(getattr(Account, name) for name in PersonLine.__slots__[:6])
    return (
        *own,
        select(func.count()).where(mine).correlate(Account).scalar_subquery(),
        select(func.count()).where(sessions).correlate(Account).scalar_subquery(),
        select(func.max(AccountSession.seen_at))
        .where(sessions)
        .correlate(Account)
        .scalar_subquery(),
    )


def _called(words: str) -> ColumnElement[bool]:
    """Look for words in names, in what providers call people, and in their ids there."""
    known = exists().where(
        Identity.account_id == Account.id,
        or_(Identity.name.icontains(words, autoescape=True), Identity.subject == words),
    )
    found = or_(Account.name.icontains(words, autoescape=True), known)
    if words.isascii() and words.isdecimal() and len(words) <= LONGEST_ID:
        return or_(found, cast(Account.id, Text) == str(int(words)))
    return found
