"""What the tests of pages share: parts, twins, and what reading a page costs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.questions import questions
from webapp.core.bounded import Bounded
from webapp.core.db import db, utc_now
from webapp.lol.ingest.match import INTAKE
from webapp.lol.store.catalogue import forget_catalogue, load_catalogue
from webapp.matchroom import panels
from webapp.matchroom.files import Raw
from webapp.matchroom.reanalysing import keep_now

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
RIFT, ARAM, ARENA, REMAKE, BARE = (f"EUW1_{number}" for number in (1, 3, 4, 5, 6))
TABLES = ("scoreboard", "scores", "lead", "minutes", "laning", "shopping")


@contextmanager
def queries() -> Iterator[list[str]]:
    """Note what a process that knows the names, and nothing else yet, asks of the driver."""
    forget_catalogue()
    load_catalogue()
    with questions() as asked, pytest.MonkeyPatch.context() as patches:
        patches.setattr("webapp.lol.pages.sources._held._held", Bounded(1))
        patches.setattr(panels, "_forms", Bounded(0))
        yield asked


def twin_of(client: FlaskClient, match_id: str, tab: str, query: str = "") -> Any:
    """Give a tab as JSON."""
    return client.get(f"/lol/matches/{match_id}{tab}.json{query}").json


def keep_bodies(body: Any, timeline: Any = None) -> str:
    """Keep a match a test has changed; gives its id."""
    beside = {"timeline": json.dumps(timeline).encode()} if timeline else {}
    raw = Raw(json.dumps(body).encode(), "json", utc_now(), "upstream", beside)
    kept: str = keep_now(INTAKE, raw)
    db.session.remove()
    return kept
