"""Which matches are kept: the newest, the known, the outdated, how many."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select

from webapp.core.db import db
from webapp.deadlock.domain.analysis import ANALYSIS_VERSION
from webapp.deadlock.models import DeadlockMatch


def recent_matches(limit: int, *, generated: bool = False) -> list[DeadlockMatch]:
    """Give the matches analysed last, newest first; samples apart from real ones."""
    kinds = ("generated",) if generated else ("upstream", "upload")
    query = select(DeadlockMatch).where(DeadlockMatch.provenance.in_(kinds))
    newest = DeadlockMatch.match_id if generated else DeadlockMatch.saved_at.desc()
    return list(db.session.scalars(query.order_by(newest).limit(limit)))


def known_matches(match_ids: list[int]) -> set[int]:
    """Say which of these matches are kept here."""
    query = select(DeadlockMatch.match_id).where(DeadlockMatch.match_id.in_(match_ids))
    return set(db.session.scalars(query))


def stale_matches(after: int, limit: int) -> list[int]:
    """Give matches analysed by an older version, by id, past `after`."""
    query = select(DeadlockMatch.match_id).where(
        DeadlockMatch.analysis_version < ANALYSIS_VERSION, DeadlockMatch.match_id > after
    )
    return list(db.session.scalars(query.order_by(DeadlockMatch.match_id).limit(limit)))


def newest_fetch() -> datetime | None:
    """Say when the newest body came from the archive."""
    query = select(func.max(DeadlockMatch.fetched_at)).where(DeadlockMatch.provenance == "upstream")
    return db.session.scalar(query)


def count_matches() -> int:
    """Count what is kept here, samples left out."""
    query = select(func.count()).where(DeadlockMatch.provenance != "generated")
    return db.session.scalar(query) or 0
