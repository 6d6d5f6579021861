"""Beside a table that follows a choice, the CSV is of that choice and its link says so."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

from tests.lol.kept import ADA, bodies_of, keep, ranked
from tests.lol.told import RIFT, keep_bodies
from tests.tables import beside, csv_rows
from webapp.core.db import utc_now
from webapp.lol.domain.played import Rank
from webapp.lol.domain.summoner.ladder import SOLO
from webapp.lol.store.shapes import shelf
from webapp.simulator.riot.scenarios import games_of

MATCH = f"/lol/matches/{RIFT}"
SPAN = "from=600&to=1200"
Rows = list[dict[str, str]]


@pytest.fixture(autouse=True)
def kept(app: object) -> None:
    assert app
    keep(RIFT)


@pytest.mark.parametrize("query", ["", "t=900", SPAN, "player=2", f"player=2&{SPAN}", "player=x"])
def test_findings_are_those_told(client: FlaskClient, query: str) -> None:
    page, rows = beside(client, f"{MATCH}/findings", query, "findings")
    assert [row["sentence"] for row in rows] == [one["sentence"] for one in page["cards"]]
    assert {row["slot"] for row in rows} <= {"2" if "player=2" in query else ""}
    if "from" in query:
        assert all(600 <= one["at_s"] <= 1200 for one in page["cards"])


def test_without_a_player_all_findings_are_there(client: FlaskClient) -> None:
    rows = csv_rows(client, f"{MATCH}/tables/findings.csv")
    assert len({row["slot"] for row in rows}) > 2


@pytest.mark.parametrize("query", ["", "player=2", f"player=2&{SPAN}"])
def test_games_alike_are_those_shown(client: FlaskClient, query: str) -> None:
    if not shelf().has_vectors:
        pytest.skip("this database has no vector extension")
    for one in games_of(ADA)[:4]:
        keep(one.match_id)
    page, rows = beside(client, f"{MATCH}/findings", query, "alike")
    assert [row["url"] for row in rows] == [one["href"] for one in page["alike"]["rows"]] != []
    assert all(("player=" in row["url"]) == ("player" in query) for row in rows)


def test_figures_of_a_role_are_those_shown(client: FlaskClient) -> None:
    for one in games_of(ADA)[:4]:
        keep(one.match_id)
    page, rows = beside(client, f"{MATCH}/findings", "player=2", "role")
    assert [(row["word"], row["percent"]) for row in rows] == [
        (one["word"], str(one["percent"])) for one in page["role"]
    ]
    assert rows


def test_ranks_are_those_seen(client: FlaskClient) -> None:
    table = f"{MATCH}/tables/ranks.csv"
    assert csv_rows(client, table) == []
    for one in json.loads(bodies_of(RIFT)[0])["info"]["participants"][:3]:
        ranked(one["puuid"], Rank(SOLO, utc_now(), "GOLD", "II", 40, 10, 8))
    shown = client.get(f"{MATCH}.json").json
    assert shown
    told = [(row["slot"], row["rank"], row["seen_at"]) for row in csv_rows(client, table)]
    lines = shown["ranks"]["lines"]
    assert [one[:2] for one in told] == [(str(one["seat"]["slot"]), one["words"]) for one in lines]
    assert all(seen_at for *_, seen_at in told)


@pytest.mark.parametrize("query", ["", "t=900", SPAN])
def test_deaths_fights_and_kills_are_those_shown(client: FlaskClient, query: str) -> None:
    page, deaths = beside(client, f"{MATCH}/combat", query, "deaths")
    assert [int(row["at_s"]) for row in deaths] == [one["at_s"] for one in page["deaths"]]
    _, fights = beside(client, f"{MATCH}/combat", query, "fights")
    assert len(fights) == len(page["fights"])
    _, fighters = beside(client, f"{MATCH}/combat", query, "fighters")
    assert [row["kills"] for row in fighters] == [one["kills"] for one in page["fighters"]]


@pytest.mark.parametrize("query", ["", "t=900", SPAN])
def test_objectives_are_those_shown(client: FlaskClient, query: str) -> None:
    page, counts = beside(client, f"{MATCH}/objectives", query, "counts")
    seen = page["seen"]
    assert [(row["what"], int(row["a"])) for row in counts] == [
        (one["what"], one["a"]) for one in seen["counts"]
    ]
    for name in ("buildings", "notes"):
        rows = csv_rows(client, page["csv"][name])
        assert [int(row["at_s"]) for row in rows] == [one["at_s"] for one in seen[name]]
    monsters = csv_rows(client, page["csv"]["monsters"])
    assert {one["at_s"] for one in seen["monsters"]} <= {int(row["at_s"]) for row in monsters}
    assert all(int(row["at_s"]) <= 1200 for row in monsters if query)


def test_the_map_s_tables_are_of_the_minute_before(client: FlaskClient) -> None:
    at_s = int(csv_rows(client, f"{MATCH}/tables/deaths.csv")[5]["at_s"])
    for second in (at_s, at_s + 1):
        _, deaths = beside(client, f"{MATCH}/map", f"t={second}", "deaths")
        assert str(at_s) in [row["at_s"] for row in deaths]
        assert all(second - 60 <= int(row["at_s"]) <= second for row in deaths)


@pytest.mark.parametrize("query", ["", "t=900", SPAN])
def test_items_abilities_and_wards_are_of_the_stretch(client: FlaskClient, query: str) -> None:
    first, last = {"": (0, 10**9), "t=900": (0, 900), SPAN: (600, 1200)}[query]
    for tab, name in (("/builds", "items"), ("/builds", "skills"), ("/vision", "wards")):
        _, rows = beside(client, f"{MATCH}{tab}", query, name)
        whole = csv_rows(client, f"{MATCH}/tables/{name}.csv")
        begins = 0 if name == "skills" else first  # an order of abilities begins at its first
        assert rows == [row for row in whole if begins <= int(row["at_s"]) <= last]
    page, sights = beside(client, f"{MATCH}/vision", query, "vision")
    assert [row["cleared"] for row in sights] == [one["cleared"] for one in page["players"]]


@pytest.mark.parametrize("query", ["t=600", SPAN])
def test_lanes_and_minutes_are_of_the_frames(client: FlaskClient, query: str) -> None:
    page, rows = beside(client, f"{MATCH}/laning", query, "laning")
    assert {row["mark_s"] for row in rows} == {""}
    assert len(rows) == 2 * len(page["lanes"]["duels"])
    assert rows != csv_rows(client, f"{MATCH}/tables/laning.csv")
    page, minutes = beside(client, f"{MATCH}/economy", query, "minutes")
    last = max(int(row["at_s"]) for row in minutes)
    gold = {row["slot"]: int(row["gold"]) for row in minutes if int(row["at_s"]) == last}
    if "t=" in query:
        shown = [one for group in page["economy"]["groups"] for one in group["rows"]]
        assert {str(one["seat"]["slot"]): one["gold"] for one in shown} == gold
    visits = csv_rows(client, page["csv"]["shopping"])
    times = {one["at_s"] for row in page["economy"]["shopping"] for one in row["visits"] or ()}
    assert {int(row["at_s"]) for row in visits} == times


@pytest.mark.parametrize(("ends_s", "marks"), [(720, {"600", ""}), (540, {""})])
def test_a_short_game_s_lanes_are_told_at_its_end(
    client: FlaskClient, ends_s: int, marks: set[str]
) -> None:
    body, told = (json.loads(one) for one in bodies_of(RIFT) if one)
    told["info"]["frames"] = told["info"]["frames"][: ends_s // 60 + 1]
    body["info"]["gameDuration"] = ends_s
    kept = f"/lol/matches/{keep_bodies(body, told)}"
    page, rows = beside(client, f"{kept}/laning", "", "laning")
    assert {row["mark_s"] for row in rows} == marks
    last = [row for row in rows if not row["mark_s"]]
    assert len(last) == 2 * len(page["lanes"]["duels"])


def test_without_a_timeline_no_ward_of_any_phase_is_said_to_be_nought(client: FlaskClient) -> None:
    body, _ = bodies_of(RIFT)
    kept = f"/lol/matches/{keep_bodies(json.loads(body))}"
    page, rows = beside(client, f"{kept}/vision", "", "vision")
    assert {row["placed_early"] for row in rows} == {""}
    assert [row["cleared"] for row in rows] == [
        one["cleared"].replace("–", "") for one in page["players"]
    ]
