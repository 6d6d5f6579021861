"""Which matches are kept: the newest, the known, the outdated, how many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import func, select

from webapp.core.db import db, read_together
from webapp.core.prepared import Prepared, among
from webapp.core.readers import Question
from webapp.matchroom.shelf import K, Row, Shelf


def recent_matches(shelf: Shelf[Row, K], limit: int, *, generated: bool = False) -> list[Row]:
    """Give the matches analysed last, newest first; samples apart from real ones."""
    row = shelf.row
    kinds = ("generated",) if generated else ("upstream", "upload")
    newest = row.match_id if generated else row.saved_at.desc()
    query = select(row).where(row.provenance.in_(kinds)).order_by(newest)
    return list(db.session.scalars(query.limit(limit)))


def known_matches(shelf: Shelf[Any, K], match_ids: Sequence[K]) -> set[K]:
    """Say which of these matches are kept here; asks nothing for none."""
    if not match_ids:
        return set()
    return {match_id for (match_id,) in read_together(known_question(shelf, match_ids))[0]}


def known_question(shelf: Shelf[Any, K], match_ids: Sequence[K]) -> Question:
    """Give the question behind `known_matches`, to be asked together with others."""
    return _known(shelf).question(ids=list(match_ids))


def stale_matches(shelf: Shelf[Any, K], after: K | None, limit: int) -> list[K]:
    """Give matches analysed by an older version, by id, past `after`."""
    row = shelf.row
    query = select(row.match_id).where(row.analysis_version < shelf.analysis_version)
    if after is not None:
        query = query.where(row.match_id > after)
    return list(db.session.scalars(query.order_by(row.match_id).limit(limit)))


def newest_fetch(shelf: Shelf[Any, K]) -> datetime | None:
    """Say when the newest body came from an upstream."""
    row = shelf.row
    newest: datetime | None = db.session.scalar(
        select(func.max(row.fetched_at)).where(row.provenance == "upstream")
    )
    return newest


def count_matches(shelf: Shelf[Any, K]) -> int:
    """Count what is kept here, samples left out."""
    row = shelf.row
    query = select(func.count()).select_from(row).where(row.provenance != "generated")
    return db.session.scalar(query) or 0


@cache
def _known(shelf: Shelf[Any, Any]) -> Prepared:
    column = shelf.row.match_id
    return Prepared(select(column).where(among(column, "ids")))
