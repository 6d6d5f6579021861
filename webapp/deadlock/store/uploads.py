"""Files readers brought: kept under their content's name until a worker has read them."""

from __future__ import annotations

import hashlib

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, utc_now
from webapp.core.objects import current_objects
from webapp.deadlock.models import DeadlockUpload


def save_upload(filename: str, body: bytes) -> str:
    """Keep a brought file; gives its SHA-256, which is its name from here on."""
    digest = hashlib.sha256(body).hexdigest()
    key = f"deadlock/uploads/{digest}"
    current_objects().put(key, body)
    row = insert(DeadlockUpload).values(
        sha256=digest,
        filename=plain_name(filename),
        object_key=key,
        bytes=len(body),
        uploaded_at=utc_now(),
    )
    db.session.execute(row.on_conflict_do_nothing())
    return digest


def load_upload(digest: str) -> DeadlockUpload | None:
    """Give what is known of a brought file."""
    return db.session.get(DeadlockUpload, digest)


def read_upload(upload: DeadlockUpload) -> bytes:
    """Give a brought file's bytes."""
    return current_objects().get(upload.object_key)


def drop_body(digest: str) -> None:
    """Let go of a brought file whose match is kept: its body lies with the match now."""
    upload = load_upload(digest)
    if upload and upload.match_id is not None:
        current_objects().delete(upload.object_key)


def name_match(digest: str, match_id: int) -> None:
    """Write down which match a brought file holds, in the caller's transaction."""
    db.session.execute(
        update(DeadlockUpload).where(DeadlockUpload.sha256 == digest).values(match_id=match_id)
    )


def plain_name(filename: str) -> str:
    """Give a file name safe to show: no folders, nothing unprintable, at most 120 characters."""
    return "".join(c for c in filename.rsplit("/", 1)[-1] if c.isprintable())[:120] or "file"
