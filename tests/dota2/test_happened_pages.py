"""What the tabs of map, combat, objectives, fights, builds, chat and findings promise."""

from __future__ import annotations

import csv
import io
import json

import pytest
from flask.testing import FlaskClient

from tests.dota2.kept import (
    PARSED,
    PART,
    UNPARSED,
    body_of,
    keep,
    keep_body,
    keep_unparsed,
    queries,
)
from webapp.dota2.domain.words import PARSE_COST
from webapp.dota2.pages.table_list import HAPPENED
from webapp.dota2.pages.tables import table_csv
from webapp.matchroom.moment import Moment

TABS = {
    "map": ("", "?t=900", "?from=300&to=900&kind=sentry&side=b", "?player=9&kind=none"),
    "combat": ("", "?t=900&player=3", "?show=kills", "?show=healing&player=77"),
    "objectives": ("", "?t=900", "?from=300&to=900"),
    "fights": ("", "?t=900", "?from=300&to=1500&player=2", "?fight=1"),
    "builds": ("", "?t=900&player=7", "?from=300&to=900"),
    "chat": ("", "?t=900", "?from=300&to=900&kind=kills"),
    "findings": ("", "?t=900", "?player=2", "?from=300&to=1500"),
}
MATCH = f"/dota2/matches/{PARSED}"


@pytest.fixture
def kept(app: object) -> None:
    assert app
    keep(PARSED)


@pytest.mark.usefixtures("kept")
def test_every_tab_is_whole_a_part_or_json_at_any_moment(client: FlaskClient) -> None:
    for tab, addresses in TABS.items():
        for address in addresses:
            path = f"{MATCH}/{tab}{address}"
            whole, piece = client.get(path), client.get(path, headers=PART)
            assert whole.status_code == piece.status_code == 200, path
            assert whole.text.startswith("<!doctype html>")
            assert f'id="{tab}"' in piece.text
            assert "<html" not in piece.text
            assert piece.text.strip() in whole.text, path
            twin = client.get(path, headers={"Accept": "application/json"}).json
            assert (twin["tab"], twin["frame"]["match_id"]) == (tab, PARSED)
            assert client.get(f"{MATCH}/{tab}.json{address}").json == twin


@pytest.mark.usefixtures("kept")
def test_every_tab_costs_few_questions_a_304_one_and_little_weight(client: FlaskClient) -> None:
    for tab, addresses in TABS.items():
        for address in addresses[:3]:
            path = f"{MATCH}/{tab}{address}"
            with queries() as asked:
                answer = client.get(path, headers={"Accept-Encoding": "gzip"})
            assert 1 <= len(asked) <= 6, asked
            assert len(answer.data) < 45_000, path
            with queries() as asked:
                again = client.get(path, headers={"If-None-Match": answer.headers["ETag"]})
            assert (again.status_code, len(asked)) == (304, 1), path


def test_a_match_nobody_parsed_says_so_and_offers_to_ask(app: object, client: FlaskClient) -> None:
    assert app
    match = f"/dota2/matches/{keep_unparsed()}"
    for tab in TABS:
        answer = client.get(f"{match}/{tab}")
        assert answer.status_code == 200, tab
        assert f'action="{match}/parse"' in answer.text, tab
        assert f"counts it as {PARSE_COST} of this site’s calls" in answer.text, tab
        assert client.get(f"{match}/{tab}.json").json["parsed"] is False
    keep(UNPARSED)
    sample = client.get(f"/dota2/matches/{UNPARSED}/map").text
    assert "/parse" not in sample
    assert "generated sample: nobody can parse" in sample


@pytest.mark.usefixtures("app")
def test_a_match_not_kept_has_a_next_step_on_every_tab(client: FlaskClient) -> None:
    for tab in TABS:
        path = f"/dota2/matches/77777/{tab}"
        assert client.get(f"{path}.json").status_code == 404
        assert 'action="/dota2/matches/77777/analysis"' in client.get(path).text


@pytest.mark.usefixtures("kept")
def test_every_table_is_csv_with_a_heading_whatever_the_match_lacks() -> None:
    keep(UNPARSED)
    for name in HAPPENED:
        full, bare = table_csv(PARSED, name, Moment(), {}), table_csv(UNPARSED, name, Moment(), {})
        assert full is not None
        assert bare is not None
        rows = list(csv.reader(io.StringIO(full)))
        assert len(rows) > 1 or name in {"roshans", "chances"}, name
        assert len({len(row) for row in rows}) == 1, name
        assert bare.splitlines()[0].split(",")[0] == rows[0][0], name


@pytest.mark.usefixtures("kept")
def test_a_chosen_second_shows_what_stood_and_who_had_fallen_by_then(client: FlaskClient) -> None:
    twin = client.get(f"{MATCH}/objectives.json").json
    fell = [row for group in twin["groups"] for row in group["rows"] if row["fell_at_s"]]
    first = min(row["fell_at_s"] for row in fell)
    then = client.get(f"{MATCH}/objectives.json?t={first}").json
    later = [row for group in then["groups"] for row in group["rows"] if row["later"]]
    assert {row["fell_at_s"] for row in later} == {
        row["fell_at_s"] for row in fell if row["fell_at_s"] > first
    }
    every = client.get(f"{MATCH}/map.json").json["rows"]
    placed = max(row["placed_at_s"] for row in every)
    wards = client.get(f"{MATCH}/map.json?t={placed}").json["rows"]
    assert placed in {row["placed_at_s"] for row in wards}
    assert len(wards) < len(every)
    assert all(row["placed_at_s"] <= placed for row in wards)


@pytest.mark.usefixtures("kept")
def test_a_purchase_tells_net_worth_only_where_the_replay_does(client: FlaskClient) -> None:
    body = json.loads(body_of(PARSED)) | {"match_id": 7003}
    worth = [[gold - 7 * place for place, gold in enumerate(p["gold_t"])] for p in body["players"]]
    for player, column in zip(body["players"], worth, strict=True):
        player["net_worth_t"] = column
    keep_body(json.dumps(body).encode(), "upload")
    times = body["players"][3]["times"]
    told = client.get("/dota2/matches/7003/builds.json?player=3").json["one"]
    assert told["net_worth_known"] is True
    for one in told["purchases"]:
        minutes = [place for place, at_s in enumerate(times) if at_s <= one["at_s"]]
        assert one["net_worth"] == (worth[3][minutes[-1]] if minutes else None)
    rows = list(csv.DictReader(io.StringIO(table_csv(7003, "purchases", Moment(), {}) or "")))
    own = [row["net_worth"] for row in rows if row["slot"] == "3"]
    assert own == ["" if one["net_worth"] is None else str(one["net_worth"])
                   for one in told["purchases"]]  # fmt: skip
    page = client.get("/dota2/matches/7003/builds?player=3").text
    assert f"{max(one['net_worth'] or 0 for one in told['purchases']):,}" in page
    assert "Net worth by then" in page
    assert "Net worth by then" in client.get("/dota2/matches/7003/builds?player=3&t=0").text


@pytest.mark.usefixtures("kept")
def test_gold_earned_is_never_called_net_worth(client: FlaskClient) -> None:
    twin = client.get(f"{MATCH}/builds.json").json["one"]
    assert twin["net_worth_known"] is False
    assert {one["net_worth"] for one in twin["purchases"]} == {None}
    assert any(one["earned"] for one in twin["purchases"])
    page = client.get(f"{MATCH}/builds").text
    assert "Earned by then" in page
    assert "Net worth by then" not in page
    rows = csv.DictReader(io.StringIO(table_csv(PARSED, "purchases", Moment(), {}) or ""))
    assert {row["net_worth"] for row in rows} == {""}


def test_odd_figures_and_empty_seats_never_break_a_page(app: object, client: FlaskClient) -> None:
    assert app
    body = json.loads(body_of(PARSED))
    for unit in body["players"][0]["damage"]:
        body["players"][0]["damage"][unit] = -817
    body["players"][1] |= {"hero_id": 9_999, "purchase_log": [], "killed": None}
    body["players"] = body["players"][:8]
    body["teamfights"][0]["players"] = body["teamfights"][0]["players"][:3]
    keep_body(json.dumps(body).encode(), "generated")
    for tab, addresses in TABS.items():
        for address in addresses:
            assert client.get(f"{MATCH}/{tab}{address}").status_code == 200, tab + address


def test_a_figure_of_a_fight_that_is_not_recorded_is_no_nought(
    app: object, client: FlaskClient
) -> None:
    assert app
    body = json.loads(body_of(PARSED))
    odd = dict.fromkeys(("damage", "healing", "gold_delta", "xp_delta"))
    body["teamfights"][0]["players"][0] |= odd
    keep_body(json.dumps(body).encode(), "generated")
    assert client.get(f"{MATCH}/fights").status_code == 200
    parts = list(csv.DictReader(io.StringIO(table_csv(PARSED, "fighters", Moment(), {}) or "")))
    first = [row for row in parts if row["number"] == parts[0]["number"]]
    assert [row["gold"] == "" for row in first] == [row["slot"] == "0" for row in first]
    assert [row["damage"] == "" for row in first] == [row["slot"] == "0" for row in first]
    sides = list(csv.DictReader(io.StringIO(table_csv(PARSED, "fights", Moment(), {}) or "")))
    assert (sides[0]["damage_a"], sides[0]["damage_b"] != "") == ("", True)
