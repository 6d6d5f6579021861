"""The Fights page: the list and one fight in full; what the strip and the address choose."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.deadlock.asking import asking
from tests.deadlock.kept import MATCH, PART, PATH, keep, keep_body
from tests.deadlock.small_match import MATCH_ID, small_body
from tests.tables import csv_rows
from webapp.simulator.deadlock import SCENARIOS

PAGE = f"{PATH}/combat/fights"
pytestmark = pytest.mark.usefixtures("names")
told = asking("/combat/fights")


def test_the_page_stands_under_combat_and_opens_the_largest(client: FlaskClient) -> None:
    keep()
    page = told(client)
    assert page["known_by"] == "combat"
    assert [link["word"] for link in page["links"] if link["current"]] == ["Fights"]
    assert page["title"] == "The largest fight"


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_any_match_reads_whole_in_part_and_opened(client: FlaskClient, scenario: str) -> None:
    keep(MATCH, scenario)
    for query in ("", "?t=600", "?player=3&all=1", "?from=60&to=600"):
        for headers in ({}, PART):
            answer = client.get(PAGE + query, headers=headers)
            assert answer.status_code == 200
            assert "None" not in answer.text.replace("None yet", "")


@pytest.mark.parametrize(
    ("name", "known_by"),
    [("m31067068", "deaths"), ("m35077269", "combat"), ("m54331746", "combat")],
)
def test_every_fight_of_a_real_match_opens(
    client: FlaskClient, shared_data: Path, name: str, known_by: str
) -> None:
    match_id = keep_body((shared_data / "deadlock" / "metadata" / f"{name}.json").read_bytes())
    page = told(client, "?all=1", f"/deadlock/matches/{match_id}")
    assert page["known_by"] == known_by
    assert len(page["rows"]) == page["in_all"] > 40
    assert page["outside"] <= page["deaths"] / 4
    for row in page["rows"][::9]:
        opened = client.get(row["href"].replace("/fights?", "/fights.json?")).json["opened"]
        assert opened["number"] == row["row"]["number"]
        assert sum(side["fell"] for side in opened["sides"]) == len(opened["kills"])
        assert client.get(row["href"]).status_code == 200


def test_fights_without_a_death_are_listed_when_asked_for(client: FlaskClient) -> None:
    keep()
    some, every = told(client), told(client, "?all=1")
    assert len(some["rows"]) < len(every["rows"]) == every["in_all"]
    assert "nobody fell" in {row["row"]["outcome"] for row in every["rows"]}
    assert "nobody fell" not in {row["row"]["outcome"] for row in some["rows"]}
    assert [choice["current"] for choice in every["kinds"]] == [False, True]


def test_deaths_in_and_outside_of_fights_are_all_deaths(client: FlaskClient) -> None:
    keep()
    page = told(client)
    fights = csv_rows(client, f"{PATH}/tables/fights.csv")
    inside = [number for row in fights for number in row["deaths"].split()]
    assert len(inside) + page["outside"] == page["deaths"]
    kills = sum(row["row"][side]["kills"] for row in page["rows"] for side in "ab")
    assert 0 < kills <= len(inside)


def test_a_player_has_their_own_fights(client: FlaskClient) -> None:
    keep()
    page = told(client, "?player=3")
    assert 0 < len(page["rows"]) < len(told(client)["rows"])
    for row in page["rows"][:5]:
        opened = client.get(row["href"].replace("/fights?", "/fights.json?")).json["opened"]
        assert 3 in [part["fighter"]["slot"] for part in opened["parts"]]


def test_the_strip_chooses_the_fight(client: FlaskClient) -> None:
    keep()
    rows = told(client)["rows"]
    third, fourth = (
        told(client, "?" + rows[n]["href"].partition("?")[2])["opened"] for n in (2, 3)
    )
    number = third["number"]
    at = third["start_s"] + 1
    assert told(client, f"?t={at}")["opened"]["number"] == number
    assert told(client, f"?t={at}")["opened"]["map_clock"] != third["map_clock"]
    moved = told(client, f"?t={fourth['start_s']}&fight={rows[0]['row']['number']}")
    assert moved["opened"]["number"] == fourth["number"]
    assert told(client, "?t=1")["opened"] is None
    assert told(client, f"?t={at}")["said"].startswith("Going on at ")
    assert told(client, f"?t={fourth['end_s'] + 2}")["said"].startswith("The last begun by ")
    span = told(client, f"?from={third['start_s']}&to={third['end_s']}")
    assert number in [row["row"]["number"] for row in span["rows"]]
    assert len(span["rows"]) < len(rows)
    assert span["opened"]["number"] in [row["row"]["number"] for row in span["rows"]]


@pytest.mark.parametrize("query", ["?fight=9999&player=99", "?fight=x&player=²", "?all=2"])
def test_a_choice_that_makes_no_sense_is_as_good_as_none(client: FlaskClient, query: str) -> None:
    keep()
    page = told(client, query)
    assert (page["title"], page["player"]) == ("The largest fight", None)
    assert len(page["rows"]) == len(told(client)["rows"])


def test_souls_say_between_which_samples_and_for_how_many_kills(client: FlaskClient) -> None:
    keep()
    opened = told(client)["opened"]
    for line in opened["souls"]:
        assert line["inside"] <= line["kills"]
    for side in "ab":
        dealt = [one for one in opened["kills"] if (one["killer"] or {}).get("side") == side]
        inside = [one["inside"] for one in opened["souls"] if one["side"] == side]
        assert sum(inside) == len(dealt)


def test_a_match_without_positions_says_so(client: FlaskClient) -> None:
    keep_body(small_body(paths=False))
    path = f"/deadlock/matches/{MATCH_ID}"
    page = told(client, path=path)
    assert (page["known_by"], page["rows"], page["opened"]) == ("", [], None)
    assert "No fights to tell" in client.get(f"{path}/combat/fights").text


def test_the_tables_hold_every_fight_and_everybody_in_it(client: FlaskClient) -> None:
    keep()
    page = told(client, "?all=1")
    fights = csv_rows(client, f"{PATH}/tables/fights.csv")
    assert [int(row["number"]) for row in fights] == [one["row"]["number"] for one in page["rows"]]
    fighters = csv_rows(client, f"{PATH}/tables/fighters.csv")
    for row in fights:
        own = [one for one in fighters if one["fight"] == row["number"]]
        assert len(own) == int(row["fought_a"]) + int(row["fought_b"])
