"""Keeping what was read of a demo: its tables first, then its row and the parts pages show."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, utc_now
from webapp.core.objects import current_objects
from webapp.deadlock.domain.demos import DEMO_PARTS
from webapp.deadlock.models import DeadlockDemo, DeadlockMatch, DeadlockSlice
from webapp.deadlock.store.matches import renew_pages
from webapp.matchroom.keeping import pack_parts


@dataclass(frozen=True, slots=True)
class Table:
    """One table as it lies: where, how many rows, how large."""

    key: str
    rows: int
    bytes: int


@dataclass(frozen=True, slots=True)
class KeptDemo:
    """Everything the row says of a demo that is kept."""

    state: str
    source: str
    match_sha256: str
    build: int
    map_name: str
    seconds: float
    on_match_clock: bool
    reader: str
    packed_bytes: int
    demo_bytes: int
    demo_sha256: str
    agreed: str
    tables: dict[str, Table]
    missing: tuple[str, ...]


def place_tables(match_id: int, packed: Mapping[str, tuple[int, bytes]]) -> dict[str, Table]:
    """Write a demo's tables (rows and bytes by name) under names of their content."""
    placed = {}
    for name, (rows, body) in packed.items():
        digest = hashlib.sha256(body).hexdigest()[:16]
        key = f"deadlock/matches/{match_id}/demo-{name}-{digest}.parquet"
        current_objects().put(key, body)
        placed[name] = Table(key, rows, len(body))
    return placed


def save_demo(match_id: int, demo: KeptDemo, parts: Mapping[str, Any]) -> None:
    """Write a demo's row and parts in the caller's transaction; its pages get a new version."""
    now = utc_now()
    row = {**asdict(demo), "missing": list(demo.missing)}
    _put_row(match_id, {**row, "sentence": "", "tried_at": now, "kept_at": now})
    table = DeadlockSlice.__table__
    mine = (table.c.match_id == match_id) & table.c.name.in_(DEMO_PARTS)
    db.session.execute(delete(table).where(mine))
    if parts:
        packed = pack_parts(parts)
        rows = [{"match_id": match_id, "name": n, "body": body} for n, body in packed.items()]
        db.session.execute(insert(table), rows)
    renew_pages(DeadlockMatch.match_id == match_id)


def note_failure(match_id: int, sentence: str) -> None:
    """Say on the match's pages why a try came to nothing; what is kept stays. Commits."""
    tried = {"sentence": sentence, "tried_at": utc_now()}
    nothing = {
        "state": "none",
        "source": "",
        "match_sha256": "",
        "map_name": "",
        "on_match_clock": False,
        "reader": "",
        "demo_sha256": "",
        "agreed": "",
        "tables": {},
        "missing": [],
    }
    _put_row(match_id, {**nothing, **tried}, change=tried)
    renew_pages(DeadlockMatch.match_id == match_id)
    db.session.commit()


def _put_row(
    match_id: int, values: Mapping[str, Any], change: Mapping[str, Any] | None = None
) -> None:
    new = insert(DeadlockDemo).values(match_id=match_id, **values)
    change = dict(values if change is None else change)
    db.session.execute(new.on_conflict_do_update(index_elements=["match_id"], set_=change))
