"""Beside a table that follows a choice, the CSV is of that choice and its link says so."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.dota2.kept import PARSED, keep
from tests.tables import beside, csv_rows

MATCH = f"/dota2/matches/{PARSED}"
SPAN = "from=600&to=1500"
Rows = list[dict[str, str]]


@pytest.fixture(autouse=True)
def kept(app: object) -> None:
    assert app
    keep(PARSED)


@pytest.mark.parametrize("query", ["", "t=900", SPAN, "player=2", f"player=2&{SPAN}", "player=x"])
def test_findings_are_those_told(client: FlaskClient, query: str) -> None:
    page, rows = beside(client, f"{MATCH}/findings", query, "findings")
    assert [row["sentence"] for row in rows] == [one["sentence"] for one in page["cards"]]
    if "from" in query:
        assert all(600 <= one["at_s"] <= 1500 for one in page["cards"])


@pytest.mark.parametrize("query", ["", "t=900", SPAN, "player=2", f"player=2&{SPAN}"])
def test_fights_are_those_listed(client: FlaskClient, query: str) -> None:
    page, rows = beside(client, f"{MATCH}/fights", query, "fights")
    assert [int(row["number"]) for row in rows] == [one["number"] for one in page["rows"]]
    assert (len(rows) < page["in_all"]) == (query not in {"", "t=900"})
    if page["opened"]:
        _, parts = beside(client, f"{MATCH}/fights", query, "fighters")
        assert {int(row["number"]) for row in parts} == {page["opened"]["number"]}


@pytest.mark.parametrize("query", ["", "t=900", SPAN])
def test_objectives_are_those_shown(client: FlaskClient, query: str) -> None:
    page, rows = beside(client, f"{MATCH}/objectives", query, "buildings")
    shown = [one["fell_at_s"] for group in page["groups"] for one in group["rows"]]
    fell = sorted(row["fell_at_s"] for row in rows)
    assert fell == sorted("" if one is None else str(one) for one in shown)
    roshans = csv_rows(client, page["csv"]["roshans"])
    assert [int(row["at_s"]) for row in roshans] == [one["at_s"] for one in page["roshans"]]
    runes = csv_rows(client, page["csv"]["runes"])
    assert len(runes) == sum(row["total"] for row in page["runes"]["rows"])


@pytest.mark.parametrize("query", ["", "t=900", f"kind=sentry&side=b&{SPAN}", "player=3"])
def test_wards_are_those_drawn(client: FlaskClient, query: str) -> None:
    page, rows = beside(client, f"{MATCH}/map", query, "wards")
    assert [(row["kind"], row["placed_s"]) for row in rows] == [
        (one["kind"], "" if one["placed_at_s"] is None else str(one["placed_at_s"]))
        for one in page["rows"]
    ]


@pytest.mark.parametrize("query", ["player=3", "player=3&t=900", f"player=3&{SPAN}"])
def test_what_was_bought_is_the_chosen_player_s(client: FlaskClient, query: str) -> None:
    page, rows = beside(client, f"{MATCH}/builds", query, "bought")
    assert {row["slot"] for row in rows} == {"3"}
    assert [int(row["at_s"]) for row in rows] == [one["at_s"] for one in page["one"]["purchases"]]
    _, everybody = beside(client, f"{MATCH}/builds", query, "purchases")
    assert len({row["slot"] for row in everybody}) == 10
    _, points = beside(client, f"{MATCH}/builds", query, "abilities")
    assert len(points) == len(page["one"]["steps"])


@pytest.mark.parametrize("query", ["", "t=900", f"kind=kills&{SPAN}"])
def test_chat_and_log_are_those_shown(client: FlaskClient, query: str) -> None:
    page, log = beside(client, f"{MATCH}/chat", query, "log")
    assert [row["text"] for row in log] == [one["text"] for one in page["log"]]
    _, said = beside(client, f"{MATCH}/chat", query, "chat")
    assert [row["text"] for row in said] == [one["text"] for one in page["lines"]]


@pytest.mark.parametrize("query", ["", "t=420", "from=180&to=480"])
def test_lanes_are_those_of_the_minutes(client: FlaskClient, query: str) -> None:
    page, rows = beside(client, f"{MATCH}/laning", query, "laning")
    gold = {row["slot"]: row["gold"] for row in rows}
    for lane in page["lanes"]:
        for line in lane["rows"]:
            if line["key"] == "gold":
                people = [*lane["people_a"], *lane["people_b"]]
                values = [*line["values_a"], *line["values_b"]]
                told = {
                    str(one["slot"]): str(value) for one, value in zip(people, values, strict=True)
                }
                assert told.items() <= gold.items()
    _, kills = beside(client, f"{MATCH}/laning", query, "kills")
    assert len(kills) == len(page["kills"])


def test_where_laning_tells_no_kills_there_is_no_table_of_them(client: FlaskClient) -> None:
    page, _ = beside(client, f"{MATCH}/laning", "from=1200&to=1500", "laning")
    assert (page["kills"], "kills" in page["csv"]) == ([], False)


def test_leads_are_of_the_stretch(client: FlaskClient) -> None:
    page = client.get(f"{MATCH}/chance.json?{SPAN}").json
    assert page
    times = [int(row["at_s"]) for row in csv_rows(client, page["csv"]["lead"])]
    assert (times[0], times[-1]) == (600, 1500)
    assert len(csv_rows(client, f"{MATCH}/tables/lead.csv")) > len(times)


@pytest.mark.parametrize("query", ["t=900", SPAN])
def test_minutes_are_those_of_the_stretch(client: FlaskClient, query: str) -> None:
    for tab in ("", "/economy"):
        _, rows = beside(client, f"{MATCH}{tab}", query, "minutes")
        times = sorted({int(row["at_s"]) for row in rows})
        assert (times[0], times[-1]) == ((0, 900) if "t=" in query else (600, 1500))
