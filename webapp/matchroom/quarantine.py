"""Payloads nobody could read, or not in full: kept raw with the reason, for a better parser.

All games share one table; `kind` says whose a row is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select, update

from webapp.core.db import db, utc_now
from webapp.core.models import Quarantine
from webapp.core.objects import ObjectMissing, current_objects
from webapp.matchroom.files import Raw
from webapp.matchroom.keeping import renew_pages
from webapp.matchroom.reading import load_raw, load_row
from webapp.matchroom.shelf import K, Shelf

NAMELESS = "upload"
MAIN = ""
PASSED_OVER = "Read, but some of it held something unexpected and is told as not recorded."
MOST_NAMED = 20
Detail = Mapping[str, object]


def quarantine(
    shelf: Shelf[Any, K], match_id: K | None, reason: str, where: str, *bodies: bytes
) -> None:
    """Keep unreadable bodies and why they are; the same body is kept once. Commits."""
    _keep(shelf, match_id, reason, [(body, {"where": where}) for body in bodies])


def quarantine_raw(
    shelf: Shelf[Any, K], match_id: K | None, reason: str, where: str, raw: Raw
) -> None:
    """Keep everything aside that came for a match nobody could read. Commits."""
    came = _came(where, raw)
    parts = {MAIN: raw.body, **raw.beside}
    _keep(shelf, match_id, reason, [(body, {**came, "part": part}) for part, body in parts.items()])


def note_passed_over(shelf: Shelf[Any, K], match_id: K, fields: Sequence[str], raw: Raw) -> None:
    """Keep a body aside that was read but for some fields; for the transaction that keeps it."""
    if fields:
        more = len(fields) - MOST_NAMED
        where = ", ".join(fields[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        told = {**_came(where, raw), "part": MAIN}
        _put_aside(shelf, match_id, PASSED_OVER, raw.body, told)


def load_aside(
    shelf: Shelf[Any, K], match_id: K, note_id: int, format_of: Callable[[bytes], str]
) -> Raw | None:
    """Put together again what an upstream sent of a match and lies aside under a note.

    None when that is settled, is of no upstream as far as is known, or its body is gone. A body
    that came to stand beside a kept match is put beside it.
    """
    open_ones = [one for one in notes_on(shelf, match_id) if one.released_at is None]
    asked = next((one for one in open_ones if one.id == note_id), None)
    if asked is None or asked.detail.get("provenance") != "upstream":
        return None
    came = asked.detail["fetched_at"]
    with_it: list[Quarantine] = [one for one in open_ones if one.detail.get("fetched_at") == came]
    try:
        bodies = {str(one.detail["part"]): _body_of(one) for one in (*with_it, asked)}
        main = bodies.pop(MAIN, None) or _kept_main(shelf, match_id)
    except ObjectMissing:
        return None
    when = datetime.fromisoformat(came)
    return Raw(main, format_of(main), when, "upstream", bodies) if main else None


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


def release_raw(shelf: Shelf[Any, Any], raw: Raw) -> None:
    """Close what lay in quarantine of these very bodies, which could be worked out after all."""
    for body in (raw.body, *raw.beside.values()):
        release_body(shelf, hashlib.sha256(body).hexdigest())


def _came(where: str, raw: Raw) -> dict[str, object]:
    fetched_at = raw.fetched_at.isoformat()
    return {"where": where, "provenance": raw.provenance, "fetched_at": fetched_at}


def _body_of(note: Quarantine) -> bytes:
    return current_objects().get(note.object_key or "")


def _kept_main(shelf: Shelf[Any, K], match_id: K) -> bytes | None:
    row = load_row(shelf, match_id)
    return load_raw(row) if row is not None and row.provenance == "upstream" else None


def _keep(
    shelf: Shelf[Any, K], match_id: K | None, reason: str, bodies: Sequence[tuple[bytes, Detail]]
) -> None:
    new = [_put_aside(shelf, match_id, reason, body, told) for body, told in bodies]
    if any(new) and match_id is not None:
        renew_pages(shelf.row, shelf.row.match_id == match_id)
    db.session.commit()


def _put_aside(
    shelf: Shelf[Any, K], match_id: K | None, reason: str, body: bytes, told: Detail
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
            detail={**told, "bytes": len(body), "sha256": digest},
            object_key=object_key,
        )
    )
    return True


def _kind(shelf: Shelf[Any, Any]) -> str:
    return f"{shelf.game}.match"


def _of(shelf: Shelf[Any, K], match_id: K) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Quarantine.kind == _kind(shelf), Quarantine.key == str(match_id)
