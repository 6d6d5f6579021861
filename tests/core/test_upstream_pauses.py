"""A stopped upstream is asked by nobody; who wanted something of it waits, however long."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from tests.core.asking import client_for, recorded
from tests.core.wire import listening, says
from tests.jobs.asked import ask
from webapp.core.db import db, utc_now
from webapp.core.http import Route, Upstream, open_client, open_files
from webapp.core.upstream_errors import Paused
from webapp.core.upstream_pauses import pause_reader, pause_upstream, release_upstream
from webapp.jobs import Later, Refused, Run, perform
from webapp.matchroom.intake import Patience
from webapp.matchroom.waiting import wait_or_give_up

ROUTE = Route("/a", "a")
GOOD = says("200 OK", b"[1]")


def stop(name: str) -> None:
    pause_upstream(name, "account:1", "they asked us to")
    db.session.commit()


def test_nobody_asks_a_stopped_upstream_until_it_is_released(app: Flask) -> None:
    del app
    with listening(GOOD) as listener:
        client = client_for(listener.url)
        client = replace(client, stopped=pause_reader(db.engine, client.upstream.name))
        stop(client.upstream.name)
        with pytest.raises(Paused, match="was paused by an admin"):
            client.get("/a", route=ROUTE)
        assert listener.connections == 0
        release_upstream(client.upstream.name)
        db.session.commit()
        assert client.get("/a", route=ROUTE).body == b"[1]"
    assert [one.outcome for one in recorded()] == ["ok"]


def test_every_client_the_house_opens_looks_for_a_pause(app: Flask, tmp_path: Path) -> None:
    del app
    stop("riot")
    part = Upstream(name="riot-eu", label="Riot", base_url="http://127.0.0.1:9")
    with pytest.raises(Paused):
        open_client(part).get("/a", route=ROUTE)
    with pytest.raises(Paused):
        open_files(part).fetch("http://127.0.0.1:9/a", tmp_path / "a", ROUTE, seconds=1)


def test_a_pause_of_one_part_leaves_the_others(app: Flask) -> None:
    del app
    stop("riot-eu")
    assert pause_reader(db.engine, "riot-eu")()
    assert not pause_reader(db.engine, "riot-us")()
    assert not pause_reader(db.engine, "riot")()


def test_a_run_waits_out_a_pause_longer_than_its_patience(app: Flask) -> None:
    del app
    hasty = Patience(timedelta(seconds=1), timedelta(seconds=-1), "We gave up.")
    seen: list[type[Exception]] = []

    def job(run: Run) -> None:
        away = Paused("Riot was paused by an admin.", utc_now() + timedelta(minutes=1))
        try:
            wait_or_give_up(run, away, hasty)
        except (Later, Refused) as end:
            seen.append(type(end))
            raise

    perform(ask(), {"test.match": job})
    assert seen == [Later]
