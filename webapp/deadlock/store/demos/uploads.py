"""Demos readers bring: kept in parts, never whole in memory, until a worker has read them."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import BinaryIO

from sqlalchemy import delete, select, update

from webapp.core.db import db, utc_now
from webapp.core.objects import current_objects
from webapp.deadlock.models import DeadlockDemoUpload
from webapp.matchroom.uploads import plain_name

PART_BYTES = 8 * 1024 * 1024
KEPT = timedelta(days=2)


class DemoTooLarge(ValueError):
    """More than a reader may bring; `most_bytes` is what they may."""

    def __init__(self, most_bytes: int) -> None:
        super().__init__(f"larger than the {most_bytes:,} bytes a demo may have")
        self.most_bytes = most_bytes


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
        parts, size, digest = _put_parts(name, stream, most_bytes)
    except BaseException:
        drop_demo_parts(name)
        raise
    table = DeadlockDemoUpload
    change = update(table).where(table.id == name)
    db.session.execute(change.values(parts=parts, bytes=size, sha256=digest))
    db.session.commit()
    return name


def load_demo_upload(name: uuid.UUID) -> DeadlockDemoUpload | None:
    """Give what is known of a brought demo."""
    return db.session.get(DeadlockDemoUpload, name)


def upload_parts(upload: DeadlockDemoUpload) -> Iterator[bytes]:
    """Give a brought demo's bytes, part after part; raises ObjectMissing when they are gone."""
    for number in range(upload.parts):
        yield current_objects().get(_key(upload.id, number))


def name_demo_match(name: uuid.UUID, match_id: int) -> None:
    """Write down which match a brought demo is of, in the caller's transaction."""
    table = DeadlockDemoUpload
    db.session.execute(update(table).where(table.id == name).values(match_id=match_id))


def drop_demo_parts(name: uuid.UUID) -> None:
    """Let go of a brought demo's bytes; what is known of it stays a while. Commits."""
    for key, _size in list(current_objects().list(_folder(name))):
        current_objects().delete(key)
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


def _put_parts(name: uuid.UUID, stream: BinaryIO, most_bytes: int) -> tuple[int, int, str]:
    parts, size, digest = 0, 0, hashlib.sha256()
    while part := stream.read(PART_BYTES):
        size += len(part)
        if size > most_bytes:
            raise DemoTooLarge(most_bytes)
        digest.update(part)
        current_objects().put(_key(name, parts), part)
        parts += 1
    return parts, size, digest.hexdigest()


def _folder(name: uuid.UUID) -> str:
    return f"deadlock/demo-uploads/{name.hex}"


def _key(name: uuid.UUID, number: int) -> str:
    return f"{_folder(name)}/{number:05d}"
