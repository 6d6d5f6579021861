"""Every building's story: when, by what, who stood near; what stood at a moment; the mid boss."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.changed import replace
from tests.deadlock.kept import MATCH, PATH, body_of, keep, keep_body
from tests.deadlock.small_match import Small, small_body, small_match
from tests.tables import beside, csv_rows
from webapp.deadlock.domain.analysis import analyse
from webapp.deadlock.domain.analysis.objectives import (
    AFTER_S,
    BEFORE_S,
    Building,
    Objectives,
    objectives_of,
)
from webapp.deadlock.domain.buildings import placed
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.columns import pack_paths
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.paths_file import decode_paths
from webapp.deadlock.domain.records import Match
from webapp.deadlock.domain.winning import known_at

OBJECTIVES = f"{PATH}/objectives"
SCENARIOS = ("normal", "stomp", "comeback", "base_race", "four_lanes_old", "short")


def told(body: dict[str, Any] | bytes) -> Objectives:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return objectives_of(parse_metadata(raw))


def one(story: Objectives, side: str, kind: str, lane: str | None = None) -> Building:
    return next(b for b in story.buildings if (b.side, b.kind, b.lane) == (side, kind, lane))


def at_yellow_guardian(body: dict[str, Any], second: int, slots: dict[int, int]) -> None:
    """Put players that many units east of side a's yellow Guardian at a second."""
    match = parse_metadata(json.dumps(body).encode())
    site = next(s for s in placed([]) if (s.side, s.kind, s.lane) == ("a", "Guardian", "yellow"))
    paths = {path["player_slot"]: path for path in body["match_info"]["match_paths"]["paths"]}
    for slot in (player.slot for player in match.players):
        east = slots.get(slot, 9_000)
        for name, place in (("x", site.x + east), ("y", site.y)):
            least, most = paths[slot][f"{name}_min"], paths[slot][f"{name}_max"]
            paths[slot][f"{name}_pos"][second] = round((place - least) / (most - least) * 16_383)


def test_a_fall_tells_how_long_it_took_and_by_what() -> None:
    building = one(told(small_body()), "a", "Guardian", "yellow")
    assert (building.first_damage_at_s, building.fell_at_s, building.under_attack_s) == (
        60,
        300,
        240,
    )
    assert (building.player_damage, building.spirit_damage, building.trooper_damage) == (
        200,
        None,
        100,
    )


def test_the_near_are_within_fifty_metres_and_alive() -> None:
    body = small_match(kills=((290, 2, 8, 30),))
    at_yellow_guardian(body, 300, {1: 100, 7: 1_900, 8: 50, 9: 2_100})
    near = one(told(body), "a", "Guardian", "yellow").near_fall
    assert near
    assert (near.attackers, near.defenders) == ((7,), (1,))


def test_kills_are_those_of_the_minute_before_the_fall() -> None:
    body = small_match(
        kills=(
            (239, 7, 1, 8),
            (240, 7, 2, 8),
            (299, 0, 9, 8),
            (300, 1, 8, 8),
            (300, 7, 3, 8),
            (301, 7, 4, 8),
        )
    )
    building = one(told(body), "a", "Guardian", "yellow")
    assert (building.kills_for, building.kills_against) == (2, 1)


def test_buildings_nobody_touched_stand_untouched() -> None:
    body = small_match()
    body["match_info"]["objectives"] = []
    story = told(body)
    assert len(story.buildings) == 26
    assert all(b.down_by_s is None and b.first_damage_at_s is None for b in story.buildings)


def test_a_mode_with_another_map_tells_only_what_is_recorded() -> None:
    body = small_match()
    body["match_info"]["game_mode"] = 4
    assert len(told(body).buildings) == len(body["match_info"]["objectives"])


def test_a_patron_without_a_fall_is_down_once_its_weakened_form_is_hurt() -> None:
    body = small_match()
    for row in body["match_info"]["objectives"]:
        if (row["team"], row["team_objective_id"]) == (1, 0):
            row |= {"first_damage_time_s": 580, "destroyed_time_s": 600}
    story = told(body)
    patron = one(story, "b", "Patron")
    assert (patron.fell_at_s, patron.down_by_s) == (None, 580)
    assert one(story, "a", "Patron").down_by_s is None
    match = parse_metadata(json.dumps(body).encode())
    analysis, packed = analyse(match), pack_paths(match, Catalogue("none"))
    assert packed
    drawn = {(b.side, b.kind): b.fell_at for b in decode_paths(packed).header.objectives}
    assert (drawn["b", "Patron"], drawn["a", "Patron"]) == (580, None)
    falls = [(fall.at_s, fall.side) for fall in analysis.events.objectives if fall.kind == "Patron"]
    assert falls == [(580, "b")]
    sides = {row.slot: row.side for row in analysis.scoreboard.rows}
    known = known_at(analysis.lead, analysis.events, sides, [579, 580])
    assert (known.patrons_b.tolist(), known.patrons_a.tolist()) == ([0, 1], [0, 0])


def test_a_rejuvenator_another_side_took_is_stolen_and_what_followed_is_named() -> None:
    body = small_match()
    body["match_info"]["mid_boss"][0]["destroyed_time_s"] = 250
    story = told(body)
    (boss,) = story.mid_bosses
    assert (boss.killed_by, boss.claimed_by, boss.stolen) == ("a", "b", True)
    followed = [story.buildings[number] for number in boss.followed]
    assert [(b.kind, b.fell_at_s) for b in followed] == [("Guardian", 300)]
    assert (boss.kills_a, boss.kills_b) == (1, 0)


def test_a_match_without_positions_does_not_guess_who_was_near() -> None:
    story = told(small_body(paths=False))
    building = one(story, "a", "Guardian", "yellow")
    assert (building.near_first, building.near_fall) == (None, None)


@pytest.mark.parametrize("lanes", [False, True])
def test_every_building_of_the_map_is_there_once(*, lanes: bool) -> None:
    body = small_match(four_lanes=lanes)
    rows = body["match_info"]["objectives"]
    body["match_info"]["objectives"] = rows if lanes else rows[:2]
    story = told(body)
    assert len(story.buildings) == (32 if lanes else 26)
    assert len({(b.side, b.kind, b.lane, b.order) for b in story.buildings}) == len(story.buildings)
    assert len({(b.x, b.y) for b in story.buildings}) == len(story.buildings)
    assert len(story.lanes) == (4 if lanes else 3)


def recorded(match: Match) -> list[tuple[object, ...]]:
    return sorted(
        (o.side, o.kind, o.lane or "", o.fell_at_s or 0, o.player_damage, o.trooper_damage)
        for o in match.objectives
    )


@settings(max_examples=24)
@given(st.integers(5_000, 9_000), st.sampled_from(SCENARIOS))
def test_the_story_keeps_every_record_and_adds_up(match_id: int, scenario: str) -> None:
    match = parse_metadata(body_of(match_id, scenario))
    story, events = objectives_of(match), analyse(match).events
    touched = [b for b in story.buildings if (b.first_damage_at_s, b.fell_at_s) != (None, None)]
    assert recorded(match) == sorted(
        (b.side, b.kind, b.lane or "", b.fell_at_s or 0, b.player_damage, b.trooper_damage)
        for b in touched
    )
    for b in touched:
        assert b.spirit_damage is None or 0 <= b.spirit_damage <= b.player_damage
        if b.fell_at_s is None:
            continue
        span = range(b.fell_at_s - BEFORE_S, b.fell_at_s + 1)
        dealt = [kill for kill in events.kills if kill.killer is not None]
        assert b.kills_for + b.kills_against == sum(kill.at_s in span for kill in dealt)
        near = b.near_fall
        assert near
        sides = {player.slot: player.side for player in match.players}
        assert all(sides[slot] != b.side for slot in near.attackers)
        assert all(sides[slot] == b.side for slot in near.defenders)
    for boss in story.mid_bosses:
        falls = [b.fell_at_s for b in touched if b.fell_at_s is not None]
        assert len(boss.followed) == sum(0 < at - boss.at_s <= AFTER_S for at in falls)


ODD = (
    Small(paths=False),
    Small(damage=False, outcome=1, winning_team=None),
    Small(dialect="2024", four_lanes=True),
    Small(nulls=True),
    Small(duration_s=90, kills=()),
)


@pytest.mark.parametrize("small", ODD)
def test_any_match_gets_a_story(small: Small) -> None:
    assert told(small_match(small)).buildings


def test_a_match_without_anybody_gets_a_story() -> None:
    match = replace(parse_metadata(small_body()), players=(), objectives=(), paths=None)
    story = objectives_of(match)
    assert len(story.buildings) == 26
    assert [boss.near_a + boss.near_b for boss in story.mid_bosses] == [()]


@pytest.mark.usefixtures("kept_match")
def test_the_whole_match_follows_no_moment(client: FlaskClient) -> None:
    page = client.get(f"{OBJECTIVES}.json").json
    assert (page["follows"], len(page["groups"])) == (None, 2)


@pytest.mark.usefixtures("kept_match")
def test_a_moment_shows_what_stood_then(client: FlaskClient) -> None:
    story = objectives_of(parse_metadata(body_of(MATCH)))
    falls = sorted(b.down_by_s for b in story.buildings if b.down_by_s is not None)
    for at_s in (0, falls[0] - 1, falls[0], falls[len(falls) // 2], falls[-1]):
        page = client.get(f"{OBJECTIVES}.json?t={at_s}").json
        left = sum(row["a"] + row["b"] for row in page["left"])
        assert left == len(story.buildings) - sum(fell <= at_s for fell in falls)
        drawn = page["map"]["scene"]["buildings"]
        assert sum(not spot["gone"] for spot in drawn) == left
        assert page["follows"] == at_s


@pytest.mark.usefixtures("kept_match")
def test_a_moment_tells_nothing_that_came_later(client: FlaskClient) -> None:
    whole = client.get(f"{OBJECTIVES}.json").json["groups"]
    fallen = sorted(row["fell_at_s"] for group in whole for row in group["rows"] if row["fell"])
    hurt = sorted(row["first_at_s"] for group in whole for row in group["rows"] if row["first"])
    for at_s in (0, hurt[0], hurt[3] - 1, hurt[3], fallen[2] - 1, fallen[2], fallen[-1]):
        page = client.get(f"{OBJECTIVES}.json?t={at_s}").json
        rows = [row for group in page["groups"] for row in group["rows"]]
        told = [row for row in rows if row["fell_at_s"] is not None]
        assert sorted(row["fell_at_s"] for row in told) == [one for one in fallen if one <= at_s]
        seconds = [row["first_at_s"] for row in rows if row["first"]]
        assert sorted(seconds) == [one for one in hurt if one <= at_s]
        standing = [row for row in rows if row not in told]
        assert not any(row["near_fall"] or row["kills"] or row["lasted"] for row in standing)
        assert sum(int(group["said"].split()[0]) for group in page["groups"]) >= len(told)
        text = client.get(f"{OBJECTIVES}?t={at_s}").text
        assert f">Every building, by {page['clock']}</h2>" in text
        assert ("Not hurt by then: " in text) == any(
            one["rows"] and one["untouched"] for one in page["groups"]
        )
    assert ">Every building</h2>" in client.get(OBJECTIVES).text


@pytest.mark.usefixtures("kept_match")
def test_buildings_at_a_moment_are_csv_as_they_were_known(client: FlaskClient) -> None:
    whole = csv_rows(client, f"{PATH}/tables/objectives.csv")
    assert any(line["hero_damage"] != "0" for line in whole)
    for at_s in (0, 600, 900, 1200):
        page, lines = beside(client, OBJECTIVES, f"t={at_s}", "objectives")
        rows = [row for group in page["groups"] for row in group["rows"]]
        assert len(lines) == len(whole)
        for name in ("fell_at_s", "first_damage_at_s"):
            assert [line[name] for line in lines] == [
                one[name] if one[name] and int(one[name]) <= at_s else "" for one in whole
            ]
        unhurt = [one for one in lines if not one["first_damage_at_s"] and not one["fell_at_s"]]
        assert len(unhurt) == len(lines) - len(rows)
        assert {one["hero_damage"] for one in unhurt} <= {"0"}
        assert not any(one["under_attack_s"] for one in lines if not one["fell_at_s"])


@pytest.mark.usefixtures("kept_match")
def test_a_span_tells_what_was_hurt_or_fell_within(client: FlaskClient) -> None:
    page = client.get(f"{OBJECTIVES}.json?from=600&to=1200").json
    rows = [row for group in page["groups"] for row in group["rows"]]
    assert rows
    assert all(
        any(at is not None and 600 <= at <= 1200 for at in (row["first_at_s"], row["fell_at_s"]))
        for row in rows
    )
    assert page["clock"] == "20:00"
    assert "from 10:00 to 20:00" in client.get(f"{OBJECTIVES}?from=600&to=1200").text


@pytest.mark.usefixtures("kept_match")
def test_the_ladder_has_a_rung_for_each_building(client: FlaskClient) -> None:
    ladder = client.get(f"{OBJECTIVES}.json").json["ladder"]
    rungs = [rung for flight in ladder["flights"] for rung in flight["rungs"]]
    assert len(rungs) == 26
    assert len({rung["y"] for rung in rungs}) == 26
    assert all(0 <= rung["x"] <= rung["end_x"] <= 100 for rung in rungs)
    assert all(rung["y"] < ladder["bottom_y"] < ladder["height"] for rung in rungs)


@pytest.mark.usefixtures("kept_match")
@pytest.mark.parametrize("table", ["objectives", "mid-bosses"])
def test_a_table_is_there_as_csv(client: FlaskClient, table: str) -> None:
    answer = client.get(f"{PATH}/tables/{table}.csv")
    assert answer.status_code == 200
    lines = answer.text.splitlines()
    assert len(lines) == (27 if table == "objectives" else len(lines))


@pytest.mark.parametrize("scenario", ["four_lanes_old", "abandoned", "short", "pause"])
def test_an_odd_match_reads(client: FlaskClient, scenario: str) -> None:
    keep(5200, scenario)
    assert client.get("/deadlock/matches/5200/objectives").status_code == 200


def test_a_match_without_positions_reads(client: FlaskClient) -> None:
    match_id = keep_body(small_body(paths=False))
    text = client.get(f"/deadlock/matches/{match_id}/objectives?t=300").text
    assert "not known" in text
    assert "Rings: who was where" not in text
