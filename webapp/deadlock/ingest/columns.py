"""Gather matches into column files: a job, cheap when nothing changed.

Files are written first, under names of their own; then all rows change in the one transaction
that ends the run. Killed at any moment it leaves at most files nobody names.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from webapp.core.db import db, utc_now
from webapp.deadlock.domain.segments.packing import PackedFile, merge_files, pack_matches
from webapp.deadlock.domain.segments.plan import MOST, Standing, merges_of
from webapp.deadlock.domain.segments.shapes import SHAPES, shape_mark
from webapp.deadlock.domain.words import COLUMN_STEPS, COLUMNS_KEY
from webapp.deadlock.ingest.benchmarks import ask_when_grown
from webapp.deadlock.models import DeadlockSegment
from webapp.deadlock.store import columns
from webapp.deadlock.store.columns import NewSegment
from webapp.jobs import BULK, Later, Run, enqueue

MOST_SEGMENTS: Final = 4
"""New ones of one run; what is left over waits for the next."""


def gather_columns(run: Run) -> None:
    """Bring the column files up to date with what is kept."""
    run.step(1, COLUMN_STEPS[0])
    seen, lost = columns.columns_version(), columns.lost_matches()
    broken = columns.broken_segments()
    changed = columns.changed_matches(MOST * MOST_SEGMENTS, broken)
    made = [_gather(changed[at : at + MOST]) for at in range(0, len(changed), MOST)]
    run.step(2, COLUMN_STEPS[1])
    made += _merge(lost | {one.match_id for one in changed}, broken)
    run.finish(lambda: _record(made, lost, seen))
    columns.sweep_files()
    if made:
        ask_when_grown()


def ask_to_gather() -> None:
    """Ask for the column files to be brought up to date by a worker, now. Commits."""
    enqueue(
        COLUMNS_KEY,
        key=COLUMNS_KEY,
        args={},
        target_url="",
        steps=COLUMN_STEPS,
        title="Gathering matches for questions across them",
        queue=BULK,
    )
    db.session.commit()


def _record(made: Sequence[NewSegment], lost: set[int], seen: str) -> None:
    try:
        columns.record(made, lost, seen)
    except columns.ChangedMeanwhileError as changed:
        raise Later("Column files were changed meanwhile.", utc_now()) from changed


def _gather(savings: Sequence[columns.Saving]) -> NewSegment:
    packed = pack_matches(columns.read_matches(savings))
    return NewSegment({one.match_id: one.saved_at for one in savings}, columns.place_files(packed))


def _merge(moving: set[int], broken: Sequence[int]) -> list[NewSegment]:
    """Put small segments together, without what moves elsewhere in this very run.

    A broken one, and one of an older shape, stays until all its matches have moved.
    """
    found, live = columns.segments(), columns.count_members(moving)
    standing = [
        Standing(one.segment_id, live.get(one.segment_id, 0), one.matches)
        for one in found
        if not live.get(one.segment_id)
        or (one.shape == shape_mark() and one.segment_id not in broken)
    ]
    chosen = merges_of(standing)
    return [_merged([one for one in found if one.segment_id in group], moving) for group in chosen]


def _merged(group: Sequence[DeadlockSegment], moving: set[int]) -> NewSegment:
    numbers = [one.segment_id for one in group]
    savings = columns.members_of(numbers)
    stay = {match_id: at for match_id, at in savings.items() if match_id not in moving}
    return NewSegment(stay, columns.place_files(_files(group, moving)) if stay else {}, numbers)


def _files(group: Sequence[DeadlockSegment], moving: set[int]) -> dict[str, PackedFile]:
    found = {name: _parts(group, name, moving) for name in SHAPES}
    merged = {name: merge_files(name, parts) for name, parts in found.items()}
    return {name: file for name, file in merged.items() if file}


def _parts(
    group: Sequence[DeadlockSegment], name: str, moving: set[int]
) -> list[tuple[Path, set[int]]]:
    """Give the files of a dataset; a lost one has none, its matches are among the moving."""
    return [
        (path, moving.union(one.gone))
        for one in group
        if name in one.files and (path := columns.local_path(str(one.files[name]["key"])))
    ]
