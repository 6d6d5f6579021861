"""The Laning tab: whole, in part, as JSON, at samples, over a span, with odd lanes, its cost."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

from tests.deadlock.asking import asking
from tests.deadlock.kept import MATCH, PART, PATH, keep, keep_body
from tests.deadlock.small_match import MATCH_ID, small_match
from tests.tables import csv_rows
from webapp.deadlock.domain.analysis.events import Kill
from webapp.deadlock.pages.sources import load_sources

pytestmark = pytest.mark.usefixtures("kept_match")
shown = asking("/laning")
SOULS = ("souls_a", "souls_b")


def test_it_opens_at_nine_minutes_with_every_lane(client: FlaskClient) -> None:
    page = shown(client)
    assert page["laning"]["shown"] == "at 9:00"
    assert [lane["duel"]["lane"] for lane in page["laning"]["lanes"]] == ["yellow", "blue", "green"]


def test_a_moment_is_brought_to_a_sample_and_says_so(client: FlaskClient) -> None:
    page = shown(client, "?t=400")
    assert page["laning"]["shown"] == "at 6:00, the last sample by 6:40"
    assert [one["word"] for one in page["laning"]["moments"] if one["current"]] == ["6:00"]
    assert 'data-follows="400"' in client.get(f"{PATH}/laning?t=400").text


def test_what_happened_leads_to_the_map(client: FlaskClient) -> None:
    lanes = shown(client)["laning"]["lanes"]
    kills = [kill for lane in lanes for kill in lane["kills"]]
    assert kills
    assert all(kill["href"].startswith(f"{PATH}/map?t=") for kill in kills)
    assert all(len(lane["guardians"]) == 2 for lane in lanes)


def test_before_the_first_sample_nothing_is_judged(client: FlaskClient) -> None:
    page = shown(client, "?t=11")["laning"]
    assert page["shown"] == "before the first sample, at 3:00"
    for lane in page["lanes"]:
        assert lane["duel"]["verdict"]["said"] == "No souls sampled"
        assert (lane["duel"]["souls_a"], lane["duel"]["souls_b"]) == (None, None)
        assert lane["duel"]["rows"] == []
    assert "Even" not in client.get(f"{PATH}/laning?t=11", headers=PART).text


def test_a_span_counts_what_was_gained_in_it(client: FlaskClient) -> None:
    first, second, both = (
        shown(client, query)["laning"]["lanes"]
        for query in ("?t=360", "?from=360&to=900", "?t=900")
    )
    for one, two, whole in zip(first, second, both, strict=True):
        for key in ("souls_a", "souls_b"):
            assert one["duel"][key] + two["duel"][key] == whole["duel"][key]


def test_late_samples_say_that_laning_is_over(client: FlaskClient) -> None:
    assert "have long left their lanes" in client.get(f"{PATH}/laning?t=1300").text
    page = shown(client, "?t=1300")
    assert page["laning"]["sampled"].startswith("Damage in the lane is known from 0:00 to ")


def test_four_lanes_stand_from_west_to_east(client: FlaskClient) -> None:
    keep(5002, "four_lanes_old")
    page = shown(client, path="/deadlock/matches/5002")
    lanes = [one["duel"]["lane"] for one in page["laning"]["lanes"]]
    assert lanes == ["yellow", "green", "blue", "purple"]


def test_street_brawl_has_no_lanes_and_says_so(client: FlaskClient) -> None:
    body = small_match()
    body["match_info"]["game_mode"] = 4
    for player in body["match_info"]["players"]:
        player["assigned_lane"] = 0
    keep_body(json.dumps(body).encode())
    answer = client.get(f"/deadlock/matches/{MATCH_ID}/laning")
    assert "Street Brawl is played without lanes." in answer.text
    assert client.get(f"/deadlock/matches/{MATCH_ID}/economy").status_code == 200


def test_the_table_is_there_as_csv(client: FlaskClient) -> None:
    rows = csv_rows(client, f"{PATH}/tables/laning.csv")
    page = shown(client)
    souls = sum(lane["duel"][key] for lane in page["laning"]["lanes"] for key in SOULS)
    assert sum(int(row["souls"]) for row in rows) == souls
    assert all(row["dealt_in_lane"] for row in rows)


@pytest.mark.parametrize("query", ["?t=400", "?t=1300", "?from=200&to=900"])
def test_the_table_is_that_of_the_chosen_samples(client: FlaskClient, query: str) -> None:
    page = shown(client, query)
    address = page["laning"]["csv"]
    assert address.endswith(query)
    assert f'href="{address.replace("&", "&amp;")}"' in client.get(f"{PATH}/laning{query}").text
    rows = csv_rows(client, address)
    souls = sum(lane["duel"][key] for lane in page["laning"]["lanes"] for key in SOULS)
    assert sum(int(row["souls"]) for row in rows) == souls
    assert rows != csv_rows(client, f"{PATH}/tables/laning.csv")


def test_kills_are_counted_to_the_second_and_the_row_says_so(client: FlaskClient) -> None:
    kills = load_kills()
    at_s = next(one.at_s for one in kills if 180 < one.at_s < 900 and one.killer and one.at_s % 180)
    for second, counts in ((at_s, True), (at_s - 1, False)):
        page = shown(client, f"?t={second}")["laning"]
        rows = [row for lane in page["lanes"] for row in lane["duel"]["rows"]]
        deaths = [row for row in rows if row["key"] == "deaths"]
        by_then = sum(one.at_s <= second for one in kills)
        assert sum(row["total_a"] + row["total_b"] for row in deaths) == by_then
        assert sum(len(lane["kills"]) for lane in page["lanes"]) == by_then
        clock = f"{second // 60}:{second % 60:02d}"
        assert {row["word"] for row in deaths} == {f"Deaths to {clock}"}
        text = client.get(f"{PATH}/laning?t={second}", headers=PART).text
        assert (f'map?t={at_s}"' in text) is counts
        assert f"Kills to {clock}" in text
        table = csv_rows(client, page["csv"])
        assert sum(int(row["deaths"]) for row in table) == by_then
        assert {row["kills_to_s"] for row in table} == {str(second)}
        assert all(int(row["to_s"]) <= second for row in table)
    span = shown(client, f"?from={at_s - 1}&to={at_s}")["laning"]
    assert sum(len(lane["kills"]) for lane in span["lanes"]) == sum(
        one.at_s == at_s for one in kills
    )
    words = [row["word"] for row in shown(client, "?t=540")["laning"]["lanes"][0]["duel"]["rows"]]
    assert "Kills" in words


def load_kills() -> tuple[Kill, ...]:
    loaded = load_sources(MATCH, "events")
    assert loaded is not None
    kills: tuple[Kill, ...] = loaded.slices["events"].kills
    return kills
