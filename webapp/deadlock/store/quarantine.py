"""Payloads nobody could read: kept raw with the reason, until a better parser comes."""

from __future__ import annotations

import hashlib

from sqlalchemy import select, update

from webapp.core.db import db, utc_now
from webapp.core.models import Quarantine
from webapp.core.objects import current_objects
from webapp.deadlock.models import DeadlockMatch
from webapp.deadlock.store.matches import renew_pages

KIND = "deadlock.match"


def quarantine(key: str, reason: str, where: str, body: bytes) -> None:
    """Keep an unreadable body and why it is one; the same body is kept once."""
    digest = hashlib.sha256(body).hexdigest()
    object_key = f"quarantine/deadlock/{digest}"
    current_objects().put(object_key, body)
    same = select(Quarantine.id).where(
        Quarantine.object_key == object_key, Quarantine.released_at.is_(None)
    )
    if db.session.scalar(same) is None:
        detail = {"where": where, "bytes": len(body), "sha256": digest}
        db.session.add(
            Quarantine(kind=KIND, key=key, reason=reason, detail=detail, object_key=object_key)
        )
        if key.isdecimal():
            renew_pages(DeadlockMatch.match_id == int(key))
    db.session.commit()


def notes_on(match_id: int) -> list[Quarantine]:
    """Give what lies in quarantine for a match, newest first."""
    query = select(Quarantine).where(Quarantine.kind == KIND, Quarantine.key == str(match_id))
    return list(db.session.scalars(query.order_by(Quarantine.seen_at.desc())))


def release(match_id: int) -> None:
    """Close what lay in quarantine for a match that could be read after all."""
    db.session.execute(
        update(Quarantine)
        .where(
            Quarantine.kind == KIND,
            Quarantine.key == str(match_id),
            Quarantine.released_at.is_(None),
        )
        .values(released_at=utc_now())
    )
