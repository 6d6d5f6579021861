"""Runs about what lies in quarantine: started over, they may read it after all.

A run is about a payload of its own game with its match, or with its very bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, or_, select, union_all
from sqlalchemy.dialects.postgresql import distinct_on

from webapp.core.db import db
from webapp.core.models import Quarantine
from webapp.jobs.models import RETRIABLE, JobRun

if TYPE_CHECKING:
    import uuid

_SAME_MATCH = Quarantine.key == JobRun.args["match_id"].astext
_SAME_BYTES = Quarantine.detail["sha256"].astext == JobRun.args["sha256"].astext


def in_quarantine() -> Any:
    """Say in SQL that a payload a run is about lies in quarantine."""
    return or_(*(exists().where(*_open(about)) for about in (_SAME_MATCH, _SAME_BYTES)))


def _open(about: Any) -> tuple[Any, ...]:
    game = func.split_part(Quarantine.kind, ".", 1) == func.split_part(JobRun.kind, ".", 1)
    return Quarantine.released_at.is_(None), game, about


def runs_to_read_again(kind: str, limit: int) -> tuple[tuple[int, uuid.UUID], ...]:
    """Name what lies in quarantine of a kind, each with the run to start over to read it again.

    Newest first; what no run can read is left out. A run that only brings such a body goes before
    one that does more.
    """
    pairs = union_all(*(_pairs(kind, about) for about in (_SAME_MATCH, _SAME_BYTES))).subquery()
    best = (
        select(pairs.c.note_id, pairs.c.run_id)
        .ext(distinct_on(pairs.c.note_id))
        .order_by(pairs.c.note_id.desc(), pairs.c.does_more, pairs.c.created_at.desc())
        .limit(limit)
    )
    return tuple((note_id, run_id) for note_id, run_id in db.session.execute(best))


def _pairs(kind: str, about: Any) -> Any:
    return select(
        Quarantine.id.label("note_id"),
        JobRun.id.label("run_id"),
        (JobRun.kind != Quarantine.kind).label("does_more"),
        JobRun.created_at,
    ).where(*_open(about), Quarantine.kind == kind, JobRun.state.in_(RETRIABLE))
