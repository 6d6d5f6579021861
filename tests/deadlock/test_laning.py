"""The laning phase: verdicts at any sample, sums that must agree, and the Laning tab."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.deadlock.kept import MATCH, PART, PATH, body_of, keep, keep_body, queries
from tests.deadlock.small_match import MATCH_ID, small_body, small_match
from webapp.deadlock import ingest
from webapp.deadlock.domain.analysis import Analysis, analyse
from webapp.deadlock.domain.analysis.laning import EVEN_SHARE, Standing, Stretch, standing_over
from webapp.deadlock.domain.combat import ledger_of
from webapp.deadlock.domain.parse import parse_metadata
from webapp.simulator import sample_assets

SCENARIOS = ("normal", "comeback", "four_lanes_old", "abandoned")
SUMS = ("souls", "player_damage", "last_hits", "denies", "kills", "deaths", "healing")
QUERIES = ("", "?t=400", "?t=1300", "?from=200&to=900")


def told(scenario: str) -> Analysis:
    return analyse(parse_metadata(body_of(7001, scenario)))


def over(analysis: Analysis, from_s: int, to_s: int) -> Standing:
    stretch = Stretch(from_s, to_s)
    return standing_over(analysis.lanes, analysis.events, analysis.moments, stretch)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_stored_verdict_is_that_of_its_own_sample(scenario: str) -> None:
    analysis = told(scenario)
    again = over(analysis, 0, analysis.lanes.ends_s)
    assert again.verdicts == analysis.lanes.verdicts
    assert again.players == analysis.lanes.players


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_stretches_that_meet_add_up(scenario: str) -> None:
    analysis = told(scenario)
    first, second, both = (
        over(analysis, start, end) for start, end in ((0, 360), (360, 900), (0, 900))
    )
    for one, two, whole in zip(first.players, second.players, both.players, strict=True):
        for name in (*SUMS, "dealt_in_lane", "taken_in_lane"):
            assert getattr(one, name) + getattr(two, name) == getattr(whole, name), name


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_lane_is_the_sum_of_its_players(scenario: str) -> None:
    standing = over(told(scenario), 0, 900)
    for verdict in standing.verdicts:
        own = [one for one in standing.players if one.lane == verdict.lane]
        assert verdict.souls_a == sum(one.souls for one in own if one.side == "a")
        assert verdict.souls_b == sum(one.souls for one in own if one.side == "b")
        assert verdict.winner == _winner(verdict.souls_a, verdict.souls_b)
        assert len(verdict.deaths) == sum(one.deaths for one in own)


def _winner(souls_a: int, souls_b: int) -> str:
    if abs(souls_a - souls_b) / (souls_a + souls_b) <= EVEN_SHARE:
        return "even"
    return "a" if souls_a > souls_b else "b"


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_damage_in_a_lane_is_the_matrix_between_its_players(scenario: str) -> None:
    analysis = told(scenario)
    ledger = ledger_of(analysis.damage)
    lanes = {one.slot: (one.lane, one.side) for one in analysis.lanes.players}
    samples = [at_s for at_s in analysis.damage.samples_s if at_s <= 540]
    rows = zip(ledger.dealer, ledger.target, strict=True)
    facing = [
        lanes.get(int(dealer), ("", ""))[0] == lanes.get(int(target), ("-", ""))[0]
        and lanes[int(dealer)][1] != lanes[int(target)][1]
        for dealer, target in rows
    ]
    assert any(facing)
    found = sum(one.dealt_in_lane or 0 for one in over(analysis, 0, 540).players)
    assert found == sum(one.taken_in_lane or 0 for one in over(analysis, 0, 540).players)
    gained = _damage_gained(analysis, facing, len(samples))
    assert found == gained


def _damage_gained(analysis: Analysis, facing: list[bool], samples: int) -> int:
    damage = analysis.damage
    total, width = 0, len(damage.samples_s)
    for row, source in enumerate(damage.source):
        sums_up = damage.sources[source] in {"Bullet", "Ability", "Melee", "Misc"}
        if facing[row] and damage.stats[source] == "damage" and not sums_up:
            total += sum(damage.gained[row * width : row * width + samples])
    return total


def test_damage_in_a_lane_is_never_more_than_to_all_heroes() -> None:
    for one in over(told("normal"), 0, 540).players:
        assert 0 <= (one.dealt_in_lane or 0) <= one.player_damage


def test_a_guardian_keeps_its_two_seconds() -> None:
    guardians = analyse(parse_metadata(small_body())).lanes.guardians
    (hurt,) = [one for one in guardians if one.fell_at_s is not None]
    assert (hurt.lane, hurt.side, hurt.first_damage_at_s, hurt.fell_at_s) == (
        "yellow",
        "a",
        60,
        300,
    )


def test_without_a_matrix_damage_in_the_lane_is_not_known() -> None:
    lanes = analyse(parse_metadata(small_body(damage=False))).lanes
    assert lanes.trades is None
    assert {one.dealt_in_lane for one in lanes.players} == {None}


@pytest.fixture(name="match")
def kept_match(app: object) -> str:
    assert app
    ingest.save_bundled(sample_assets())
    keep()
    return PATH


def shown(client: FlaskClient, query: str = "", path: str = PATH) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"{path}/laning.json{query}").json or {}
    return found


def test_the_page_is_whole_a_part_or_json(client: FlaskClient, match: str) -> None:
    whole, part = client.get(f"{match}/laning"), client.get(f"{match}/laning", headers=PART)
    assert whole.text.startswith("<!doctype html>")
    assert part.text.lstrip().startswith("<section")
    assert part.text.strip() in whole.text
    page = shown(client)
    assert (page["tab"], page["frame"]["match_id"]) == ("laning", MATCH)
    assert page["laning"]["shown"] == "at 9:00"
    assert [lane["duel"]["lane"] for lane in page["laning"]["lanes"]] == ["yellow", "blue", "green"]


def test_a_match_not_kept_has_no_lanes(client: FlaskClient) -> None:
    assert client.get("/deadlock/matches/77777/laning.json").status_code == 404


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("headers", [{}, PART], ids=["whole", "part"])
def test_the_page_costs_few_questions(
    client: FlaskClient, match: str, query: str, headers: dict[str, str]
) -> None:
    with queries() as asked:
        assert client.get(f"{match}/laning{query}", headers=headers).status_code == 200
    assert len(asked) <= 6, asked


@pytest.mark.parametrize("query", QUERIES)
def test_the_first_view_is_light(client: FlaskClient, match: str, query: str) -> None:
    answer = client.get(f"{match}/laning{query}", headers={"Accept-Encoding": "gzip"})
    assert len(answer.data) < 45_000


def test_a_moment_is_brought_to_a_sample_and_says_so(client: FlaskClient, match: str) -> None:
    page = shown(client, "?t=400")
    assert page["laning"]["shown"] == "at 6:00, the last sample by 6:40"
    assert [one["word"] for one in page["laning"]["moments"] if one["current"]] == ["6:00"]
    assert 'data-follows="400"' in client.get(f"{match}/laning?t=400").text


def test_what_happened_leads_to_the_map(client: FlaskClient, match: str) -> None:
    lanes = shown(client)["laning"]["lanes"]
    kills = [kill for lane in lanes for kill in lane["kills"]]
    assert kills
    assert all(kill["href"].startswith(f"{match}/map?t=") for kill in kills)
    assert all(len(lane["guardians"]) == 2 for lane in lanes)


def test_a_span_counts_what_was_gained_in_it(client: FlaskClient, match: str) -> None:
    assert match
    first, second, both = (
        shown(client, query)["laning"]["lanes"]
        for query in ("?t=360", "?from=360&to=900", "?t=900")
    )
    for one, two, whole in zip(first, second, both, strict=True):
        for key in ("souls_a", "souls_b"):
            assert one["duel"][key] + two["duel"][key] == whole["duel"][key]


def test_late_samples_say_that_laning_is_over(client: FlaskClient, match: str) -> None:
    assert "have long left their lanes" in client.get(f"{match}/laning?t=1300").text
    page = shown(client, "?t=1300")
    assert page["laning"]["sampled"].startswith("Damage in the lane is known from 0:00 to ")


def test_four_lanes_stand_from_west_to_east(client: FlaskClient, match: str) -> None:
    assert match
    keep(5002, "four_lanes_old")
    page = shown(client, path="/deadlock/matches/5002")
    lanes = [one["duel"]["lane"] for one in page["laning"]["lanes"]]
    assert lanes == ["yellow", "green", "blue", "purple"]


def test_street_brawl_has_no_lanes_and_says_so(client: FlaskClient, match: str) -> None:
    assert match
    body = small_match()
    body["match_info"]["game_mode"] = 4
    for player in body["match_info"]["players"]:
        player["assigned_lane"] = 0
    keep_body(json.dumps(body).encode())
    answer = client.get(f"/deadlock/matches/{MATCH_ID}/laning")
    assert "Street Brawl is played without lanes." in answer.text
    assert client.get(f"/deadlock/matches/{MATCH_ID}/economy").status_code == 200


def test_the_table_is_there_as_csv(client: FlaskClient, match: str) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{match}/tables/laning.csv").text)))
    page = shown(client)
    souls = sum(lane["duel"][key] for lane in page["laning"]["lanes"] for key in SOULS)
    assert sum(int(row["souls"]) for row in rows) == souls
    assert all(row["dealt_in_lane"] for row in rows)


SOULS = ("souls_a", "souls_b")
