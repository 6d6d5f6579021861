"""Names, pictures and histories: brought up to date, and kept when that fails."""

from __future__ import annotations

import json

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.archive import Archive, asked_run, done
from tests.jobs.asked import row
from webapp.core.db import db, utc_now
from webapp.deadlock import ingest
from webapp.deadlock.models import DeadlockHistory
from webapp.deadlock.store import players
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.jobs import enqueue
from webapp.jobs.models import JobRun
from webapp.simulator import sample_assets
from webapp.simulator.replies import data_reply

PLAYER = 900_000_001


def assets_run() -> JobRun:
    steps = ("Fetch names", "Fetch pictures")
    run_id = enqueue(
        "deadlock.assets", key="assets", args={}, target_url="", steps=steps, title="Refreshing"
    )
    db.session.commit()
    return done(run_id)


def test_names_and_pictures_are_refreshed_and_served(client: FlaskClient, archive: Archive) -> None:
    assert assets_run().state == "done"
    names = load_catalogue()
    hero = names.hero(1)
    assert not hero.name.startswith("Hero")
    assert hero.portrait
    picture = client.get(hero.portrait)
    assert (picture.status_code, picture.mimetype.startswith("image/")) == (200, True)
    assert "immutable" in picture.headers["Cache-Control"]
    archive.calm()
    assert assets_run().state == "done"
    assert [one["path"] for one in archive.asked() if "/art/" in one["path"]] == []
    assert load_catalogue().version == names.version


@pytest.mark.parametrize(
    ("fault", "state"), [("html200", "failed"), ("503", "waiting"), ("truncate", "waiting")]
)
def test_names_that_cannot_be_had_leave_the_last_good_ones(
    app: Flask, archive: Archive, fault: str, state: str
) -> None:
    before = bundled(app)
    archive.strike("/assets/", fault)
    run = assets_run()
    assert (run.state, load_catalogue().version) == (state, before)
    assert run.sentence


@pytest.mark.parametrize("body", [b"[]", b"{}", b'[{"id":"x"}]', b'[{"id":1,"name":', b"[" * 5000])
def test_names_in_a_new_form_leave_the_last_good_ones(
    app: Flask, archive: Archive, body: bytes
) -> None:
    before = bundled(app)
    archive.patches.setattr(
        "webapp.simulator.deadlock.service.json_reply",
        lambda _, **__: data_reply(body, "text/json"),
    )
    run = assets_run()
    assert (run.state, load_catalogue().version) == ("failed", before)


def bundled(app: Flask) -> str:
    """Keep the names an installation begins with; gives their version."""
    assert app
    ingest.save_bundled(sample_assets())
    return load_catalogue().version


def test_a_history_comes_with_the_name_and_who_won(client: FlaskClient, archive: Archive) -> None:
    run = done(asked_run(client, f"/deadlock/players/{PLAYER}/history"))
    assert (run.state, run.target_url) == ("done", f"/deadlock/players/{PLAYER}")
    told = json.loads(archive.body(f"/v1/players/{PLAYER}/match-history"))
    won = {one["match_id"]: one["match_result"] == one["player_team"] for one in told}
    lines = db.session.scalars(select(DeadlockHistory)).all()
    assert {line.match_id: line.won for line in lines} == won
    assert set(won.values()) == {True, False}
    page = client.get(f"/deadlock/players/{PLAYER}.json").json
    assert (page["total"], page["share"]["wins"]) == (len(won), sum(won.values()))
    assert page["head"]["name"] != f"Account {PLAYER}"


def test_a_history_needs_no_profile(client: FlaskClient, archive: Archive) -> None:
    archive.strike("/players/steam", "503")
    run = done(asked_run(client, f"/deadlock/players/{PLAYER}/history"))
    assert run.state == "done"
    page = client.get(f"/deadlock/players/{PLAYER}.json").json
    assert page["head"]["name"] == f"Account {PLAYER}"


def test_a_private_player_is_told_as_one(client: FlaskClient, archive: Archive) -> None:
    assert archive.asked() == []
    run = done(asked_run(client, "/deadlock/players/900000403/history"))
    assert (run.state, run.sentence) == ("failed", "This player keeps their matches private.")
    assert run.sentence in client.get("/deadlock/players/900000403").text


def test_an_update_soon_after_another_asks_again_and_bears_the_answers_age(
    client: FlaskClient, archive: Archive
) -> None:
    archive.calm()
    for _ in range(2):
        before = utc_now()
        done(asked_run(client, f"/deadlock/players/{PLAYER}/history"))
        account = players.load_account(PLAYER)
        assert account
        assert account.history_fetched_at
        assert before < account.history_fetched_at < utc_now()
    asked = [one["path"] for one in archive.asked() if one["path"].endswith("/match-history")]
    assert len(asked) == 2


def test_a_history_again_brings_lines_up_to_date(client: FlaskClient, archive: Archive) -> None:
    assert archive.asked() == []
    for _ in range(2):
        run = done(asked_run(client, f"/deadlock/players/{PLAYER}/history"))
        assert row(run.id).state == "done"
    lines = db.session.scalars(select(DeadlockHistory)).all()
    assert len(lines) == len({line.match_id for line in lines})
