"""Which runs have asked OpenDota to read a replay, so that none asks twice."""

from __future__ import annotations

import uuid

from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, utc_now
from webapp.dota2.models import Dota2ParseRequest


def request_of(run_id: uuid.UUID) -> Dota2ParseRequest | None:
    """Give the request a run has put."""
    return db.session.get(Dota2ParseRequest, run_id)


def note_request(run_id: uuid.UUID, match_id: int, job_id: int | None) -> None:
    """Write down that a run has put its request. Commits: it was paid for."""
    row = {"run_id": run_id, "match_id": match_id, "job_id": job_id, "asked_at": utc_now()}
    db.session.execute(insert(Dota2ParseRequest).values(row).on_conflict_do_nothing())
    db.session.commit()
