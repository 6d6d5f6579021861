"""Cards in and out of the store: the file first, then the row that names it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, utc_now
from webapp.core.objects import ObjectMissing, current_objects
from webapp.matchroom.cards.models import Card

DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class CardFile:
    """A drawn card; `name` is made of its content."""

    name: str
    body: bytes


def load_card(room: str, kind: str, key: str) -> CardFile | None:
    """Give a card that is drawn; None where there is none yet."""
    object_key = db.session.scalar(_of(room, kind, key))
    if object_key is None:
        return None
    try:
        return CardFile(object_key, current_objects().get(object_key))
    except ObjectMissing:
        return None


def save_card(room: str, kind: str, key: str, version: str, body: bytes) -> None:
    """Keep a card in place of the one before. Commits: a row never points at nothing."""
    digest = hashlib.sha256(body).hexdigest()[:DIGITS]
    object_key = f"{room}/cards/{kind}-{key}-{digest}.png"
    objects, before = current_objects(), db.session.scalar(_of(room, kind, key))
    objects.put(object_key, body)
    row = {
        "version": version,
        "object_key": object_key,
        "bytes": len(body),
        "drawn_at": utc_now(),
    }
    new = insert(Card).values(room=room, kind=kind, key=key, **row)
    db.session.execute(new.on_conflict_do_update(index_elements=["room", "kind", "key"], set_=row))
    db.session.commit()
    if before and before != object_key:
        objects.delete(before)


def _of(room: str, kind: str, key: str) -> Select[str]:
    return select(Card.object_key).where(Card.room == room, Card.kind == kind, Card.key == key)
