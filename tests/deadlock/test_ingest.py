"""From a button to a kept match: every way a match can come, and every way it can fail to."""

from __future__ import annotations

import dataclasses
import json
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from tests.archive import Archive, asked_run, brought, done, forget_answers
from tests.deadlock.kept import aside, body_of, counts, keep, row_of
from tests.jobs.asked import shift
from webapp.core.db import db, utc_now
from webapp.core.objects import current_objects
from webapp.deadlock import ingest
from webapp.deadlock.models import DeadlockMatch
from webapp.deadlock.store import matches
from webapp.jobs import retry
from webapp.jobs.models import JobRun
from webapp.matchroom.reanalysing import Reanalysed

EVEN, ODD = 5002, 5003
JSON_ROUTE = r"/metadata$"
ASIDE = "The file is kept aside for a better reader."


def test_a_match_comes_by_id_and_opens(client: FlaskClient, archive: Archive) -> None:
    run = brought(client, EVEN)
    assert (run.state, run.target_url) == ("done", f"/deadlock/matches/{EVEN}")
    assert all(step["finished_at"] for step in run.steps[1:])
    match = row_of(EVEN)
    assert (match.provenance, match.raw_format, counts()[2]) == ("upstream", "json", 12)
    assert matches.load_raw(match) == archive.body(f"/v1/matches/{EVEN}/metadata")
    assert client.get(run.target_url).status_code == 200


@pytest.mark.parametrize(("match_id", "packed"), [(EVEN, "zstandard"), (ODD, "bzip2")])
def test_a_broken_json_route_leaves_the_raw_file(
    client: FlaskClient, archive: Archive, match_id: int, packed: str
) -> None:
    archive.strike(JSON_ROUTE, "500")
    assert brought(client, match_id).state == "done"
    match = row_of(match_id)
    assert match.raw_format == packed
    archive.calm()
    assert matches.load_raw(match) == archive.body(f"/v1/matches/{match_id}/metadata/raw")
    assert client.get(f"/deadlock/matches/{match_id}/map").status_code == 200


def test_raw_and_json_tell_the_same_match(client: FlaskClient, archive: Archive) -> None:
    brought(client, ODD)
    told = client.get(f"/deadlock/matches/{ODD}/analysis.json").json
    assert told["builds"]["published"]
    archive.strike(JSON_ROUTE, "500")
    db.session.delete(row_of(ODD))
    db.session.commit()
    forget_answers()
    brought(client, ODD)
    assert row_of(ODD).raw_format == "bzip2"
    told["builds"]["published"] = []  # named by the archive, not by the game
    assert client.get(f"/deadlock/matches/{ODD}/analysis.json").json == told


@pytest.mark.parametrize(
    ("match_id", "state", "words"),
    [
        (5404, "failed", "Nobody knows a match 5404: check the number."),
        (5403, "failed", "Match 5403 is protected by one of its players."),
        (5503, "waiting", "Match 5503 has not been saved yet."),
        (5500, "waiting", "Match 5500 has not been saved yet."),
        (5429, "waiting", "The Deadlock match archive asked us to slow down."),
    ],
)
def test_every_refusal_is_a_state_and_a_sentence(
    client: FlaskClient, archive: Archive, match_id: int, state: str, words: str
) -> None:
    assert archive.asked() == []
    run = brought(client, match_id)
    assert (run.state, run.sentence) == (state, words)
    assert counts() == (0, 0, 0)
    page = client.get(f"/deadlock/matches/{match_id}.json")
    assert page.status_code == 404
    assert (page.json["state"], page.json["sentence"]) == (state, words)
    assert (page.json["next_at"] is not None) == (state == "waiting")


def test_the_wait_is_as_long_as_the_archive_asks(client: FlaskClient, archive: Archive) -> None:
    archive.strike("/metadata", "429", retry_after=40)
    run = brought(client, EVEN)
    assert run.state == "waiting"
    assert timedelta(seconds=35) < run.run_at - utc_now() <= timedelta(seconds=41)
    assert run.attempt == 0


def test_a_match_saved_late_comes_by_itself(client: FlaskClient, archive: Archive) -> None:
    run = brought(client, 7502)
    assert run.state == "waiting"
    tries = 0
    while run.state == "waiting" and tries < 3:
        tries += 1
        db.session.execute(update(JobRun).values(state="queued", run_at=utc_now()))
        db.session.commit()
        run = done(run.id)
    assert run.state == "done"
    assert len(archive.asked()) >= 3


def test_nobody_waits_for_ever(client: FlaskClient, archive: Archive) -> None:
    assert archive.asked() == []
    run_id = asked_run(client, "/deadlock/matches/6503/analysis")
    shift(run_id, "created_at", -49 * 3600)
    run = done(run_id)
    assert run.state == "failed"
    assert "within two days" in run.sentence


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        ("truncate", "waiting"),
        ("reset", "waiting"),
        ("wrong_length", "failed"),
        ("html200", "failed"),
        ("redirect", "failed"),
        ("bad_gzip", "failed"),
        ("bomb", "failed"),
    ],
)
def test_a_spoiled_answer_keeps_nothing_and_says_why(
    client: FlaskClient, archive: Archive, fault: str, state: str
) -> None:
    archive.strike("/metadata", fault)
    run = brought(client, EVEN)
    assert (run.state, counts()) == (state, (0, 0, 0)), run.sentence
    assert run.error is None
    assert run.sentence.endswith(".")


def test_a_page_of_html_is_kept_aside(client: FlaskClient, archive: Archive) -> None:
    archive.strike("/metadata", "html200")
    brought(client, EVEN)
    (note,) = aside()
    assert b"Checking your browser" in current_objects().get(note.object_key or "")


def test_a_drifted_match_is_kept_aside_whole(client: FlaskClient, archive: Archive) -> None:
    archive.serve(drifted(body_of(EVEN)))
    run = brought(client, EVEN)
    assert run.state == "failed"
    assert run.sentence.endswith(ASIDE)
    told = client.get(f"/jobs/{run.id}").text
    assert "This match does not have the form we know. Admins are shown what came." in told
    assert "got `" not in told
    (note,) = aside()
    assert current_objects().get(note.object_key or "") == drifted(body_of(EVEN))
    assert counts() == (0, 0, 0)


def drifted(body: bytes) -> bytes:
    match = json.loads(body)
    match["match_info"]["players"] = {"renamed": True}
    return json.dumps(match).encode()


def test_what_was_kept_aside_is_closed_once_the_match_is_read(
    client: FlaskClient, archive: Archive
) -> None:
    archive.serve(drifted(body_of(EVEN)))
    run = brought(client, EVEN)
    archive.serve_truly()
    forget_answers()
    retry(run.id)
    db.session.commit()
    assert done(run.id).state == "done"
    (note,) = aside()
    assert note.released_at is not None
    page = client.get(f"/deadlock/matches/{EVEN}/data")
    assert "Kept aside once" in page.text


def test_however_many_ask_there_is_one_run(client: FlaskClient, archive: Archive) -> None:
    path = f"/deadlock/matches/{EVEN}/analysis"
    runs = {asked_run(client, path) for _ in range(20)}
    (run_id,) = runs
    assert done(run_id).state == "done"
    assert len([one for one in archive.asked() if "metadata" in one["path"]]) == 1


def test_the_archive_is_told_which_request_asks(client: FlaskClient, archive: Archive) -> None:
    path = f"/deadlock/matches/{EVEN}/analysis"
    run_id = asked_run(client, path, **{"X-Request-ID": "ada-asks-for-it"})
    assert done(run_id).request_id == "ada-asks-for-it"
    (asked,) = archive.asked()
    assert "(request ada-asks-for-it)" in asked["headers"]["User-Agent"]


def test_a_fault_of_our_own_loses_no_body(
    client: FlaskClient, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_match: object) -> None:
        raise ZeroDivisionError

    intake = dataclasses.replace(ingest.match.INTAKE, analyse=broken)
    monkeypatch.setattr(ingest.match, "INTAKE", intake)
    run = brought(client, EVEN)
    assert (run.state, run.attempt, counts()) == ("queued", 1, (0, 0, 0))
    (note,) = aside()
    kept = current_objects().get(note.object_key or "")
    assert kept == archive.body(f"/v1/matches/{EVEN}/metadata")


def test_a_match_is_worked_out_again_from_its_body(client: FlaskClient) -> None:
    keep(EVEN)
    before = client.get(f"/deadlock/matches/{EVEN}").headers["ETag"]
    row_of(EVEN).analysis_version = 0
    db.session.commit()
    assert ingest.reanalyse_all() == Reanalysed(1, ())
    assert row_of(EVEN).analysis_version > 0
    assert client.get(f"/deadlock/matches/{EVEN}").headers["ETag"] != before


def test_a_lost_body_stops_no_other_match(client: FlaskClient) -> None:
    keep(EVEN)
    keep(ODD)
    current_objects().delete(row_of(EVEN).raw_key)
    db.session.execute(update(DeadlockMatch).values(analysis_version=0))
    db.session.commit()
    told = ingest.reanalyse_all()
    assert told.done == 1
    assert [sentence.split(":")[0] for sentence in told.refused] == [f"Match {EVEN}"]
    assert client.get(f"/deadlock/matches/{EVEN}").status_code == 200


def test_a_wrong_answer_under_our_id_is_refused(client: FlaskClient, archive: Archive) -> None:
    archive.serve(body_of(ODD))
    run = brought(client, EVEN)
    assert run.state == "failed"
    assert counts() == (0, 0, 0)
