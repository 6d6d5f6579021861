"""What the object store holds: how much of each kind, and what of it nothing names any more.

Files are written before the row that names them, so an unnamed one may only be young. One is
removed only when it was found unnamed more than a day ago, was not written since, and is still
unnamed; no job lasts as long as that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Text, all_, delete, func, insert, literal, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import ARRAY

from webapp.core.db import db, utc_now
from webapp.core.models import StoredFolder, StoredOrphan
from webapp.core.naming import Names, all_names
from webapp.core.objects import current_objects

GRACE: Final = timedelta(days=1)
SHOWN: Final = 200
MATCHES: Final = "matches"


@dataclass(frozen=True, slots=True)
class Folder:
    """One kind of object: how many there are, how large together, when that was counted."""

    folder: str
    objects: int
    bytes: int
    counted_at: datetime


@dataclass(frozen=True, slots=True)
class Orphan:
    """An object nothing names, and since when that is known."""

    key: str
    bytes: int
    found_at: datetime


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at the whole store found: kinds, and unnamed objects with their size."""

    folders: tuple[Folder, ...]
    orphans: tuple[tuple[str, int], ...]


def look_at_store() -> Looked:
    """Go through the whole store once; writes nothing. For jobs."""
    objects = list(current_objects().list())
    names = all_names()
    counts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for key, size in objects:
        counts[kind_of(key)] += 1
        sizes[kind_of(key)] += size
    now = utc_now()
    folders = tuple(Folder(one, counts[one], sizes[one], now) for one in sorted(counts))
    return Looked(folders, tuple(_unnamed(objects, names)))


def keep_look(looked: Looked) -> None:
    """Write down what a look found, in the caller's transaction."""
    db.session.execute(delete(StoredFolder))
    if looked.folders:
        rows = [
            {"folder": f.folder, "objects": f.objects, "bytes": f.bytes, "counted_at": f.counted_at}
            for f in looked.folders
        ]
        db.session.execute(insert(StoredFolder), rows)
    # One array: a parameter for each key would end at 65,535 of them.
    keys = literal([key for key, _ in looked.orphans], ARRAY(Text))
    db.session.execute(delete(StoredOrphan).where(StoredOrphan.key != all_(keys)))
    now = utc_now()
    if looked.orphans:
        new = postgresql.insert(StoredOrphan).on_conflict_do_nothing()
        found = [{"key": key, "bytes": size, "found_at": now} for key, size in looked.orphans]
        db.session.execute(new, found)


def remove_orphans(below: str = "") -> tuple[int, int]:
    """Remove what was unnamed a day ago and still is; gives how many objects and bytes. Commits.

    Of the whole store, or of what lies below a folder.
    """
    before = utc_now() - GRACE
    listed = db.session.execute(
        select(StoredOrphan.key, StoredOrphan.bytes).where(
            StoredOrphan.found_at < before, StoredOrphan.key.startswith(below, autoescape=True)
        )
    ).all()
    if not listed:
        return 0, 0
    names = all_names()
    db.session.rollback()
    gone, size = 0, 0
    for key, held in listed:
        if not names.has(key) and current_objects().delete_older(key, before):
            gone, size = gone + 1, size + held
        db.session.execute(delete(StoredOrphan).where(StoredOrphan.key == key))
        db.session.commit()
    return gone, size


def clear_staged() -> int:
    """Remove what writers that were killed left in the store over a day ago; gives how many."""
    return current_objects().clear_staged(utc_now() - GRACE)


def folders() -> tuple[Folder, ...]:
    """Give what the last look counted."""
    rows = db.session.scalars(select(StoredFolder).order_by(StoredFolder.folder))
    return tuple(Folder(row.folder, row.objects, row.bytes, row.counted_at) for row in rows)


def orphans(most: int = SHOWN) -> tuple[Orphan, ...]:
    """Give unnamed objects, the longest known first; not more than a page can show, or so many."""
    rows = db.session.scalars(
        select(StoredOrphan).order_by(StoredOrphan.found_at, StoredOrphan.key).limit(most)
    )
    return tuple(Orphan(row.key, row.bytes, row.found_at) for row in rows)


def count_orphans() -> tuple[int, int, int]:
    """Count unnamed objects, their bytes, and how many of them may be removed now."""
    ripe = StoredOrphan.found_at < utc_now() - GRACE
    query = select(func.count(), func.coalesce(func.sum(StoredOrphan.bytes), 0))
    row = db.session.execute(query.add_columns(func.count().filter(ripe))).one()
    return int(row[0]), int(row[1]), int(row[2])


def kind_of(key: str) -> str:
    """Name the kind of an object by its folder; files of matches also by their own name."""
    parts = key.split("/")
    if len(parts) > 3 and parts[1] == MATCHES:  # noqa: PLR2004 - game, matches, id, file
        return f"{parts[0]}/{MATCHES}/{parts[-1].partition('-')[0]}"
    return "/".join(parts[:-1][:2]) or parts[0]


def _unnamed(objects: list[tuple[str, int]], names: Names) -> Iterator[tuple[str, int]]:
    """Give what nothing names, of folders in which something is named.

    A folder without one named object is kept by a rule unknown here, and left alone.
    """
    known = {_top(key) for key, _ in objects if names.has(key)}
    return ((k, size) for k, size in objects if _top(k) in known and not names.has(k))


def _top(key: str) -> str:
    return "/".join(key.split("/")[:-1][:2])
