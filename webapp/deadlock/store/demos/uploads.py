"""Demos readers bring: kept in parts, never whole in memory, until a worker has read them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import BinaryIO

from sqlalchemy import delete, select, update

from webapp.core.db import db, utc_now
from webapp.deadlock.models import DeadlockDemoUpload
from webapp.matchroom.demos.parts import TooLarge as DemoTooLarge
from webapp.matchroom.demos.parts import drop_parts, get_parts, put_parts
from webapp.matchroom.uploads import plain_name

KEPT = timedelta(days=2)


def keep_demo_upload(
    filename: str, stream: BinaryIO, match_id: int | None, *, most_bytes: int
) -> uuid.UUID:
    """Keep a brought demo part by part; gives its name. Commits; raises DemoTooLarge."""
    upload = DeadlockDemoUpload(
        id=uuid.uuid4(), filename=plain_name(filename), parts=0, bytes=0, sha256="",
        uploaded_at=utc_now(), match_id=match_id,
    )  # fmt: skip
    name = upload.id
    db.session.add(upload)
    db.session.commit()
    try:
        put = put_parts(_folder(name), stream, most_bytes=most_bytes)
    except BaseException:
        drop_demo_parts(name)
        raise
    table = DeadlockDemoUpload
    change = update(table).where(table.id == name)
    db.session.execute(change.values(parts=put.count, bytes=put.bytes, sha256=put.sha256))
    db.session.commit()
    return name


def load_demo_upload(name: uuid.UUID) -> DeadlockDemoUpload | None:
    """Give what is known of a brought demo."""
    return db.session.get(DeadlockDemoUpload, name)


def upload_parts(upload: DeadlockDemoUpload) -> Iterator[bytes]:
    """Give a brought demo's bytes, part after part; raises ObjectMissing when they are gone."""
    return get_parts(_folder(upload.id), upload.parts)


def name_demo_match(name: uuid.UUID, match_id: int) -> None:
    """Write down which match a brought demo is of, in the caller's transaction."""
    table = DeadlockDemoUpload
    db.session.execute(update(table).where(table.id == name).values(match_id=match_id))


def drop_demo_parts(name: uuid.UUID) -> None:
    """Let go of a brought demo's bytes; what is known of it stays a while. Commits."""
    drop_parts(_folder(name))
    db.session.rollback()
    db.session.execute(
        update(DeadlockDemoUpload).where(DeadlockDemoUpload.id == name).values(parts=0)
    )
    db.session.commit()


def drop_old_demo_uploads() -> int:
    """Let go of demos nobody came to read; gives how many. Commits."""
    old = DeadlockDemoUpload.uploaded_at < utc_now() - KEPT
    names = db.session.scalars(select(DeadlockDemoUpload.id).where(old)).all()
    for name in names:
        drop_demo_parts(name)
    db.session.execute(delete(DeadlockDemoUpload).where(DeadlockDemoUpload.id.in_(names)))
    db.session.commit()
    return len(names)


def _folder(name: uuid.UUID) -> str:
    return f"deadlock/demo-uploads/{name.hex}"


__all__ = [
    "DemoTooLarge",
    "drop_demo_parts",
    "drop_old_demo_uploads",
    "keep_demo_upload",
    "load_demo_upload",
    "name_demo_match",
    "upload_parts",
]
