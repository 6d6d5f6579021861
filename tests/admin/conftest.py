"""Di at the protected pages, in a house where something happened."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.jobs.asked import ask, shift
from tests.people import Person, person, sign_in
from webapp.core.audit import audit
from webapp.core.db import db, utc_now
from webapp.core.models import Dataset, Quarantine, StoredOrphan, UpstreamReply
from webapp.core.objects import current_objects
from webapp.jobs import ledger, perform
from webapp.jobs.models import MAX_ATTEMPTS, JobRun

SAME = {"Sec-Fetch-Site": "same-origin"}
BODY = b'{"match_info": {"match_id": 7, "duration_s": "<script>alert(1)</script>"}}'


@dataclass(frozen=True, slots=True)
class House:
    """What is there: runs by their state, a body in quarantine, people."""

    di: Person
    ada: Person
    done: uuid.UUID
    dead: uuid.UUID
    failed: uuid.UUID
    queued: uuid.UUID
    note_id: int


@pytest.fixture
def di(app: Flask) -> Person:
    del app
    return person("Di")


@pytest.fixture
def desk(client: FlaskClient, di: Person) -> FlaskClient:
    """Give a browser Di is signed in with, freshly."""
    sign_in(client, di)
    return client


@pytest.fixture
def house(di: Person) -> House:
    """Give a house with something of everything."""
    done, dead, queued = ask("done"), ask("dead"), ask("queued", kind="test.other")
    perform(done, {"test.match": lambda _run: None})
    end(dead, "dead", attempt=MAX_ATTEMPTS, error="Traceback: IndexError <b>")
    failed = ask("deadlock.match:7", kind="deadlock.match", args={"match_id": 7})
    end(failed, "failed")
    shift(queued, "run_at", -400)
    audit(f"account:{di.id}", "try out", "house", {"a": 1}, {"a": 2})
    db.session.add(reply("ok", 200))
    db.session.add(reply("unavailable", None))
    return House(di, person("Ada"), done, dead, failed, queued, keep_note().id)


def end(run_id: uuid.UUID, state: str, **more: object) -> None:
    """Bring a run to an end without working on it."""
    run = db.session.get_one(JobRun, run_id)
    run.state, run.finished_at, run.lease_until = state, utc_now(), None
    for name, value in more.items():
        setattr(run, name, value)
    db.session.commit()


def keep_note(
    key: str = "7", kind: str = "deadlock.match", body: bytes = BODY, **came: str
) -> Quarantine:
    """Keep a body aside."""
    place = f"quarantine/{kind}/{uuid.uuid4().hex}"
    current_objects().put(place, body)
    detail = {"where": "$.match_info.duration_s", "bytes": len(body), "sha256": "ab" * 32}
    detail |= came
    note = Quarantine(kind=kind, key=key, reason="No match.", detail=detail, object_key=place)
    db.session.add(note)
    db.session.commit()
    return note


def keep_versions(name: str = "deadlock") -> None:
    """Keep two versions of a set, the newer in use."""
    for version, current in (("one", False), ("two", True)):
        row = {"object_key": f"datasets/{name}/{version}.json", "sha256": "0" * 64}
        db.session.add(Dataset(name=name, version=version, current=current, **row))
    db.session.commit()


def keep_orphan(key: str = "deadlock/matches/7/raw-0.zst") -> None:
    """Know of an object nothing names for two days."""
    past = utc_now().replace(year=utc_now().year - 1)
    db.session.add(StoredOrphan(key=key, bytes=10, found_at=past))
    db.session.commit()


def claim(run_id: uuid.UUID) -> None:
    """Begin a run."""
    assert ledger.claim(run_id) is not None


def reply(outcome: str, status: int | None, upstream: str = "deadlock") -> UpstreamReply:
    """Record an exchange with an upstream."""
    return UpstreamReply(
        upstream=upstream,
        route="/v1/matches/{id}",
        status=status,
        outcome=outcome,
        latency_ms=120,
        bytes=10,
        remaining=None,
        request_id="request",
    )
