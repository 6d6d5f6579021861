"""What pages say: odd matches, matches that are not here, players, samples left out of lists."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.archive import OURS
from tests.deadlock.kept import PART, keep, keep_body
from tests.deadlock.small_match import small_body
from webapp.core.db import db, utc_now
from webapp.deadlock import actions
from webapp.deadlock.pages.frame import SUB_PAGES, TABS
from webapp.jobs import Later, Refused, Run, perform
from webapp.jobs.models import JobRun

PAGES = [path for _, _, path in (*TABS, *SUB_PAGES)]
ODD = ("four_lanes_old", "pause", "abandoned", "short", "stomp", "comeback", "base_race")


@pytest.mark.parametrize("scenario", ODD)
def test_an_odd_match_reads_on_every_tab(client: FlaskClient, scenario: str) -> None:
    keep(5200 + ODD.index(scenario), scenario)
    path = f"/deadlock/matches/{5200 + ODD.index(scenario)}"
    for tab in PAGES:
        for headers in ({}, PART, {"Accept": "application/json"}):
            answer = client.get(path + tab, headers=headers)
            assert answer.status_code == 200
            nothing = re.search(r"\bNone\b(?! yet|:)", answer.text)
            assert nothing is None, (tab, answer.text[max(0, nothing.start() - 60) :][:120])
    page = client.get(f"{path}.json").json
    assert sum(len(group["rows"]) for group in page["groups"]) == 12


def test_the_scoreboard_says_that_a_moment_does_not_change_it(client: FlaskClient) -> None:
    path = f"/deadlock/matches/{keep()}"
    for query in ("", "?t=300", "?from=60&to=300"):
        assert "At the end of the match" in client.get(path + query).text


def test_a_pause_is_a_mark_and_an_early_leaver_is_named(client: FlaskClient) -> None:
    keep(5301, "pause")
    keep(5302, "abandoned")
    assert "Paused for" in client.get("/deadlock/matches/5301").text
    assert "left at" in client.get("/deadlock/matches/5302").text


def test_a_pause_of_unknown_length_is_a_mark_without_one(client: FlaskClient) -> None:
    path = f"/deadlock/matches/{keep_body(small_body(pauses=((175, 0),)))}"
    page = client.get(path).text
    assert "Paused" in page
    assert "Paused for" not in page
    assert "The match was paused<" in client.get(f"{path}/map?t=175").text


def test_an_old_match_says_what_it_lacks(client: FlaskClient) -> None:
    keep(5303, "four_lanes_old")
    page = client.get("/deadlock/matches/5303/data.json").json
    assert page["missing"]
    assert page["missing"][0] in client.get("/deadlock/matches/5303/data").text


@pytest.mark.parametrize("name", ["m31067068", "m35077269", "m54331746"])
def test_a_real_match_reads_on_every_tab(client: FlaskClient, shared_data: Path, name: str) -> None:
    body = (shared_data / "deadlock" / "metadata" / f"{name}.json").read_bytes()
    match_id = keep_body(body)
    for tab in PAGES:
        assert client.get(f"/deadlock/matches/{match_id}{tab}").status_code == 200
    page = client.get(f"/deadlock/matches/{match_id}.json").json
    assert sum(len(group["rows"]) for group in page["groups"]) == 12


def test_a_sample_is_in_no_list_of_what_was_analysed(client: FlaskClient) -> None:
    keep(101, "comeback", "generated")
    keep(5304, "short", "upload")
    room, house = client.get("/deadlock.json").json, client.get("/index.json").json
    for page in (room, house):
        assert [line["url"] for line in page["recent"]] == ["/deadlock/matches/5304"]
        assert [line["url"] for line in page["samples"]] == ["/deadlock/matches/101"]
    assert room["total"] == 1
    assert "generated sample" in client.get("/deadlock/matches/101").text


def ask(match_id: int) -> JobRun:
    url = actions.ask_for_match(match_id)
    found = db.session.scalar(select(JobRun).order_by(JobRun.created_at.desc()))
    assert found
    assert url.endswith(str(found.id))
    return found


def unknown(client: FlaskClient, match_id: int) -> dict[str, object]:
    answer = client.get(f"/deadlock/matches/{match_id}.json")
    assert answer.status_code == 404
    there = 404 if match_id < 1000 else 200
    assert client.get(f"/deadlock/matches/{match_id}").status_code == there
    told: dict[str, object] = answer.json
    return told


def test_a_match_nobody_asked_for_has_a_button(client: FlaskClient) -> None:
    page = unknown(client, 6100)
    assert (page["state"], page["can_ask"], page["job_url"]) == ("unasked", True, None)
    assert 'action="/deadlock/matches/6100/analysis"' in client.get("/deadlock/matches/6100").text
    assert db.session.scalar(select(JobRun)) is None


def test_a_match_on_its_way_leads_to_its_progress(client: FlaskClient) -> None:
    run = ask(6101)
    page = unknown(client, 6101)
    assert (page["state"], page["can_ask"]) == ("live", False)
    assert page["job_url"] == f"/jobs/{run.id}"


def test_a_match_not_available_says_when_it_is_tried_again(client: FlaskClient) -> None:
    run, later = ask(6102), utc_now() + timedelta(minutes=5)

    def away(_run: Run) -> None:
        raise Later("Match 6102 has not been saved yet.", later)

    perform(run.id, {"deadlock.match": away})
    page = unknown(client, 6102)
    assert (page["state"], page["sentence"]) == ("waiting", "Match 6102 has not been saved yet.")
    assert datetime.fromisoformat(str(page["next_at"])) == later
    assert "Next try at" in client.get("/deadlock/matches/6102").text


def test_a_match_that_could_not_be_had_says_why_and_may_be_tried_again(
    client: FlaskClient,
) -> None:
    run = ask(6103)

    def refused(_run: Run) -> None:
        raise Refused("Nobody knows a match 6103: check the number.")

    perform(run.id, {"deadlock.match": refused})
    page = unknown(client, 6103)
    assert (page["state"], page["can_ask"]) == ("failed", True)
    assert page["sentence"] == "Nobody knows a match 6103: check the number."
    assert "Try again" in client.get("/deadlock/matches/6103").text


def test_a_match_that_was_removed_says_so(client: FlaskClient) -> None:
    run = ask(6104)
    perform(run.id, {"deadlock.match": lambda _run: None})
    assert unknown(client, 6104)["state"] == "gone"


def test_reserved_ids_cannot_be_asked_for(client: FlaskClient) -> None:
    page = unknown(client, 555)
    assert (page["state"], page["can_ask"]) == ("none", False)
    answer = client.post("/deadlock/matches/555/analysis", headers=OURS)
    assert answer.status_code == 404


def test_the_part_of_an_unknown_match_is_a_part(client: FlaskClient) -> None:
    answer = client.get("/deadlock/matches/6105", headers=PART)
    assert answer.status_code == 200
    assert answer.text.lstrip().startswith('<section id="unknown"')
