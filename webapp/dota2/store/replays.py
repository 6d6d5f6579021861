"""Replays readers bring: in parts under their content's name, gone once they were read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from typing import BinaryIO, Final

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, utc_now
from webapp.core.objects import current_objects
from webapp.dota2.models import Dota2Upload
from webapp.matchroom.demos.parts import PART_BYTES, TooLarge, drop_parts, get_parts, put_parts
from webapp.matchroom.uploads import plain_name

KEPT: Final = timedelta(days=2)


def save_replay(filename: str, stream: BinaryIO, *, most_bytes: int) -> str:
    """Keep a brought replay; gives its SHA-256, its name from here on. Raises TooLarge.

    Read twice: no name is known before the end, and a stream of a request can be read again.
    """
    digest = _digest(stream, most_bytes)
    stream.seek(0)
    put = put_parts(_folder(digest), stream, most_bytes=most_bytes)
    new = insert(Dota2Upload).values(
        sha256=digest,
        filename=plain_name(filename),
        object_key=_folder(digest),
        bytes=put.bytes,
        uploaded_at=utc_now(),
    )
    again = {"uploaded_at": utc_now(), "object_key": _folder(digest)}
    db.session.execute(new.on_conflict_do_update(index_elements=["sha256"], set_=again))
    return digest


def replay_parts(digest: str) -> Iterator[bytes]:
    """Give a brought replay's bytes, part after part; raises ObjectMissing when they are gone."""
    count = sum(1 for _ in current_objects().list(_folder(digest)))
    return get_parts(_folder(digest), count)


def drop_replay(digest: str) -> None:
    """Let go of a brought replay's bytes; which match it was stays known."""
    drop_parts(_folder(digest))


def was_read(match_id: int) -> bool:
    """Say whether a brought replay held this match."""
    row = Dota2Upload
    of_replays = row.object_key.startswith(f"{_ALL}/", autoescape=True)
    query = select(row.sha256).where(row.match_id == match_id, of_replays)
    return db.session.scalar(query.limit(1)) is not None


def drop_old_replays() -> None:
    """Let go of replays nobody came to read."""
    waiting = {key.split("/")[2] for key, _size in current_objects().list(_ALL)}
    fresh = select(Dota2Upload.sha256).where(Dota2Upload.uploaded_at > utc_now() - KEPT)
    for digest in waiting - set(db.session.scalars(fresh)):
        drop_replay(digest)
    db.session.rollback()


_ALL: Final = "dota2/replays"


def _folder(digest: str) -> str:
    return f"{_ALL}/{digest}"


def _digest(stream: BinaryIO, most_bytes: int) -> str:
    digest, size = hashlib.sha256(), 0
    while part := stream.read(PART_BYTES):
        size += len(part)
        if size > most_bytes:
            raise TooLarge(most_bytes)
        digest.update(part)
    return digest.hexdigest()
