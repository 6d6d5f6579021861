"""The next patch of the game, guessed a hundred ways: each match is kept whole or not at all."""

from __future__ import annotations

import copy
import json
from functools import cache
from typing import Any

from flask import current_app
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from tests.archive import Archive, brought, forget_answers
from tests.conftest import forget_counts
from tests.deadlock.kept import aside, body_of, counts
from tests.hostile.sound import sound
from webapp.core.db import db
from webapp.core.models import Quarantine
from webapp.core.objects import current_objects
from webapp.deadlock.models import DeadlockMatch
from webapp.jobs.models import JobRun

MATCH = 5410
KINDS = ("drop", "null", "retype", "add", "reorder", "huge", "empty", "negative")
PATH = f"/deadlock/matches/{MATCH}"


@cache
def good() -> dict[str, Any]:
    match: dict[str, Any] = json.loads(body_of(MATCH, "short"))
    return match


def changed(value: Any, kind: str) -> Any:
    """Give what a field might be after a patch."""
    match kind:
        case "retype":
            return {"was": "a list"} if isinstance(value, list) else [value]
        case "huge":
            return 2**63
        case "negative":
            return -(2**31)
        case "empty":
            return type(value)() if isinstance(value, list | dict | str) else ""
        case "reorder" if isinstance(value, list):
            return value[::-1]
    return None


STEPS = st.lists(st.integers(0, 9_999), min_size=1, max_size=7)
PATCHES = st.lists(st.tuples(STEPS, st.sampled_from(KINDS)), min_size=1, max_size=4)


def patched(patches: list[tuple[list[int], str]]) -> bytes:
    """Walk down the match by each patch's steps and change what is found there."""
    body = copy.deepcopy(good())
    for steps, kind in patches:
        where, key = _found(body, steps)
        if kind == "drop":
            del where[key]
        elif kind == "add" and isinstance(where, dict):
            where["next_patch"] = {"value": [1, 2, 3]}
        else:
            where[key] = changed(where[key], kind)
        if not body:
            break
    return json.dumps(body).encode()


def _found(body: Any, steps: list[int]) -> tuple[Any, Any]:
    where, key = body, next(iter(body))
    for step in steps:
        keys = sorted(where) if isinstance(where, dict) else range(len(where))
        key = keys[step % len(keys)]
        below = where[key]
        if step == steps[-1] or not isinstance(below, dict | list) or not below:
            break
        where = below
    return where, key


def forget() -> None:
    """Make room for the next patch of the same match."""
    forget_answers()
    for table in (DeadlockMatch, JobRun, Quarantine):
        db.session.execute(delete(table))
    db.session.commit()
    forget_counts(current_app)


@settings(
    max_examples=40,
    phases=(Phase.explicit, Phase.generate),  # shrinking would ask for minutes
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(patches=PATCHES)
def test_a_drifted_match_is_kept_whole_or_set_aside_whole(
    client: FlaskClient, archive: Archive, patches: list[tuple[list[int], str]]
) -> None:
    forget()
    body = patched(patches)
    archive.serve(body)
    run = brought(client, MATCH)
    kept, slices, _ = counts()
    assert run.error is None, run.error
    if run.state == "done":
        assert (kept, slices > 0) == (1, True)
        for tab in ("", "/map", "/data", ".json", "/analysis.json"):
            assert sound(client.get(PATH + tab)).status_code == 200
        return
    assert (run.state, kept, slices) == ("failed", 0, 0)
    assert run.sentence.endswith("better reader.")
    (note,) = aside()
    assert current_objects().get(note.object_key or "") == body
