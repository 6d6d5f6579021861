"""What a player's page says: newest first, narrowed down, each line as far as its match is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.archive import OURS
from tests.deadlock.kept import PART, keep, queries
from tests.jobs.asked import row
from tests.questions import round_trips
from webapp.core.db import db, utc_now
from webapp.deadlock import actions
from webapp.deadlock.store import players
from webapp.deadlock.store.players import Played
from webapp.jobs import Later, Refused, Run, perform
from webapp.jobs.models import JobRun
from webapp.matchroom.files import Provenance

ADA = 900_000_001
PAGE = f"/deadlock/players/{ADA}"


def ask(match_id: int) -> JobRun:
    url = actions.ask_for_match(match_id)
    found = db.session.scalar(select(JobRun).order_by(JobRun.created_at.desc()))
    assert found
    assert url.endswith(str(found.id))
    return found


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
        utc_now(),
    )
    db.session.commit()


def test_an_account_nobody_asked_for_has_a_button(client: FlaskClient) -> None:
    page = client.get(f"{PAGE}.json").json
    assert (page["head"]["known"], page["total"], page["lines"]) == (False, 0, [])
    assert f'action="{PAGE}/history"' in client.get(PAGE).text


def test_a_player_is_told_newest_first_with_what_is_decided(client: FlaskClient) -> None:
    history()
    page = client.get(f"{PAGE}.json").json
    assert (page["total"], page["share"]["n"], page["share"]["wins"]) == (60, 54, 18)
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


@pytest.mark.parametrize("provenance", ["upload", "generated"])
def test_what_only_a_file_tells_is_listed_and_not_counted(
    client: FlaskClient, provenance: Provenance
) -> None:
    """Anybody may write a file with anybody's number in it: it makes no record and no share."""
    keep(5305, "short", provenance)
    account = client.get("/deadlock/matches/5305.json").json["groups"][0]["rows"][0]["account_id"]
    address = f"/deadlock/players/{account}"
    page = client.get(f"{address}.json").json
    assert [(line["match_id"], line["state_text"]) for line in page["lines"]] == [
        (5305, "analysed, not counted")
    ]
    assert (page["share"]["n"], page["kda"], page["heroes"], page["records"]) == (0, "", [], [])
    assert client.get(address).status_code == 200
    for table in ("heroes", "records"):
        assert client.get(f"{address}/tables/{table}.csv").text.count("\n") == 1
    keep(5305, "short")
    page = client.get(f"{address}.json").json
    assert (page["share"]["n"], page["lines"][0]["state_text"]) == (1, "analysed")


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

    assert client.get(f"{PAGE}.json").json["head"]["fetching_url"] == url
    found = db.session.scalars(select(JobRun)).one()
    perform(found.id, {"deadlock.history": refused})
    assert row(found.id).state == "failed"
    assert "This player keeps their matches private." in client.get(PAGE).text


def test_a_page_of_many_matches_goes_to_the_database_twice(client: FlaskClient) -> None:
    history(100)
    client.get(PAGE)
    with round_trips() as trips:
        assert client.get(PAGE).status_code == 200
    assert len(trips) <= 2, "\n\n".join(trips)
