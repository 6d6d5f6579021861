"""Keeping segments: their files under names of their content, then their rows at once.

A file that no row names is only wasted space, swept away a day after that was found. All rows
change in the caller's one transaction, so every match counts exactly once before it and after it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from webapp.core import stored
from webapp.core.db import db, utc_now
from webapp.core.objects import current_objects
from webapp.deadlock.domain.segments.packing import PackedFile
from webapp.deadlock.domain.segments.shapes import shape_mark
from webapp.deadlock.models import DeadlockSegment, DeadlockSegmentMatch
from webapp.deadlock.store.columns.reading import FOLDER, segments, version_of

LOCK: Final = 0x636F6C73
STAMP: Final = "%Y%m%dT%H%M%S"


class ChangedMeanwhileError(RuntimeError):
    """Segments are no longer as they were when this work began; it must be begun anew."""


@dataclass(frozen=True, slots=True)
class NewSegment:
    """What shall count from now on: saved matches, in these files, instead of whole segments."""

    savings: Mapping[int, datetime]
    files: Mapping[str, dict[str, Any]]
    replaces: Sequence[int] = field(default=())


def place_files(packed: Mapping[str, PackedFile]) -> dict[str, dict[str, Any]]:
    """Write a segment's files under names made of their content; touches no row."""
    return {name: _place(name, file) for name, file in packed.items()}


def record(made: Sequence[NewSegment], lost: Collection[int], seen: str) -> None:
    """Let new segments count, in the caller's transaction; `lost` matches count no more.

    `seen` is the version of the segments this was worked out from; raises ChangedMeanwhileError.
    """
    db.session.execute(select(func.pg_advisory_xact_lock(LOCK)))
    db.session.expire_all()
    if version_of(segments()) != seen:
        raise ChangedMeanwhileError("Column files were changed meanwhile.")
    moving = {*lost, *(match_id for one in made if not one.replaces for match_id in one.savings)}
    _leave(moving)
    for one in made:
        _add(one)
    replaced = [segment_id for one in made for segment_id in one.replaces]
    db.session.execute(delete(DeadlockSegment).where(DeadlockSegment.segment_id.in_(replaced)))


def sweep_files() -> int:
    """Delete files that a look at the store found unnamed over a day ago; gives how many. Commits.

    Not at once: who asked for them before they were replaced may not have opened them yet.
    """
    return stored.remove_orphans(f"{FOLDER}/")[0]


def members_of(segment_ids: Collection[int]) -> dict[int, datetime]:
    """Give the matches that count in these segments, each with its saving."""
    member = DeadlockSegmentMatch
    query = select(member.match_id, member.saved_at).where(member.segment_id.in_(segment_ids))
    return {row.match_id: row.saved_at for row in db.session.execute(query)}


def count_members(without: Collection[int] = ()) -> dict[int, int]:
    """Count the matches of each segment that count in it, some left out."""
    member = DeadlockSegmentMatch
    query = select(member.segment_id, func.count()).where(member.match_id.not_in(without))
    return {row[0]: row[1] for row in db.session.execute(query.group_by(member.segment_id))}


def broken_segments() -> list[int]:
    """Give the segments a file of which is lost."""
    kept = current_objects()
    return [
        one.segment_id
        for one in segments()
        if not all(kept.exists(str(file["key"])) for file in one.files.values())
    ]


def _place(name: str, file: PackedFile) -> dict[str, Any]:
    digest = hashlib.sha256(file.body).hexdigest()[:16]
    key = f"{FOLDER}/{name}/{utc_now().strftime(STAMP)}-{digest}.parquet"
    current_objects().put(key, file.body)
    return {"key": key, "rows": file.rows, "bytes": len(file.body)}


def _leave(match_ids: Collection[int]) -> None:
    """Take matches out of the segments they count in, which name them as gone."""
    member, segment = DeadlockSegmentMatch, DeadlockSegment
    left: dict[int, list[int]] = defaultdict(list)
    taken = delete(member).where(member.match_id.in_(match_ids))
    for match_id, segment_id in db.session.execute(
        taken.returning(member.match_id, member.segment_id)
    ):
        left[segment_id].append(match_id)
    for segment_id, gone in left.items():
        added = segment.gone.op("||")(gone)
        db.session.execute(
            update(segment)
            .where(segment.segment_id == segment_id)
            .values(gone=added)
            .execution_options(synchronize_session=False)
        )


def _add(one: NewSegment) -> None:
    if not one.savings:
        return
    segment_id = db.session.scalar(
        insert(DeadlockSegment)
        .values(
            made_at=utc_now(),
            shape=shape_mark(),
            matches=len(one.savings),
            gone=[],
            files=dict(one.files),
        )
        .returning(DeadlockSegment.segment_id)
    )
    rows = [
        {"match_id": match_id, "segment_id": segment_id, "saved_at": saved_at}
        for match_id, saved_at in one.savings.items()
    ]
    new = insert(DeadlockSegmentMatch)
    db.session.execute(
        new.on_conflict_do_update(
            index_elements=["match_id"], set_={"segment_id": new.excluded.segment_id}
        ),
        rows,
    )
