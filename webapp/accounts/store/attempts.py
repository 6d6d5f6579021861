"""Journeys to providers, and answers used once. Each call is its own small transaction.

What was taken must stay taken, whatever becomes of the request that took it.
"""

from __future__ import annotations

from dataclasses import asdict, fields

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert

from webapp.accounts.domain.attempt import LIVES, Attempt
from webapp.accounts.domain.secret import hash_of
from webapp.accounts.models import SignInAttempt, UsedNonce
from webapp.core.db import db, utc_now


def add_attempt(state: str, attempt: Attempt) -> None:
    """Remember somebody who leaves for a provider, by the hash of what they take along."""
    old = delete(SignInAttempt).where(SignInAttempt.created_at < utc_now() - LIVES)
    with db.engine.begin() as connection:
        connection.execute(old)
        connection.execute(insert(SignInAttempt).values(id=hash_of(state), **asdict(attempt)))


def take_attempt(state: str) -> Attempt | None:
    """Give what was remembered under a state, and forget it in the same moment."""
    columns = (getattr(SignInAttempt, field.name) for field in fields(Attempt))
    gone = delete(SignInAttempt).where(SignInAttempt.id == hash_of(state)).returning(*columns)
    with db.engine.begin() as connection:
        row = connection.execute(gone).one_or_none()
    return Attempt(*row) if row else None


def use_nonce(nonce: str) -> bool:
    """Use an answer up; False when it was used before."""
    old = delete(UsedNonce).where(UsedNonce.used_at < utc_now() - 2 * LIVES)
    new = insert(UsedNonce).values(nonce=nonce, used_at=utc_now()).on_conflict_do_nothing()
    with db.engine.begin() as connection:
        connection.execute(old)
        made = connection.scalar(new.returning(UsedNonce.nonce))
    return made is not None
