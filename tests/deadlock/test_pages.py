"""What pages say: odd matches, matches that are not here, players, samples left out of lists."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.deadlock.archive import OURS
from tests.deadlock.kept import PART, keep, keep_body, queries
from tests.jobs.asked import row
from webapp.core.db import db, utc_now
from webapp.deadlock import actions
from webapp.deadlock.pages.player import wilson
from webapp.deadlock.store import players
from webapp.deadlock.store.players import Played
from webapp.jobs import Later, Refused, Run, perform
from webapp.jobs.models import JobRun

ADA = 900_000_001
PAGE = f"/deadlock/players/{ADA}"
TABS = ("", "/map", "/data")
ODD = ("four_lanes_old", "pause", "abandoned", "short", "stomp", "comeback", "base_race")


@pytest.mark.parametrize("scenario", ODD)
def test_an_odd_match_reads_on_every_tab(client: FlaskClient, scenario: str) -> None:
    keep(5200 + ODD.index(scenario), scenario)
    path = f"/deadlock/matches/{5200 + ODD.index(scenario)}"
    for tab in TABS:
        for headers in ({}, PART, {"Accept": "application/json"}):
            answer = client.get(path + tab, headers=headers)
            assert answer.status_code == 200
            assert b"None" not in answer.data.replace(b"None yet", b"")
    page = client.get(f"{path}.json").json
    assert sum(len(group["rows"]) for group in page["groups"]) == 12


def test_a_pause_is_a_mark_and_an_early_leaver_is_named(client: FlaskClient) -> None:
    keep(5301, "pause")
    keep(5302, "abandoned")
    assert "Paused for" in client.get("/deadlock/matches/5301").text
    assert "left at" in client.get("/deadlock/matches/5302").text


def test_an_old_match_says_what_it_lacks(client: FlaskClient) -> None:
    keep(5303, "four_lanes_old")
    page = client.get("/deadlock/matches/5303/data.json").json
    assert page["missing"]
    assert page["missing"][0] in client.get("/deadlock/matches/5303/data").text


@pytest.mark.parametrize("name", ["m31067068", "m35077269", "m54331746"])
def test_a_real_match_reads_on_every_tab(client: FlaskClient, shared_data: Path, name: str) -> None:
    body = (shared_data / "deadlock" / "metadata" / f"{name}.json").read_bytes()
    match_id = keep_body(body)
    for tab in TABS:
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
    assert client.get(f"/deadlock/matches/{match_id}").status_code == 404
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
    assert answer.status_code == 404
    assert answer.text.lstrip().startswith('<section id="unknown"')


def history(lines: int = 60) -> None:
    start = datetime(2026, 3, 1, tzinfo=UTC)
    players.save_history(
        ADA,
        [
            Played(
                match_id=40_000 + number,
                started_at=start + timedelta(hours=number),
                duration_s=1800,
                hero_id=1 + number % 3,
                game_mode="Normal",
                match_mode="Unranked",
                won=None if number % 10 == 9 else number % 3 == 0,
                abandoned=number == 5,
                kills=number,
                deaths=1,
                assists=2,
                souls=30_000,
                last_hits=100,
                denies=3,
            )
            for number in range(lines)
        ],
    )
    db.session.commit()


def test_an_account_nobody_asked_for_has_a_button(client: FlaskClient) -> None:
    page = client.get(f"{PAGE}.json").json
    assert (page["known"], page["total"], page["lines"]) == (False, 0, [])
    assert f'action="{PAGE}/history"' in client.get(PAGE).text


def test_a_player_is_told_newest_first_with_what_is_decided(client: FlaskClient) -> None:
    history()
    page = client.get(f"{PAGE}.json").json
    assert (page["total"], page["decided"], page["wins"]) == (60, 54, 18)
    shown = [line["match_id"] for line in page["lines"]]
    assert shown == sorted(shown, reverse=True)
    assert len(shown) == 25
    assert {line["result"] for line in page["lines"]} == {"Won", "Lost", "No result"}
    last = client.get(f"{PAGE}.json?page=3").json
    assert [line["result"] for line in last["lines"] if line["match_id"] == 40_005] == ["Left"]


@pytest.mark.parametrize(
    ("asked", "total", "shown"),
    [
        ("hero=1", 20, 1),
        ("hero=1&result=won", 18, 1),
        ("result=lost", 36, 1),
        ("result=won&page=99", 18, 1),
        ("page=3", 60, 3),
        ("page=-4", 60, 1),
        ("page=x&hero=y&result=z", 60, 1),
        ("hero=999", 0, 1),
        ("hero=99999999999999999999", 0, 1),
    ],
)
def test_a_player_can_be_narrowed_down(
    client: FlaskClient, asked: str, total: int, shown: int
) -> None:
    history()
    told = client.get(f"{PAGE}.json?{asked}").json
    assert (told["total"], told["page"]) == (total, shown)
    for headers in ({}, PART):
        assert client.get(f"{PAGE}?{asked}", headers=headers).status_code == 200


def test_every_line_says_how_far_its_match_is(client: FlaskClient) -> None:
    history(12)
    keep(40_011, "short")
    for match_id, end in (
        (40_010, None),
        (40_009, Later("Not yet.", utc_now())),
        (40_008, Refused("No.")),
    ):
        run = ask(match_id)

        def job(_run: Run, end: Exception | None = end) -> None:
            if end:
                raise end

        if end:
            perform(run.id, {"deadlock.match": job})
    page = client.get(f"{PAGE}.json").json
    states = {line["match_id"]: line["state"] for line in page["lines"]}
    assert [states[40_011 - n] for n in range(5)] == [
        "ready", "live", "waiting", "failed", "unasked"]  # fmt: skip
    assert page["busy"] == 2
    assert 'hx-trigger="every 3s"' in client.get(PAGE, headers=PART).text


def test_a_finished_list_stops_asking(client: FlaskClient) -> None:
    history(3)
    assert "hx-trigger" not in client.get(PAGE, headers=PART).text


def test_a_page_of_matches_is_asked_for_at_once_in_the_slow_lane(client: FlaskClient) -> None:
    history(30)
    keep(40_029, "short")
    answer = client.post(f"{PAGE}/analyses?page=1", headers=OURS)
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{PAGE}?page=1#matches"
    runs = db.session.scalars(select(JobRun)).all()
    assert {run.args["match_id"] for run in runs} == set(range(40_005, 40_029))
    assert {run.queue for run in runs} == {"bulk"}
    client.post(f"{PAGE}/analyses", headers=OURS)
    assert len(db.session.scalars(select(JobRun)).all()) == 24


def test_a_players_own_analysed_match_is_listed_without_a_history(client: FlaskClient) -> None:
    keep(5305, "short")
    account = client.get("/deadlock/matches/5305.json").json["groups"][0]["rows"][0]["account_id"]
    page = client.get(f"/deadlock/players/{account}.json").json
    assert [line["match_id"] for line in page["lines"]] == [5305]
    assert page["lines"][0]["state"] == "ready"


def test_a_players_page_costs_the_same_however_long(client: FlaskClient) -> None:
    costs = []
    for lines in (5, 60):
        history(lines)
        with queries() as asked:
            assert client.get(PAGE).status_code == 200
        costs.append(len(asked))
    assert costs[0] == costs[1] <= 7


def test_a_failed_update_says_why(client: FlaskClient) -> None:
    history(2)
    url = actions.ask_for_history(ADA)

    def refused(_run: Run) -> None:
        raise Refused("This player keeps their matches private.")

    assert client.get(f"{PAGE}.json").json["fetching_url"] == url
    found = db.session.scalars(select(JobRun)).one()
    perform(found.id, {"deadlock.history": refused})
    assert row(found.id).state == "failed"
    assert "This player keeps their matches private." in client.get(PAGE).text


@pytest.mark.parametrize(
    ("wins", "n", "low", "high"),
    [(0, 0, 0, 1), (0, 10, 0, 0.278), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1)],
)
def test_wilsons_interval(wins: int, n: int, low: float, high: float) -> None:
    assert wilson(wins, n) == pytest.approx((low, high), abs=0.001)
