"""Generated matches kept the short way, and what reading them costs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, lru_cache

import pytest
from sqlalchemy import func, select

from tests.questions import questions
from webapp.core.bounded import Bounded
from webapp.core.db import db, utc_now
from webapp.core.models import Quarantine
from webapp.deadlock.domain.analysis import Analysis, analyse
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records import Match
from webapp.deadlock.ingest.match import INTAKE
from webapp.deadlock.models import DeadlockMatch, DeadlockPlayer, DeadlockSlice
from webapp.deadlock.store.catalogue import forget_catalogue, load_catalogue
from webapp.matchroom import panels
from webapp.matchroom.files import Provenance, Raw
from webapp.matchroom.reanalysing import keep_now
from webapp.simulator.deadlock import encode_protobuf, generate_match

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
MATCH = 5001
PATH = f"/deadlock/matches/{MATCH}"


@cache
def body_of(match_id: int, scenario: str = "normal") -> bytes:
    """Give a generated match as the archive would send it."""
    return json.dumps(generate_match(match_id, scenario=scenario)).encode()


@lru_cache(maxsize=32)
def _told(body: bytes) -> tuple[Match, Analysis]:
    match = parse_metadata(body)
    return match, analyse(match)


def keep_body(body: bytes, provenance: Provenance = "upstream") -> int:
    """Keep a match without any job, worked out once however many tests keep it; gives its id."""
    match, analysis = _told(body)
    once = replace(INTAKE, read=lambda *_: match, analyse=lambda _: analysis)
    match_id = keep_now(once, Raw(body, "json", utc_now(), provenance))
    db.session.remove()
    return match_id


def keep(
    match_id: int = MATCH, scenario: str = "normal", provenance: Provenance = "upstream"
) -> int:
    """Keep a generated match; gives its id."""
    return keep_body(body_of(match_id, scenario), provenance)


@contextmanager
def queries() -> Iterator[list[str]]:
    """Note what a process that knows the names, and nothing else yet, asks of the driver."""
    forget_catalogue()
    load_catalogue()
    with questions() as asked, pytest.MonkeyPatch.context() as patches:
        patches.setattr("webapp.deadlock.pages.sources._held._held", Bounded(1))
        patches.setattr(panels, "_forms", Bounded(0))
        yield asked


def row_of(match_id: int) -> DeadlockMatch:
    """Read a match's row afresh."""
    db.session.rollback()
    db.session.expire_all()
    return db.session.get_one(DeadlockMatch, match_id)


def counts() -> tuple[int, int, int]:
    """Count what is kept: matches, parts of their analyses, players."""
    db.session.rollback()
    tables = (DeadlockMatch, DeadlockSlice, DeadlockPlayer)
    found = [db.session.scalar(select(func.count()).select_from(table)) or 0 for table in tables]
    return found[0], found[1], found[2]


def aside() -> list[Quarantine]:
    """Give what lies in quarantine."""
    db.session.rollback()
    return list(db.session.scalars(select(Quarantine).order_by(Quarantine.id)))


@cache
def protobuf_of(match_id: int, scenario: str = "normal") -> bytes:
    """Give a generated match as the game itself writes it, not packed."""
    return encode_protobuf(json.loads(body_of(match_id, scenario)))
