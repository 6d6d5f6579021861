"""Curves of lanes: net worth where a replay read here tells it, and to the end of the match."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.dota2.kept import PARSED, body_of, keep, keep_body
from tests.shown import see_page, see_twin
from webapp.matchplay.charts import clock

WITH_WORTH = 7003
URL = "/dota2/matches/{}/laning"
CHARTS = {"chart": "gold_t", "xp_chart": "xp_t", "last_hits_chart": "lh_t"}


@pytest.fixture
def body(app: object) -> dict[str, Any]:
    """Give the body of a match that is kept twice: as OpenDota has it, and with net worth."""
    assert app
    keep(PARSED)
    made: dict[str, Any] = json.loads(body_of(PARSED)) | {"match_id": WITH_WORTH}
    for slot, player in enumerate(made["players"]):
        player["net_worth_t"] = [gold - 17 * slot for gold in player["gold_t"]]
    keep_body(json.dumps(made).encode(), "upload")
    return made


def leads(twin: dict[str, Any], name: str, word: str) -> list[str]:
    """Give every lane's lead on a chart at a minute."""
    rows = twin[name]["plot"]["table"]["rows"]
    cells: list[str] = next(one["cells"] for one in rows if one["word"] == word)
    return cells


def in_lanes(twin: dict[str, Any], body: dict[str, Any], column: str, place: int) -> list[str]:
    """Work out every lane's lead from the body: Dire's players less Radiant's."""
    found = []
    for lane in twin["lanes"]:
        sides = [
            sum(body["players"][one["slot"]][column][place] for one in lane[f"people_{side}"])
            for side in "ba"
        ]
        found.append(f"{sides[0] - sides[1]:,}".replace("-", "−"))
    return found


def test_net_worth_of_lanes_is_drawn_where_it_is_recorded(
    client: FlaskClient, body: dict[str, Any]
) -> None:
    twin = see_twin(client, URL.format(WITH_WORTH) + ".json")
    assert leads(twin, "net_worth_chart", "10:00") == in_lanes(twin, body, "net_worth_t", 10)
    assert leads(twin, "net_worth_chart", "10:00") != leads(twin, "chart", "10:00")
    assert "Lead of each lane in net worth" in see_page(client, URL.format(WITH_WORTH))
    assert see_twin(client, URL.format(PARSED) + ".json")["net_worth_chart"] is None
    assert "net worth" not in see_page(client, URL.format(PARSED)).partition('id="panel"')[2]


def test_net_worth_of_a_lane_is_drawn_only_where_everybodys_is_known(
    client: FlaskClient, body: dict[str, Any]
) -> None:
    twin = see_twin(client, URL.format(WITH_WORTH) + ".json")
    lane = twin["lanes"][0]
    body["players"][lane["people_b"][0]["slot"]]["net_worth_t"] = None
    keep_body(json.dumps(body).encode(), "upload")
    heads = see_twin(client, URL.format(WITH_WORTH) + ".json")["net_worth_chart"]["plot"]["table"]
    words = [one["word"] for one in twin["lanes"]]
    assert [one["text"] for one in heads["heads"]] == words[1:]


def test_lanes_can_be_followed_to_the_end_of_the_match(
    client: FlaskClient, body: dict[str, Any]
) -> None:
    url = URL.format(PARSED)
    twin = see_twin(client, f"{url}.json")
    last = max(one for one in body["players"][0]["times"] if one <= body["duration"])
    end = twin["moments"][-1]
    assert (end["word"], end["href"], end["current"]) == ("End", f"{url}?t={last}", False)
    assert twin["chart"]["plot"]["table"]["rows"][-1]["word"] == "15:00"
    whole = see_twin(client, f"{url}.json?t={last}")
    assert [one["word"] for one in whole["moments"] if one["current"]] == ["End"]
    place = body["players"][0]["times"].index(last)
    for name, column in CHARTS.items():
        rows = whole[name]["plot"]["table"]["rows"]
        assert rows[-1]["word"] == clock(last)
        assert leads(whole, name, clock(last)) == in_lanes(whole, body, column, place), name
    assert "have long left their lanes" in see_page(client, f"{url}?t={last}")
