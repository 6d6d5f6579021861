"""The Economy tab: whole, in part, as JSON, over a stretch, a player followed, its cost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.deadlock.asking import asking
from tests.deadlock.kept import PATH, keep, keep_body
from tests.deadlock.small_match import MATCH_ID, small_match
from tests.tables import csv_rows

PAGE = f"{PATH}/economy"
pytestmark = pytest.mark.usefixtures("kept_match")
told = asking("/economy")


def test_books_add_up_to_the_scoreboard(client: FlaskClient) -> None:
    page = told(client)
    board = {row["slot"]: row for group in _groups(client) for row in group["rows"]}
    for side in page["economy"]["books"]["sides"]:
        for row in side["rows"]:
            assert row["worth"] == board[row["slot"]]["values"]["souls"]
            assert row["gross"] == sum(cell["value"] for cell in row["cells"])


def _groups(client: FlaskClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (client.get(f"{PATH}.json").json or {})["groups"]
    return found


def test_a_moment_is_brought_to_a_sample_and_says_so(client: FlaskClient) -> None:
    page = told(client, "?t=700")
    assert page["economy"]["shown"] == "0:00–9:00, the last sample by 11:40"
    assert page["economy"]["until"] == "9:00"
    assert page["follows"] == 700
    assert all(chart["cursor"] for chart in page["economy"]["charts"])
    assert 'data-follows="700"' in client.get(PAGE + "?t=700").text


def test_a_span_marks_its_intervals_and_wins_over_the_moment(client: FlaskClient) -> None:
    page = told(client, "?from=540&to=900&t=100")
    shown = [head["word"] for head in page["economy"]["income"]["heads"] if head["shown"]]
    assert shown == ["9–12", "12–15"]
    assert all(chart["cursor"] is None for chart in page["economy"]["charts"])
    assert page["economy"]["charts"][0]["span"]["x"] > 0


def test_a_player_is_followed_in_every_link(client: FlaskClient) -> None:
    page = told(client, "?player=3&t=700&of=farm")
    assert page["economy"]["one"]["slot"] == 3
    counts = [choice["href"] for choice in page["economy"]["counts"]]
    assert counts[1] == f"{PAGE}?t=700&player=3&count=share&of=farm"
    weights = [curve["weight"] for curve in _curves(page)]
    assert weights.count("main") == 1
    assert weights.count("quiet") == len(weights) - 1


def _curves(page: dict[str, Any]) -> list[dict[str, Any]]:
    charts = page["economy"]["charts"]
    return [curve for chart in charts for curve in chart["plot"]["shapes"]["curves"]]


def test_one_players_rows_add_up(client: FlaskClient) -> None:
    one = told(client, "?player=3")["economy"]["one"]
    sums = {row["word"]: row for row in one["sums"]}
    assert sum(row["total"] for row in one["rows"]) == sums["Earned"]["total"]
    assert sum(sums["Earned"]["values"]) == sums["Earned"]["total"]
    assert abs(sum(row["percent"] for row in one["rows"]) - 100) <= len(one["rows"])


@pytest.mark.parametrize("query", ["?player=99&count=x&of=y", "?player=1e3", "?t=99999", "?t=0"])
def test_a_choice_that_makes_no_sense_is_as_good_as_none(client: FlaskClient, query: str) -> None:
    page = told(client, query)
    assert page["player"] is None
    assert page["economy"]["income"]["figure"] == "rate"


def test_shares_are_per_cent_of_the_side(client: FlaskClient) -> None:
    table = told(client, "?count=share")["economy"]["income"]
    for side in table["sides"]:
        for column in zip(*(row["cells"] for row in side["rows"]), strict=True):
            assert 96 <= sum(cell["value"] for cell in column) <= 104
            assert sum(cell["most"] for cell in column) >= 1


@pytest.mark.parametrize("name", ["souls", "economy", "lead-changes"])
def test_every_table_is_there_as_csv(client: FlaskClient, name: str) -> None:
    rows = csv_rows(client, f"{PATH}/tables/{name}.csv")
    assert rows or name == "lead-changes"
    if name == "souls":
        page = told(client)["economy"]["books"]
        gross = sum(row["gross"] for side in page["sides"] for row in side["rows"])
        assert sum(int(row["souls"]) for row in rows) == gross


@pytest.mark.parametrize("scenario", ["comeback", "stomp", "abandoned", "four_lanes_old"])
def test_every_kind_of_match_is_told(client: FlaskClient, scenario: str) -> None:
    keep(5002, scenario)
    page = told(client, path="/deadlock/matches/5002")
    assert page["economy"]["story"]["sentence"].endswith(".")
    assert client.get("/deadlock/matches/5002/economy").status_code == 200


def test_a_match_without_samples_says_so(client: FlaskClient) -> None:
    body = small_match()
    for player in body["match_info"]["players"]:
        player["stats"] = []
    keep_body(json.dumps(body).encode())
    answer = client.get(f"/deadlock/matches/{MATCH_ID}/economy")
    assert answer.status_code == 200
    assert "No samples" in answer.text
