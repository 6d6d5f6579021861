"""A match analysed by an older version says so, until it is worked out again from its body."""

from __future__ import annotations

from functools import cache

import pytest
import zstandard
from flask.testing import FlaskClient
from sqlalchemy import delete, update

from webapp.core import momentary
from webapp.core.db import db
from webapp.deadlock.ingest import reanalyse_all, save_generated
from webapp.deadlock.models import DeadlockMatch, DeadlockSlice
from webapp.simulator.samples import sample_body

OLD_SHAPE = zstandard.ZstdCompressor().compress(b'{"rows": "as they were long ago"}')


@cache
def sample() -> bytes:
    return sample_body(102)


def make_outdated() -> None:
    save_generated(sample())
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


def hold_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what was found a moment ago stay so, however slow the machine is."""
    monkeypatch.setattr(momentary, "LONGEST_S", 5.0)
    monkeypatch.setattr(momentary, "_age", lambda _found: 0.0)


def test_a_version_is_a_moment_old_save_for_who_reloads_or_comes_from_work(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_the_moment(monkeypatch)

    def tag(**headers: str) -> str:
        return client.get("/deadlock/matches/102", headers=headers).headers["ETag"]

    save_generated(sample())
    before = tag()
    db.session.execute(update(DeadlockMatch).values(content_version="new"))
    db.session.commit()
    assert tag() == before
    reloaded, from_work = tag(Cache_Control="max-age=0"), tag(Referer="http://localhost/jobs/7")
    assert before != reloaded == from_work
    monkeypatch.setattr(momentary, "LONGEST_S", 0.0)
    assert tag() == reloaded


def test_no_page_of_a_new_version_is_kept_by_the_name_of_the_old(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def text_and_tag(path: str) -> tuple[str, str]:
        answer = client.get(path)
        return answer.text, answer.headers["ETag"]

    save_generated(sample())
    before = text_and_tag("/deadlock/matches/102")
    hold_the_moment(monkeypatch)
    assert text_and_tag("/deadlock/matches/102") == before
    db.session.execute(update(DeadlockMatch).values(content_version="newer", match_mode="Street"))
    db.session.commit()
    assert text_and_tag("/deadlock/matches/102") == before
    _, newer = text_and_tag("/deadlock/matches/102/data")
    assert text_and_tag("/deadlock/matches/102") != before
    monkeypatch.setattr(momentary, "LONGEST_S", 0.0)
    assert text_and_tag("/deadlock/matches/102/data")[1] == newer


def test_reanalysis_brings_an_outdated_match_back(client: FlaskClient) -> None:
    make_outdated()
    told = reanalyse_all()
    assert (told.done, told.refused) == (1, ())
    assert client.get("/deadlock/matches/102").status_code == 200
    assert reanalyse_all().done == 0
