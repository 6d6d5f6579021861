"""Generated matches kept the short way, and what reading them costs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest

from tests.questions import questions
from webapp.core.bounded import Bounded
from webapp.core.db import db, utc_now
from webapp.dota2.ingest.match import INTAKE
from webapp.dota2.store.catalogue import forget_catalogue, load_catalogue
from webapp.matchroom import panels
from webapp.matchroom.files import Provenance, Raw
from webapp.matchroom.reanalysing import keep_now
from webapp.simulator.dota2.samples import sample_body

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
PARSED, UNPARSED = 201, 204
REAL = 7_000_204


@cache
def body_of(match_id: int) -> bytes:
    """Give a generated match as OpenDota would send it."""
    return sample_body(match_id)


def keep_body(body: bytes, provenance: Provenance = "upstream") -> int:
    """Keep a match without any job; gives its id."""
    match_id: int = keep_now(INTAKE, Raw(body, "json", utc_now(), provenance))
    db.session.remove()
    return match_id


def keep(match_id: int = PARSED) -> int:
    """Keep a generated match; gives its id."""
    return keep_body(body_of(match_id), "generated")


def keep_unparsed() -> int:
    """Keep a match of today nobody parsed, under an id a reader may ask about; gives it."""
    today = int(utc_now().timestamp()) - 3600
    body = json.loads(body_of(UNPARSED)) | {"match_id": REAL, "start_time": today}
    return keep_body(json.dumps(body).encode())


@contextmanager
def queries() -> Iterator[list[str]]:
    """Note what a process that knows the names, and nothing else yet, asks of the driver."""
    forget_catalogue()
    load_catalogue()
    with questions() as asked, pytest.MonkeyPatch.context() as patches:
        patches.setattr("webapp.dota2.pages.sources._held._held", Bounded(1))
        patches.setattr(panels, "_forms", Bounded(0))
        yield asked
