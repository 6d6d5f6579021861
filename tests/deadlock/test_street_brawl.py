"""A match of Street Brawl: every tab reads, and none speaks of the usual map's lanes."""

from __future__ import annotations

import json
import re

import pytest
from flask.testing import FlaskClient

from tests.deadlock.asking import asking
from tests.deadlock.kept import PART, body_of, keep, keep_body
from tests.deadlock.small_match import MATCH_ID, small_match
from tests.tables import csv_rows
from webapp.deadlock.domain.analysis import analyse
from webapp.deadlock.domain.findings.fighting import fights_won
from webapp.deadlock.domain.findings.material import SLICES, material_of
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.pages.frame import SUB_PAGES, TABS

BRAWL = 5015
PATH = f"/deadlock/matches/{BRAWL}"
PAGES = [path for _, _, path in (*TABS, *SUB_PAGES)]
LANE_WORDS = re.compile(
    r"(?:yellow|blue|green) lanes?\b|(?:yellow|blue|green), (?:own|enemy|mid)", re.IGNORECASE
)


@pytest.fixture
def _brawl(names: None) -> None:
    assert names is None
    keep(BRAWL, "street_brawl")


@pytest.mark.usefixtures("_brawl")
@pytest.mark.parametrize("path", PAGES)
def test_every_tab_reads_and_none_names_a_lane(client: FlaskClient, path: str) -> None:
    for query in ("", "?t=600", "?from=300&to=900", "?player=3"):
        for headers in ({}, PART):
            answer = client.get(PATH + path + query, headers=headers)
            assert answer.status_code == 200
            assert not LANE_WORDS.findall(answer.text), (path, query)


@pytest.mark.usefixtures("_brawl")
def test_laning_says_why_and_nobody_has_a_lane(client: FlaskClient) -> None:
    assert "Street Brawl is played without lanes." in client.get(f"{PATH}/laning").text
    rows = csv_rows(client, f"{PATH}/tables/scoreboard.csv")
    assert {row["lane"] for row in rows} == {""}


@pytest.mark.usefixtures("_brawl")
def test_the_map_shows_the_buildings_that_objectives_tells(client: FlaskClient) -> None:
    told = json.loads(body_of(BRAWL, "street_brawl"))["match_info"]["objectives"]
    page = asking("/map")(client, path=PATH)
    assert len(page["map"]["scene"]["buildings"]) == len(told)
    assert len(csv_rows(client, f"{PATH}/tables/objectives.csv")) == len(told)
    assert page["map"]["lane_names"] == []
    assert not any("standing" in side["summary"] for side in page["map"]["sides"])
    assert ">none hurt<" in client.get(f"{PATH}/objectives").text
    assert {row["place"] for side in page["map"]["sides"] for row in side["rows"]} <= {"", None}


@pytest.mark.usefixtures("_brawl")
def test_deaths_fights_and_movement_have_no_named_place(client: FlaskClient) -> None:
    for table in ("deaths", "fights"):
        assert {row["place"] for row in csv_rows(client, f"{PATH}/tables/{table}.csv")} == {""}
    parts = {"own_base_share", "middle_share", "off_lane_share"}
    for row in csv_rows(client, f"{PATH}/tables/minutes.csv"):
        assert {value for key, value in row.items() if key.startswith("region")} <= {""}
    figures = csv_rows(client, f"{PATH}/tables/figures.csv")
    assert all(row[part] == "" for row in figures for part in parts & row.keys())


def test_a_fight_without_a_named_place_reads_as_a_sentence() -> None:
    match = parse_metadata(body_of(BRAWL, "street_brawl"))
    analysis = analyse(match)
    assert analysis.lanes.verdicts == ()
    heroes = {player.slot: f"Hero {player.slot}" for player in match.players}
    slices = {name: getattr(analysis, name) for name in SLICES}
    found = list(fights_won(material_of(slices, heroes, match.duration_s, None)))
    assert found
    assert all(" won a fight by " in one.sentence for one in found)


def test_a_mode_nobody_knows_here_says_so(client: FlaskClient, names: None) -> None:
    assert names is None
    body = small_match()
    body["match_info"]["game_mode"] = 77
    keep_body(json.dumps(body).encode())
    said = client.get(f"/deadlock/matches/{MATCH_ID}/laning").text
    assert "What lanes there are in the mode “77” is not known here." in said
