"""Payloads nobody could read: kept raw with the reason, until a better parser comes.

All games share one table; `kind` says whose a row is.
"""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import ColumnElement, select, update

from webapp.core.db import db, utc_now
from webapp.core.models import Quarantine
from webapp.core.objects import current_objects
from webapp.matchroom.files import Raw
from webapp.matchroom.keeping import renew_pages
from webapp.matchroom.shelf import K, Shelf

NAMELESS = "upload"


def quarantine(
    shelf: Shelf[Any, K], match_id: K | None, reason: str, where: str, *bodies: bytes
) -> None:
    """Keep unreadable bodies and why they are; the same body is kept once. Commits."""
    new = [_put_aside(shelf, match_id, reason, where, body) for body in bodies]
    if any(new) and match_id is not None:
        renew_pages(shelf.row, shelf.row.match_id == match_id)
    db.session.commit()


def quarantine_raw(
    shelf: Shelf[Any, K], match_id: K | None, reason: str, where: str, raw: Raw
) -> None:
    """Keep everything aside that came for a match nobody could read. Commits."""
    quarantine(shelf, match_id, reason, where, raw.body, *raw.beside.values())


def notes_on(shelf: Shelf[Any, K], match_id: K) -> list[Quarantine]:
    """Give what lies in quarantine for a match, newest first."""
    query = select(Quarantine).where(*_of(shelf, match_id))
    return list(db.session.scalars(query.order_by(Quarantine.seen_at.desc())))


def release(shelf: Shelf[Any, K], match_id: K) -> None:
    """Close what lay in quarantine for a match that could be read after all."""
    still = Quarantine.released_at.is_(None)
    db.session.execute(
        update(Quarantine).where(*_of(shelf, match_id), still).values(released_at=utc_now())
    )


def release_body(shelf: Shelf[Any, Any], digest: str) -> None:
    """Close what lay in quarantine of a body without a name that could be read after all."""
    still = Quarantine.released_at.is_(None)
    mine = Quarantine.object_key == f"quarantine/{shelf.game}/{digest}"
    db.session.execute(update(Quarantine).where(mine, still).values(released_at=utc_now()))


def _put_aside(
    shelf: Shelf[Any, K], match_id: K | None, reason: str, where: str, body: bytes
) -> bool:
    digest = hashlib.sha256(body).hexdigest()
    object_key = f"quarantine/{shelf.game}/{digest}"
    current_objects().put(object_key, body)
    same = select(Quarantine.id).where(
        Quarantine.object_key == object_key, Quarantine.released_at.is_(None)
    )
    if db.session.scalar(same) is not None:
        return False
    db.session.add(
        Quarantine(
            kind=_kind(shelf),
            key=NAMELESS if match_id is None else str(match_id),
            reason=reason,
            detail={"where": where, "bytes": len(body), "sha256": digest},
            object_key=object_key,
        )
    )
    return True


def _kind(shelf: Shelf[Any, Any]) -> str:
    return f"{shelf.game}.match"


def _of(shelf: Shelf[Any, K], match_id: K) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Quarantine.kind == _kind(shelf), Quarantine.key == str(match_id)
