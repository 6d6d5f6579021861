"""Queries put into words once: what they give, and what they are told each time."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Integer, bindparam, select
from sqlalchemy.exc import ProgrammingError

from webapp.core.db import db
from webapp.core.prepared import Prepared, among
from webapp.jobs.models import JobRun

KEYS = Prepared(
    select(JobRun.key, JobRun.id, JobRun.run_at)
    .where(among(JobRun.key, "keys"), JobRun.state == "done")
    .order_by(JobRun.key)
    .limit(bindparam("limit", type_=Integer))
)
DAY = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def runs(app: object) -> dict[str, UUID]:
    """Keep three runs that are done and one that is not."""
    assert app
    made = {key: uuid4() for key in ("a", "b", "c'%s", "d")}
    for key, run_id in made.items():
        state = "done" if key != "d" else "dead"
        db.session.add(_run(id=run_id, key=key, state=state))
    db.session.commit()
    return made


def test_rows_are_what_the_driver_reads(runs: dict[str, UUID]) -> None:
    assert KEYS.rows(keys=["a"], limit=None) == [("a", runs["a"], DAY)]


def test_it_is_asked_anew_each_time_with_other_values() -> None:
    assert [row[0] for row in KEYS.rows(keys=["b", "a", "d"], limit=None)] == ["a", "b"]
    assert [row[0] for row in KEYS.rows(keys=["c'%s", "nobody"], limit=None)] == ["c'%s"]
    assert KEYS.rows(keys=[], limit=None) == []


def test_a_limit_is_kept_and_none_is_no_limit() -> None:
    assert len(KEYS.rows(keys=["a", "b", "c'%s"], limit=2)) == 2
    assert len(KEYS.rows(keys=["a", "b", "c'%s"], limit=None)) == 3


def test_a_row_is_the_first_or_none() -> None:
    first = KEYS.row(keys=["b", "a"], limit=None)
    assert first
    assert first[0] == "a"
    assert KEYS.row(keys=["d"], limit=None) is None


def test_what_is_not_committed_is_not_seen() -> None:
    db.session.add(_run(key="e", state="done"))
    db.session.flush()
    assert KEYS.rows(keys=["e"], limit=None) == []


def test_a_value_left_out_is_said() -> None:
    with pytest.raises(ProgrammingError):
        KEYS.rows(keys=["a"])


def _run(**told: object) -> JobRun:
    return JobRun(kind="test", queue="live", title="a test", args={}, steps=[], run_at=DAY, **told)
