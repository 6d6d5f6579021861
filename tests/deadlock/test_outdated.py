"""A match analysed by an older version says so, until it is worked out again from its body."""

from __future__ import annotations

import zstandard
from flask.testing import FlaskClient
from sqlalchemy import delete, update

from webapp.core.db import db
from webapp.deadlock.ingest import reanalyse_all, save_generated
from webapp.deadlock.models import DeadlockMatch, DeadlockSlice
from webapp.simulator import sample_matches

OLD_SHAPE = zstandard.ZstdCompressor().compress(b'{"rows": "as they were long ago"}')


def make_outdated() -> None:
    save_generated(dict(sample_matches())[102])
    db.session.execute(update(DeadlockMatch).values(analysis_version=0, content_version="old"))
    db.session.execute(
        update(DeadlockSlice).where(DeadlockSlice.name == "scoreboard").values(body=OLD_SHAPE)
    )
    db.session.commit()


def test_an_outdated_match_says_what_is_going_on(client: FlaskClient) -> None:
    make_outdated()
    answer = client.get("/deadlock/matches/102")
    assert answer.status_code == 503
    assert "not worked out anew yet" in answer.text


def test_a_part_nobody_worked_out_yet_says_so_too(client: FlaskClient) -> None:
    make_outdated()
    gone = DeadlockSlice.name.in_(("economy", "fights"))
    db.session.execute(delete(DeadlockSlice).where(gone))
    db.session.commit()
    for tab in ("economy", "combat/fights", "findings", "tables/souls.csv"):
        answer = client.get(f"/deadlock/matches/102/{tab}")
        assert answer.status_code == 503, tab
        assert "not worked out anew yet" in answer.text


def test_reanalysis_brings_an_outdated_match_back(client: FlaskClient) -> None:
    make_outdated()
    told = reanalyse_all()
    assert (told.done, told.refused) == (1, ())
    assert client.get("/deadlock/matches/102").status_code == 200
    assert reanalyse_all().done == 0
