"""Which matches the column files hold no longer as they are kept, and reading those matches.

Only bodies from the archive count: a reader's file and a generated sample are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import msgspec
import structlog
import zstandard
from sqlalchemy import select

from webapp.core.db import db
from webapp.core.objects import ObjectMissing, current_objects
from webapp.deadlock.domain.analysis import ANALYSIS_VERSION
from webapp.deadlock.domain.paths_file import Replay, decode_paths
from webapp.deadlock.domain.segments.rows import SLICES, Gathered
from webapp.deadlock.domain.segments.shapes import shape_mark
from webapp.deadlock.models import (
    DeadlockMatch,
    DeadlockSegment,
    DeadlockSegmentMatch,
    DeadlockSlice,
)

log = structlog.get_logger()
AT_ONCE: Final = 50
COUNTED: Final = "upstream"


@dataclass(frozen=True, slots=True)
class Saving:
    """A match as it was saved at one moment."""

    match_id: int
    saved_at: datetime


def changed_matches(limit: int, broken: Collection[int] = ()) -> list[Saving]:
    """Give matches whose rows are in no segment, in a broken one, or there as they were before."""
    match, member, segment = DeadlockMatch, DeadlockSegmentMatch, DeadlockSegment
    query = (
        select(match.match_id, match.saved_at)
        .outerjoin(member, member.match_id == match.match_id)
        .outerjoin(segment, segment.segment_id == member.segment_id)
        .where(
            match.provenance == COUNTED,
            match.analysis_version == ANALYSIS_VERSION,
            member.match_id.is_(None)
            | (member.saved_at != match.saved_at)
            | (segment.shape != shape_mark())
            | member.segment_id.in_(broken),
        )
    )
    rows = db.session.execute(query.order_by(match.match_id).limit(limit))
    return [Saving(*row) for row in rows]


def lost_matches() -> set[int]:
    """Give matches that count in a segment and are kept here no more, or no more as real."""
    match, member = DeadlockMatch, DeadlockSegmentMatch
    query = (
        select(member.match_id)
        .outerjoin(match, match.match_id == member.match_id)
        .where(match.match_id.is_(None) | (match.provenance != COUNTED))
    )
    return set(db.session.scalars(query))


def read_matches(savings: Sequence[Saving]) -> Iterator[Gathered]:
    """Read matches for packing, some at a time; one that changed since has what it has now."""
    for start in range(0, len(savings), AT_ONCE):
        ids = [one.match_id for one in savings[start : start + AT_ONCE]]
        slices = _slices(ids)
        query = select(DeadlockMatch).where(DeadlockMatch.match_id.in_(ids))
        for row in db.session.scalars(query.order_by(DeadlockMatch.match_id)):
            yield _gathered(row, slices.get(row.match_id, {}))
        db.session.rollback()


def _gathered(row: DeadlockMatch, slices: dict[str, Any]) -> Gathered:
    return Gathered(
        match_id=row.match_id,
        started_at=int(row.started_at.timestamp()),
        duration_s=row.duration_s,
        winning_team=row.winning_team,
        game_mode=row.game_mode,
        match_mode=row.match_mode,
        slices=slices,
        replay=_replay(row.paths_key),
    )


def _replay(key: str | None) -> Replay | None:
    try:
        return decode_paths(current_objects().get(key)) if key else None
    except (ObjectMissing, ValueError) as wrong:
        log.warning("positions left out of column files", key=key, reason=str(wrong))
        return None


def _slices(ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Read the slices rows are made from; one that cannot be read is left out."""
    query = select(DeadlockSlice.match_id, DeadlockSlice.name, DeadlockSlice.body).where(
        DeadlockSlice.match_id.in_(ids), DeadlockSlice.name.in_(SLICES)
    )
    found: dict[int, dict[str, Any]] = {}
    inflate = zstandard.ZstdDecompressor()
    for match_id, name, body in db.session.execute(query):
        try:
            read = msgspec.json.decode(inflate.decompress(body), type=SLICES[name])
        except msgspec.ValidationError as wrong:
            log.warning("slice left out", match_id=match_id, slice=name, reason=str(wrong))
        else:
            found.setdefault(match_id, {})[name] = read
    return found
