"""The public page of status: whole, in part, as JSON, the same for everybody, cheap."""

from __future__ import annotations

import csv
import io

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.admin.conftest import House
from tests.admin.test_pages import counting
from tests.deadlock.kept import PART
from tests.games import needs
from tests.people import sign_in
from webapp.core import momentary
from webapp.core.db import db
from webapp.core.rate_limit import Breaker, Bucket, Limiter
from webapp.core.upstream_pauses import pause_upstream
from webapp.core.valkey import shared_valkey
from webapp.jobs.sweep import sweep


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is found from now on stand for a moment, as it does elsewhere."""
    monkeypatch.setattr(momentary, "LONGEST_S", 5.0)


@pytest.mark.usefixtures("held")
def test_everybody_is_told_the_same(app: Flask, house: House) -> None:
    signed_in = app.test_client()
    sign_in(signed_in, house.di)
    for path in ("/status", "/status.json"):
        public, mine = app.test_client().get(path), signed_in.get(path)
        assert public.status_code == 200
        assert public.headers["Cache-Control"] == "public, max-age=5"
        assert "Cookie" not in public.headers["Vary"]
        assert public.data == mine.data
    part = app.test_client().get("/status", headers=PART).text
    assert part.lstrip().startswith('<div id="status"')


@pytest.mark.parametrize("name", ["rooms", "sources"])
def test_its_tables_are_files(client: FlaskClient, house: House, name: str) -> None:
    assert house
    assert f'href="/status/{name}.csv"' in client.get("/status").text
    rows = list(csv.DictReader(io.StringIO(client.get(f"/status/{name}.csv").text)))
    told = client.get("/status.json").json[name]
    assert [row["name"] for row in rows] == [one["name"] for one in told]
    assert [row["state_text"] for row in rows] == [one["state_text"] for one in told]


@pytest.mark.usefixtures("held")
def test_it_is_worked_out_once_in_a_few_seconds_with_few_queries(client: FlaskClient) -> None:
    with counting() as asked:
        client.get("/status")
    assert 0 < len(asked) <= 14
    with counting() as asked:
        for _ in range(5):
            client.get("/status.json")
    assert asked == []


def test_it_says_what_is_wrong_and_nothing_of_who_or_why(app: Flask, house: House) -> None:
    pause_upstream("deadlock", f"account:{house.di.id}", "a secret reason")
    db.session.commit()
    told = app.test_client().get("/status").text
    assert "paused by an admin" in told
    assert "no sign of life" in told
    assert "a secret reason" not in told
    assert "Di" not in told.split("<main")[1].split("</main")[0]


@needs("dota2", "lol")
def test_a_house_that_is_well_says_so(app: Flask) -> None:
    with app.app_context():
        sweep()
    page = app.test_client().get("/status.json").json
    assert page["state"] == "ok"
    assert page["said"] == "Everything works."
    assert [one["name"] for one in page["rooms"]] == ["Deadlock", "Dota 2", "League of Legends"]


@needs("dota2", "lol")
def test_a_room_stands_no_better_than_its_worst_source(app: Flask) -> None:
    breaker = Breaker("riot-europe", shared_valkey())
    for _ in range(5):
        breaker.failed()
    Limiter(shared_valkey()).freeze(Bucket("steam:*", ()), 90)
    page = app.test_client().get("/status.json").json
    sources = {one["name"]: one for one in page["sources"]}
    assert (sources["Riot"]["state"], page["state"]) == ("bad", "bad")
    deadlock, dota2, lol = page["rooms"]
    assert lol["state"] == "bad"
    assert lol["state_text"].startswith("Riot fails; asked again in ")
    assert dota2["state"] == "warn"
    assert dota2["state_text"].startswith("Steam is asked no more for ")
    assert (deadlock["name"], deadlock["state"]) == ("Deadlock", "idle")
