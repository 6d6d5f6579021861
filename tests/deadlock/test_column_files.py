"""Column files of many matches: every real match once, whatever happens on the way."""

from __future__ import annotations

import os
from datetime import timedelta

import polars as pl
import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, text, update

from tests.deadlock.kept import keep
from tests.deadlock.many import copy_match, do, remove, resave, uncount
from webapp.core import stored
from webapp.core.db import db, utc_now
from webapp.core.models import StoredOrphan
from webapp.core.objects import Objects, current_objects
from webapp.core.objects.local import LocalObjects
from webapp.deadlock import ingest
from webapp.deadlock.domain.segments import plan
from webapp.deadlock.domain.segments.plan import FULL, MOST, STEP, Standing, merges_of
from webapp.deadlock.domain.segments.shapes import SHAPES, schema_of
from webapp.deadlock.domain.words import BENCHMARKS_KEY, COLUMNS_KEY
from webapp.deadlock.models import DeadlockMatch, DeadlockSegment, DeadlockSegmentMatch
from webapp.deadlock.store import columns
from webapp.deadlock.store.columns import keeping
from webapp.jobs import perform
from webapp.jobs.models import JobRun
from worker.queues import KINDS

FIRST = 70_001


@pytest.fixture
def one(app: Flask) -> int:
    assert app
    return keep(FIRST, "short")


def rows_by_match(name: str = "players") -> dict[int, int]:
    counted = columns.scan(name).group_by("match_id").len().collect()
    db.session.rollback()
    return dict(counted.iter_rows())


def real() -> set[int]:
    query = select(DeadlockMatch.match_id).where(DeadlockMatch.provenance == "upstream")
    return set(db.session.scalars(query))


@pytest.mark.usefixtures("app")
def test_before_any_match_every_dataset_is_there_and_empty() -> None:
    for name in SHAPES:
        frame = columns.scan(name).collect()
        assert (frame.height, frame.schema) == (0, pl.Schema(schema_of(name)))
    assert do("deadlock.columns") == "done"
    assert columns.segments() == []


def test_a_gathered_match_has_its_rows_in_every_dataset(one: int) -> None:
    assert do("deadlock.columns") == "done"
    assert rows_by_match() == {one: 12}
    for name in SHAPES:
        frame = columns.scan(name).collect()
        assert frame.height > 0, name
        assert set(frame["match_id"]) == {one}
        assert frame.schema == pl.Schema(schema_of(name))


def test_only_what_the_archive_sent_counts(one: int) -> None:
    keep(70_002, "short", "upload")
    keep(70_003, "short", "generated")
    do("deadlock.columns")
    assert set(rows_by_match()) == {one}
    uncount(one)
    do("deadlock.columns")
    assert rows_by_match() == {}


def test_a_run_with_nothing_new_changes_nothing(one: int) -> None:
    do("deadlock.columns")
    before = columns.columns_version()
    assert do("deadlock.columns") == "done"
    assert columns.columns_version() == before
    assert rows_by_match() == {one: 12}


def test_a_saved_anew_match_is_packed_anew_and_counts_once(one: int) -> None:
    copy_match(one, [70_010, 70_011, 70_012])
    do("deadlock.columns")
    resave(70_011)
    do("deadlock.columns")
    found = columns.segments()
    assert [sorted(segment.gone) for segment in found] == [[70_011], []]
    assert rows_by_match() == dict.fromkeys([one, 70_010, 70_011, 70_012], 12)


def test_a_removed_match_is_gone_and_its_file_with_it(one: int) -> None:
    copy_match(one, [70_020])
    do("deadlock.columns")
    remove(70_020)
    remove(one)
    do("deadlock.columns")
    assert rows_by_match() == {}
    assert columns.segments() == [], "nothing counts in the segment, so it is dropped"


def test_a_lost_file_is_made_anew(one: int) -> None:
    copy_match(one, [70_030])
    do("deadlock.columns")
    (segment,) = columns.segments()
    current_objects().delete(str(segment.files["players"]["key"]))
    db.session.rollback()
    assert rows_by_match() == {}
    do("deadlock.columns")
    assert rows_by_match() == {one: 12, 70_030: 12}
    assert rows_by_match("items").keys() == {one, 70_030}


def test_another_shape_packs_every_match_anew(one: int, monkeypatch: pytest.MonkeyPatch) -> None:
    do("deadlock.columns")
    db.session.execute(text("UPDATE deadlock_segment SET shape = 'older'"))
    db.session.commit()
    monkeypatch.setattr("webapp.deadlock.ingest.columns.MOST_SEGMENTS", 1)
    do("deadlock.columns")
    do("deadlock.columns")
    assert {segment.shape for segment in columns.segments()} != {"older"}
    assert len(columns.segments()) == 1
    assert rows_by_match() == {one: 12}


def test_killed_before_the_end_nothing_is_half(one: int, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_match(one, [70_040])
    with monkeypatch.context() as patches:
        patches.setattr(keeping, "_add", _breaks)
        assert do("deadlock.columns") == "queued"
    assert rows_by_match() == {}
    assert columns.segments() == []
    written = [key for key, _ in current_objects().list(columns.reading.FOLDER)]
    assert written, "the files were there first"
    db.session.execute(text("DELETE FROM job_run"))
    db.session.commit()
    assert do("deadlock.columns") == "done"
    assert rows_by_match() == {one: 12, 70_040: 12}


def _breaks(_one: object) -> None:
    raise OSError("the plug was pulled")


def test_two_that_gather_at_once_never_count_a_match_twice(one: int) -> None:
    seen = columns.columns_version()
    do("deadlock.columns")
    saved = columns.members_of([columns.segments()[0].segment_id])
    with pytest.raises(columns.ChangedMeanwhileError):
        columns.record([columns.NewSegment(saved, {})], set(), seen)
    db.session.rollback()
    assert rows_by_match() == {one: 12}


def test_files_nobody_names_are_swept_away_a_day_after_that_was_found(one: int) -> None:
    do("deadlock.columns")
    orphan = f"{columns.reading.FOLDER}/players/20200101T000000-{'0' * 16}.parquet"
    store = current_objects()
    assert isinstance(store, LocalObjects)
    store.put(orphan, b"nobody")
    os.utime(store.root / orphan, (1, 1))
    assert columns.sweep_files() == 0
    stored.keep_look(stored.look_at_store())
    db.session.commit()
    assert columns.sweep_files() == 0
    assert store.exists(orphan)
    found = utc_now() - timedelta(days=1, minutes=1)
    db.session.execute(update(StoredOrphan).values(found_at=found))
    db.session.commit()
    assert columns.sweep_files() == 1
    assert not store.exists(orphan)
    assert rows_by_match() == {one: 12}


class Elsewhere:
    """A store that is no folder here: it gives bodies and nothing else."""

    def __init__(self, there: Objects) -> None:
        self.there = there
        self.given: list[str] = []

    def get(self, key: str) -> bytes:
        """Give a body, and note that it was asked for."""
        self.given.append(key)
        return self.there.get(key)


def test_files_of_a_store_elsewhere_are_brought_here_once(
    one: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    do("deadlock.columns")
    elsewhere = Elsewhere(current_objects())
    monkeypatch.setattr(columns.reading, "current_objects", lambda: elsewhere)
    assert rows_by_match() == rows_by_match() == {one: 12}
    assert len(elsewhere.given) == 1
    monkeypatch.setattr(columns.reading, "MOST_BYTES", 0)
    assert rows_by_match("items").keys() == {one}
    assert rows_by_match() == {one: 12}
    assert len(elsewhere.given) == 3, "there was no room for both"


@settings(
    max_examples=8,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["new", "anew", "remove", "uncount"]), st.integers(0, 9)),
        min_size=4,
        max_size=12,
    )
)
def test_whatever_happens_every_real_match_counts_once(
    one: int, steps: list[tuple[str, int]]
) -> None:
    with pytest.MonkeyPatch.context() as patches:
        # Few and small, so that merging happens within a handful of steps.
        patches.setattr(plan, "STEP", 2)
        patches.setattr(plan, "FULL", 6)
        for what, number in steps:
            _happen(one, what, 71_000 + number)
            assert do("deadlock.columns") == "done"
            assert rows_by_match() == dict.fromkeys(real(), 12)
            assert len(columns.segments()) <= len(real()) // 3 + 4
    named = db.session.scalars(select(DeadlockSegmentMatch.segment_id))
    assert set(named) == {segment.segment_id for segment in columns.segments()}
    db.session.execute(text("TRUNCATE deadlock_segment, deadlock_segment_match"))
    db.session.execute(text("DELETE FROM deadlock_match WHERE match_id >= 71000"))
    db.session.commit()


def _happen(source: int, what: str, match_id: int) -> None:
    here = db.session.get(DeadlockMatch, match_id) is not None
    db.session.rollback()
    if what == "new" and not here:
        copy_match(source, [match_id])
    elif here and what != "new":
        {"anew": resave, "remove": remove, "uncount": uncount}[what](match_id)


SEGMENTS = st.lists(
    st.integers(1, MOST).flatmap(lambda packed: st.tuples(st.just(packed), st.integers(0, packed))),
    max_size=60,
).map(lambda found: [Standing(n, live, packed) for n, (packed, live) in enumerate(found)])


@given(standing=SEGMENTS)
def test_a_merge_takes_each_segment_once_and_fits(standing: list[Standing]) -> None:
    live = {one.segment_id: one.live for one in standing}
    taken = [number for group in merges_of(standing) for number in group]
    assert len(taken) == len(set(taken))
    assert set(taken) <= set(live)
    assert all(sum(live[number] for number in group) <= MOST for group in merges_of(standing))


@given(standing=SEGMENTS)
def test_merged_again_and_again_few_segments_are_left(standing: list[Standing]) -> None:
    total = sum(one.live for one in standing)
    for _ in range(100):
        groups = merges_of(standing)
        if not groups:
            break
        standing = _after(standing, groups)
    assert merges_of(standing) == ()
    assert sum(one.live for one in standing) == total
    assert len(standing) <= total / FULL + 3 * (STEP - 1)


def _after(standing: list[Standing], groups: tuple[tuple[int, ...], ...]) -> list[Standing]:
    live = {one.segment_id: one.live for one in standing}
    taken = {number for group in groups for number in group}
    rest = [one for one in standing if one.segment_id not in taken]
    fresh = max(live, default=0) + 1
    made = [sum(live[number] for number in group) for group in groups]
    return rest + [Standing(fresh + n, size, size) for n, size in enumerate(made) if size]


def test_a_segment_row_names_what_it_holds(one: int) -> None:
    do("deadlock.columns")
    segment = db.session.scalars(select(DeadlockSegment)).one()
    assert segment.matches == 1
    assert segment.files.keys() == set(SHAPES)
    assert segment.files["players"]["rows"] == 12
    assert one in columns.members_of([segment.segment_id])


@pytest.mark.usefixtures("one")
def test_asked_for_twice_it_gathers_once() -> None:
    ingest.ask_to_gather()
    ingest.ask_to_gather()
    (run_id,) = db.session.scalars(select(JobRun.id).where(JobRun.kind == COLUMNS_KEY)).all()
    assert perform(run_id, KINDS)
    assert rows_by_match() == {FIRST: 12}


def test_many_new_matches_ask_for_what_is_usual_at_once(one: int) -> None:
    def asked() -> int:
        found = select(JobRun.id).where(JobRun.kind == BENCHMARKS_KEY, JobRun.state == "queued")
        return len(db.session.scalars(found).all())

    do("deadlock.columns")
    assert asked() == 1
    copy_match(one, range(FIRST + 1, FIRST + 20))
    db.session.execute(delete(JobRun))
    db.session.commit()
    do("deadlock.columns")
    assert asked() == 1
    db.session.execute(delete(JobRun))
    db.session.commit()
    do("deadlock.benchmarks")
    copy_match(one, [FIRST + 20])
    do("deadlock.columns")
    assert asked() == 0
