"""Role items, abilities, runes and objective bounties: value by value, as the bodies tell them."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.conftest import shared_data
from tests.lol.real import bodies, read
from tests.lol.told import keep_bodies
from webapp.lol.domain.analysis import analyse
from webapp.lol.domain.analysis.objectives import Bounty
from webapp.lol.store.catalogue import load_catalogue
from webapp.matchplay.charts import clock

GENERATED, REAL = "EUW1_1", "JP1_566638130"
QUESTS = (1221, 1209, 1206, 3020, 1208, 1221, 1209, 1206, 3006, 1208)
"""What the role quests left to the ten of the real match, boots for the carries."""
BOUNTIES = {
    "JP1_546614216": [Bounty("a", 860, 900), Bounty("a", 1_520, None)],
    "NA1_4924008147": [Bounty("a", 956, 1_864)],
    "RU_490603994": [Bounty("b", 1_611, None)],
}
LEVELS = 18


def real(match_id: str) -> tuple[Any, Any]:
    """Give both bodies of a real match; skips the test where they are not here."""
    folder = shared_data() / "lol/matches"
    return (
        json.loads((folder / f"{match_id}.match.json").read_bytes()),
        json.loads((folder / f"{match_id}.timeline.json").read_bytes()),
    )


def both(match_id: str) -> tuple[Any, Any]:
    """Give both bodies of a match, invented or real."""
    return bodies(match_id) if match_id == GENERATED else real(match_id)


def events(timeline: Any, kind: str) -> list[Any]:
    """Give the events of a kind, by time."""
    every = [one for frame in timeline["info"]["frames"] for one in frame["events"]]
    return sorted((one for one in every if one["type"] == kind), key=lambda one: one["timestamp"])


def lines(client: FlaskClient, match_id: str, table: str) -> list[dict[str, str]]:
    """Read a table of a match as it is taken away."""
    answer = client.get(f"/lol/matches/{match_id}/tables/{table}.csv")
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_the_real_role_items_are_those_of_the_quests() -> None:
    body, _ = real(REAL)
    assert tuple(one["roleBoundItem"] for one in body["info"]["participants"]) == QUESTS


@pytest.mark.parametrize("match_id", [GENERATED, REAL])
def test_the_item_of_the_role_quest_is_shown_beside_the_six(
    client: FlaskClient, match_id: str
) -> None:
    body, timeline = both(match_id)
    told = {one["participantId"]: one["roleBoundItem"] for one in body["info"]["participants"]}
    assert len(set(told.values())) > 3
    found = analyse(read(body, timeline))
    for row in (*found.scoreboard.rows, *found.builds.players):
        assert (row.role_item or 0) == told[row.slot]
    keep_bodies(body, timeline)
    names = load_catalogue()
    for one in lines(client, match_id, "carried"):
        item = told[int(one["slot"])]
        assert one["role_item"] == (names.item(item).name if item else "")
    shown = client.get(f"/lol/matches/{match_id}.json").json
    assert shown
    items = [one["role_item"]["name"] for one in shown["carried"] if one["role_item"]]
    assert items == [names.item(one).name for one in told.values() if one]
    assert "Role item" in client.get(f"/lol/matches/{match_id}").text


def test_a_match_from_before_the_quests_has_no_role_item(client: FlaskClient) -> None:
    body, timeline = bodies("EUW1_2")
    keep_bodies(body, timeline)
    shown = client.get("/lol/matches/EUW1_2.json").json
    assert shown
    assert {one["role_item"] for one in shown["carried"]} == {None}
    assert "Role item" not in client.get("/lol/matches/EUW1_2").text


@pytest.mark.parametrize("match_id", [GENERATED, REAL])
def test_points_in_abilities_stand_in_their_order(client: FlaskClient, match_id: str) -> None:
    body, timeline = both(match_id)
    keep_bodies(body, timeline)
    points: dict[int, list[tuple[int, str]]] = {}
    for one in events(timeline, "SKILL_LEVEL_UP"):
        if one["levelUpType"] == "NORMAL":
            point = one["timestamp"] // 1_000, "QWER"[one["skillSlot"] - 1]
            points.setdefault(one["participantId"], []).append(point)
    assert len(points) == 10
    told: dict[int, list[tuple[int, str]]] = {}
    for row in lines(client, match_id, "skills"):
        own = told.setdefault(int(row["slot"]), [])
        own.append((int(row["at_s"]), row["ability"]))
        assert int(row["number"]) == len(own)
    assert told == points
    shown = client.get(f"/lol/matches/{match_id}/builds.json").json
    assert shown
    for one in shown["builds"]:
        order = [key for _, key in points[one["seat"]["slot"]]][:LEVELS]
        rows = {row["key"]: row["levels"] for row in one["skills"]}
        assert set(rows) == set("QWER")
        assert ["".join(level) for level in zip(*rows.values(), strict=True)] == order


def test_by_a_moment_only_the_points_spent_so_far_are_shown(client: FlaskClient) -> None:
    body, timeline = bodies(GENERATED)
    keep_bodies(body, timeline)
    shown = client.get(f"/lol/matches/{GENERATED}/builds.json?t=600").json
    assert shown
    for one in shown["builds"]:
        spent = [
            event
            for event in events(timeline, "SKILL_LEVEL_UP")
            if event["participantId"] == one["seat"]["slot"] and event["timestamp"] < 601_000
        ]
        letters = "".join("".join(row["levels"]) for row in one["skills"])
        assert len(letters) == len(spent) > 3


@pytest.mark.parametrize("match_id", [GENERATED, REAL])
def test_runes_stand_as_they_were_chosen(client: FlaskClient, match_id: str) -> None:
    body, timeline = both(match_id)
    keep_bodies(body, timeline)
    names = load_catalogue()
    shown = client.get(f"/lol/matches/{match_id}/builds.json").json
    assert shown
    builds = {one["seat"]["slot"]: one for one in shown["builds"]}
    for player in body["info"]["participants"]:
        first, second = player["perks"]["styles"]
        assert (first["description"], second["description"]) == ("primaryStyle", "subStyle")
        chosen = [one["perk"] for style in (first, second) for one in style["selections"]]
        told = builds[player["participantId"]]
        said = [told["keystone"], *told["runes"]]
        assert [one["name"] for one in said] == [names.rune(one).name for one in chosen]
        shards = [player["perks"]["statPerks"][name] for name in ("offense", "flex", "defense")]
        assert [one["name"] for one in told["shards"]] == [names.rune(one).name for one in shards]
        assert len(chosen) == 6


@pytest.mark.parametrize("match_id", BOUNTIES)
def test_objective_bounties_of_real_matches_last_from_their_start_to_their_end(
    match_id: str,
) -> None:
    body, timeline = real(match_id)
    starts = events(timeline, "OBJECTIVE_BOUNTY_PRESTART")
    ends = events(timeline, "OBJECTIVE_BOUNTY_FINISH")
    found = analyse(read(body, timeline)).objectives.bounties
    assert list(found) == BOUNTIES[match_id]
    assert [one.from_s for one in found] == [one["actualStartTime"] // 1_000 for one in starts]
    assert [one.to_s for one in found if one.to_s] == [one["timestamp"] // 1_000 for one in ends]


def test_objective_bounties_are_told_with_side_and_time(client: FlaskClient) -> None:
    body, timeline = bodies(GENERATED)
    frames = timeline["info"]["frames"]
    for frame in frames:
        frame["events"] = [
            one for one in frame["events"] if not one["type"].startswith("OBJECTIVE_BOUNTY")
        ]
    for kind, team, at_s in (
        ("PRESTART", 200, 845),
        ("FINISH", 200, 930),
        ("PRESTART", 100, 1_205),
    ):
        more = {"actualStartTime": 1_000 * (at_s + 15)} if kind == "PRESTART" else {}
        event = {"type": f"OBJECTIVE_BOUNTY_{kind}", "teamId": team, "timestamp": 1_000 * at_s}
        frames[at_s // 60 + 1]["events"].append(event | more)
    keep_bodies(body, timeline)
    address = f"/lol/matches/{GENERATED}/objectives"
    told = {
        (860, "b", f"Red: Objective bounties until {clock(930)}"),
        (1_220, "a", "Blue: Objective bounties to the end"),
    }

    def notes(query: str = "") -> set[tuple[int, str, str]]:
        shown = client.get(f"{address}.json{query}").json
        assert shown
        every = [(one["at_s"], one["side"], one["what"]) for one in shown["seen"]["notes"]]
        return {one for one in every if "bounties" in one[2]}

    assert notes() == told
    assert {at_s for at_s, _, _ in notes("?t=900")} == {860}
    assert {
        (int(one["at_s"]), one["side"], one["what"])
        for one in lines(client, GENERATED, "notes")
        if "bounties" in one["what"]
    } == told
    assert "Blue: Objective bounties to the end" in client.get(address).text
