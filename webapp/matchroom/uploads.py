"""Files readers brought: kept under their content's name until a worker has read them.

Each game has a table of its own, as its matches have ids of their own kind.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, utc_now
from webapp.core.objects import current_objects
from webapp.matchroom.models import UploadColumns
from webapp.matchroom.shelf import K

Brought = TypeVar("Brought", bound=UploadColumns)


@dataclass(frozen=True, slots=True)
class Inbox(Generic[Brought]):
    """Where a game's brought files lie: its folder in the store, and its table."""

    game: str
    row: type[Brought]


def save_upload(inbox: Inbox[Any], filename: str, body: bytes) -> str:
    """Keep a brought file; gives its SHA-256, which is its name from here on."""
    digest = hashlib.sha256(body).hexdigest()
    key = f"{inbox.game}/uploads/{digest}"
    current_objects().put(key, body)
    row = insert(inbox.row).values(
        sha256=digest,
        filename=plain_name(filename),
        object_key=key,
        bytes=len(body),
        uploaded_at=utc_now(),
    )
    db.session.execute(row.on_conflict_do_nothing())
    return digest


def load_upload(inbox: Inbox[Brought], digest: str) -> Brought | None:
    """Give what is known of a brought file."""
    return db.session.get(inbox.row, digest)


def read_upload(upload: UploadColumns) -> bytes:
    """Give a brought file's bytes; raises ObjectMissing."""
    return current_objects().get(upload.object_key)


def drop_body(inbox: Inbox[Any], digest: str, before: datetime) -> None:
    """Let go of a brought file whose match is kept: its body lies with the match now.

    One that was brought again since `before` stays: another run is about to read it.
    """
    upload = load_upload(inbox, digest)
    if upload and upload.match_id is not None:
        current_objects().delete_older(upload.object_key, before)


def name_match(inbox: Inbox[Any], digest: str, match_id: K) -> None:
    """Write down which match a brought file holds, in the caller's transaction."""
    row = inbox.row
    db.session.execute(update(row).where(row.sha256 == digest).values(match_id=match_id))


def plain_name(filename: str) -> str:
    """Give a file name safe to show: no folders, nothing unprintable, at most 120 characters."""
    return "".join(c for c in filename.rsplit("/", 1)[-1] if c.isprintable())[:120] or "file"
