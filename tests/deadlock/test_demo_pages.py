"""What pages show of a demo: marked as its own, on its tabs, and never in place of anything."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import polars as pl
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.deadlock.kept import PART, PATH, body_of, keep, queries
from tests.deadlock.recorded import MATCH, drawn, keep_recording, match_of
from webapp.core.db import db
from webapp.deadlock.domain.analysis.laning import Stretch
from webapp.deadlock.domain.demos import DATASETS, DEMO_PARTS
from webapp.deadlock.domain.demos.bosses import BossHealth
from webapp.deadlock.domain.terms import demo as terms
from webapp.deadlock.ingest.demo import save_generated_demo
from webapp.deadlock.models import DeadlockMatch, DeadlockSlice
from webapp.deadlock.pages.laning.happened import health_line
from webapp.deadlock.store.demos import load_demo_rows, note_failure
from webapp.simulator.deadlock.recording import write_recording

TABS = ("data", "laning", "objectives", "builds", "combat/deaths", "combat/fights", "map")
MARKS = {
    "combat/fights": ('id="demo-fight"', "Damage in the fight"),
    "laning": ('id="demo-guardians"', "Own Guardian’s health"),
    "objectives": ('id="demo-bosses"',),
    "builds": ('id="demo-casts"', 'id="demo-items"', 'id="demo-modifiers"'),
    "data": ('id="demo"',),
    "map": ('id="demo-heights"',),
}
PARTS = tuple(DEMO_PARTS)


@pytest.fixture
def recorded(app: Flask) -> int:
    del app
    keep(MATCH)
    keep_recording(MATCH)
    return MATCH


def test_a_sample_is_kept_with_the_recording_drawn_of_it(client: FlaskClient) -> None:
    keep(MATCH)
    body = json.loads(body_of(MATCH))
    save_generated_demo(MATCH, lambda folder: write_recording(body, folder))
    tables = client.get(f"{PATH}/data.json").json["demo"]["tables"]
    assert {one["name"] for one in tables} >= {"Kills", "Guardian health"}
    slots = {player.hero_id: player.slot for player in match_of().players}
    kills = drawn()["kills"].select("victim_hero_id", "attacker_hero_id").rows()
    assert load_demo_rows(MATCH, "kills", "victim", "killer") == [
        (slots[victim], slots.get(killer)) for victim, killer in kills
    ]


def a_death() -> tuple[int, int]:
    """Give the slot and second of one death of the match."""
    return next((p.slot, d.at_s) for p in match_of().players for d in p.deaths)


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_reads_whole_in_part_and_as_json(
    client: FlaskClient, recorded: int, tab: str
) -> None:
    del recorded
    for query in ("", "?t=600", "?from=300&to=900"):
        for headers in ({}, PART, {"Accept": "application/json"}):
            answer = client.get(f"{PATH}/{tab}{query}", headers=headers)
            assert answer.status_code == 200
        assert client.get(f"{PATH}/{tab}.json{query}").is_json
    for query in ("", "?t=600"):
        page = client.get(f"{PATH}/{tab}{query}").text
        assert all(mark in page for mark in MARKS.get(tab, ()))


@pytest.mark.parametrize("tab", TABS)
def test_without_a_demo_a_tab_lacks_nothing_but_its_addition(client: FlaskClient, tab: str) -> None:
    keep(MATCH)
    bare = client.get(f"{PATH}/{tab}").text
    assert tab == "data" or "demo-" not in bare
    without = client.get(f"{PATH}/{tab}.json").json
    keep_recording(MATCH)
    beside = client.get(f"{PATH}/{tab}.json").json
    assert _undemoed(without) == _undemoed(beside)


def _undemoed(page: Any) -> Any:
    """Leave out of a page's JSON whatever is the demo's own."""
    if isinstance(page, dict):
        own = {"demo", "demo_items", "demo_modifiers", "height_m"}
        return {key: _undemoed(value) for key, value in page.items() if key not in own}
    return [_undemoed(one) for one in page] if isinstance(page, list) else page


def test_a_death_shows_its_last_hits_the_last_one_first(client: FlaskClient, recorded: int) -> None:
    del recorded
    slot, at_s = a_death()
    opened = client.get(f"{PATH}/combat/deaths.json?t={at_s}&death={at_s}-{slot}").json["opened"]
    lines = opened["demo"]["lines"]
    assert lines[0]["health_left"] == 0
    assert [float(line["before_s"]) for line in lines] == sorted(
        float(line["before_s"]) for line in lines
    )
    assert max(line["percent"] for line in lines) == 100
    assert all(line["who"] for line in lines)
    page = client.get(f"{PATH}/combat/deaths?t={at_s}&death={at_s}-{slot}").text
    assert "Hit by hit" in page
    assert "what was read of it" in page


def test_casts_follow_the_strip_and_add_up(client: FlaskClient, recorded: int) -> None:
    def casts(query: str) -> int:
        demo = client.get(f"{PATH}/builds.json{query}").json["demo"]
        for line in demo["lines"]:
            assert sum(count for _, count in line["used"]) + line["rest"] == line["casts"]
        return sum(line["casts"] for line in demo["lines"])

    rows = load_demo_rows(recorded, "casts", "at_s")
    end = match_of().duration_s
    assert casts("") == len(rows)
    assert casts("?t=600") == sum(at < 601 for (at,) in rows)
    assert casts(f"?from=601&to={end}") == len(rows) - casts("?t=600")
    assert "Nobody cast anything" in client.get(f"{PATH}/builds?from=1&to=2").text


def test_exact_times_follow_the_strip_and_stand_beside_the_metadatas(
    client: FlaskClient, recorded: int
) -> None:
    slot = next(player.slot for player in match_of().players if len(player.items) > 5)

    def lines(query: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = client.get(f"{PATH}/builds.json?player={slot}{query}").json[
            "demo_items"
        ]["lines"]
        return found

    mine = [at for one, at in load_demo_rows(recorded, "items", "slot", "at_s") if one == slot]
    raised = [at for one, at in load_demo_rows(recorded, "upgrades", "slot", "at_s") if one == slot]
    every = lines("")
    assert len(every) == len(mine) + len(raised)
    assert len(lines("&t=900")) == sum(at < 901 for at in (*mine, *raised))
    assert lines("&from=901&to=9999") == every[len(lines("&t=900")) :]
    assert [line["clock"].split(".")[0] for line in every] == [line["told"] for line in every]
    assert {"Bought", "To rank 2"} <= {line["what"] for line in every}
    assert every[0]["clock"] in client.get(f"{PATH}/builds?t=900&player={slot}").text
    assert "Nothing changed" in client.get(f"{PATH}/builds?from=1&to=2&player={slot}").text


def test_what_was_used_up_is_not_called_sold(client: FlaskClient, recorded: int) -> None:
    del recorded
    whats: dict[str, int] = {}
    for player in match_of().players:
        page = client.get(f"{PATH}/builds.json?player={player.slot}").json["demo_items"]
        for line in page["lines"]:
            whats[line["what"]] = whats.get(line["what"], 0) + 1
    gone = [item for player in match_of().players for item in player.items if item.sold_at_s]
    assert whats["Used up"] == sum(item.consumed for item in gone) > 0
    assert whats["Sold"] == sum(not item.consumed for item in gone) > 0


def test_modifiers_are_told_of_the_chosen_player_those_on_longest_first(
    client: FlaskClient, recorded: int
) -> None:
    slot = match_of().players[0].slot
    columns = ("slot", "event", "at_s", "lasts_s", "modifier")
    rows = [row for row in load_demo_rows(recorded, "modifiers", *columns) if row[0] == slot]
    timed = [row for row in rows if row[1] == "applied" and row[3] > 0]
    lasting = sum(row[1] == "applied" and row[3] < 0 for row in rows)

    def view(query: str) -> dict[str, Any]:
        found: dict[str, Any] = client.get(f"{PATH}/builds.json?player={slot}{query}").json[
            "demo_modifiers"
        ]
        return found

    whole = view("")
    assert sum(line["times"] for line in whole["lines"]) == len(timed)
    assert f"{lasting} more came once and never went." in whole["said"]
    seconds = [line["seconds"] for line in whole["lines"]]
    assert seconds == sorted(seconds, reverse=True)
    assert whole["lines"][0]["percent"] == 100
    for line in whole["lines"]:
        mine = [row for row in timed if row[4] == line["engine"]]
        assert line["times"] == len(mine)
        assert line["seconds"] <= sum(row[3] for row in mine) + 0.1 * len(mine)
        assert line["first_s"] == int(min(row[2] for row in mine))
        assert line["casters"] or line["others"]
    early, late = view("&t=600"), view("&from=600&to=99999")
    assert sum(line["times"] for line in early["lines"]) == sum(row[2] <= 600 for row in timed)
    on = sum(line["seconds"] for part in (early, late) for line in part["lines"])
    assert on == pytest.approx(sum(seconds), abs=0.2 * len(seconds))
    page = client.get(f"{PATH}/builds?t=600&player={slot}").text
    assert early["lines"][0]["engine"] in page
    assert "Nothing was on" in client.get(f"{PATH}/builds?from=1&to=2&player={slot}").text


@pytest.mark.usefixtures("names")
def test_a_modifier_has_the_name_of_what_put_it_on(client: FlaskClient, recorded: int) -> None:
    del recorded
    named = client.get(f"{PATH}/builds.json").json["demo_modifiers"]["lines"]
    assert all(line["engine"].startswith("modifier_") for line in named)
    assert not any(line["name"].startswith("Modifier ") for line in named)
    assert not any("_" in line["name"] for line in named)


def test_the_map_tells_the_height_of_the_living_and_of_nobody_dead(
    client: FlaskClient, recorded: int
) -> None:
    del recorded
    slot, at_s = a_death()
    page = client.get(f"{PATH}/map.json?t={at_s + 2}").json["map"]
    rows = {row["slot"]: row for side in page["sides"] for row in side["rows"]}
    heights = client.get(page["demo"]["url"]).json
    for other, row in rows.items():
        told = heights[str(other)][at_s + 2]
        assert row["height_m"] == (None if row["health"] is None else told)
    assert rows[slot]["height_m"] is None
    assert sum(row["height_m"] is not None for row in rows.values()) > 5
    table = client.get(f"{PATH}/tables/map.csv?t={at_s + 2}").text
    lines = {int(line["slot"]): line["height_m"] for line in csv.DictReader(io.StringIO(table))}
    assert lines == {
        other: "" if row["height_m"] is None else str(row["height_m"])
        for other, row in rows.items()
    }
    again = client.get(page["demo"]["url"])
    held = {"If-None-Match": again.headers["ETag"]}
    assert client.get(page["demo"]["url"], headers=held).status_code == 304


def test_a_map_without_a_demo_has_no_heights(client: FlaskClient) -> None:
    keep(MATCH)
    assert "Height" not in client.get(f"{PATH}/map?t=600").text
    assert client.get(f"{PATH}/map.json?t=600").json["map"]["demo"] is None
    assert client.get(f"{PATH}/demo/heights").status_code == 404


def test_parts_of_an_older_body_are_left_out(client: FlaskClient, recorded: int) -> None:
    row = db.session.get_one(DeadlockMatch, recorded)
    row.raw_sha256, row.content_version = "0" * 64, "another"
    db.session.commit()
    page = client.get(f"{PATH}/builds.json").json
    assert [page[name] for name in ("demo", "demo_items", "demo_modifiers")] == [None] * 3
    assert client.get(f"{PATH}/demo/heights").status_code == 404


def test_boss_health_is_drawn_for_what_was_hurt(client: FlaskClient, recorded: int) -> None:
    del recorded
    charts = client.get(f"{PATH}/objectives.json?t=600").json["demo"]["charts"]
    assert all(chart["cursor"] is not None for _, chart in charts)
    assert [name for name, _ in charts[:2]] == ["Guardians", "Walkers"]
    for kind, (_, chart) in zip(("Guardian", "Walker"), charts, strict=False):
        known = [one for one in match_of().objectives if one.kind == kind]
        fell = sum(one.fell_at_s is not None for one in known)
        hurt = sum(one.first_damage_at_s is not None for one in known)
        assert chart["plot"]["description"].startswith(f"{fell} of {hurt} hurt fell")


@pytest.mark.parametrize(("query", "at_s"), [("", 540), ("?t=200", 200), ("?from=180&to=900", 900)])
def test_a_lane_tells_what_health_its_guardians_had_left(
    client: FlaskClient, recorded: int, query: str, at_s: int
) -> None:
    del recorded
    table = drawn()["guardians"].filter(pl.col("at_s") <= at_s)
    ends = table.group_by("team_num", "lane").agg(pl.all().sort_by("at_s").last()).rows(named=True)
    left = {
        (
            one["lane"],
            one["team_num"],
        ): f"{100 * one['health'] / one['max_health']:.0f} %"
        for one in ends
    }
    lanes = client.get(f"{PATH}/laning.json{query}").json["laning"]["lanes"]
    told = [(one["demo"]["a"]["text"], one["demo"]["b"]["text"]) for one in lanes]
    assert told == [(left[lane, 2], left[lane, 3]) for lane in (1, 4, 6)]
    page = client.get(f"{PATH}/laning{query}").text
    assert page.count("Own Guardian’s health") == len(lanes)
    assert page.count("Own Guardian’s health at 3:20") == (len(lanes) if at_s == 200 else 0)
    assert "is not in the match file" not in page


def test_a_fight_tells_who_hurt_whom_as_the_hits_do(client: FlaskClient, recorded: int) -> None:
    del recorded
    slots = {player.hero_id: player.slot for player in match_of().players}
    sides = {player.slot: player.side for player in match_of().players}
    hits = [
        (slots.get(by), slots[on], at, damage)
        for by, on, at, damage in drawn()["hits"]
        .select("attacker_hero_id", "victim_hero_id", "at_s", "damage")
        .rows()
    ]
    told = 0
    for row in client.get(f"{PATH}/combat/fights.json?all=1").json["rows"]:
        fight = client.get(f"{PATH}/combat/fights.json?fight={row['row']['number']}").json["opened"]
        fought = {one["fighter"]["slot"] for one in fight["parts"]}
        inside = [
            (by, on, damage)
            for by, on, at, damage in hits
            if fight["start_s"] <= at < fight["end_s"] + 1
            and {by, on} <= fought
            and sides[by] != sides[on]
        ]
        lines = fight["demo"]["lines"]
        assert {one["fighter"]["slot"] for one in lines} == fought
        for one in lines:
            slot = one["fighter"]["slot"]
            assert one["dealt"] == sum(damage for by, _, damage in inside if by == slot)
            assert one["taken"] == sum(damage for _, on, damage in inside if on == slot)
            assert one["hits"] == sum(by == slot for by, _, _ in inside)
        for side in fight["demo"]["sides"]:
            own = [one["dealt"] for one in lines if one["fighter"]["side"] == side["side"]]
            assert side["dealt"] == sum(own)
        told += sum(one["dealt"] for one in lines)
    assert told > 10_000


def test_no_guardian_is_told_unhurt_or_fallen_that_is_not() -> None:
    points = (1_000_000, 999_999, 1, 0)
    one = BossHealth("Guardian", "a", "blue", points[0], (0, 1, 2, 3), points)
    other = replace(one, side="b")
    guarded = {("blue", "a"): one, ("blue", "b"): other}
    lines = [health_line(guarded, "blue", Stretch(0, at_s)) for at_s in range(4)]
    told = [line.a.text.split()[0] for line in lines if line]
    assert told == ["100", "99", "1", "0"]
    late = {**guarded, ("blue", "b"): replace(other, at_s=(7, 8, 9, 10))}
    assert health_line(late, "blue", Stretch(0, 5)) is None
    assert health_line({("blue", "a"): one}, "blue", Stretch(0, 5)) is None


def test_every_table_can_be_taken_away(client: FlaskClient, recorded: int) -> None:
    page = client.get(f"{PATH}/data.json").json["demo"]
    assert [one["name"] for one in page["tables"]] == [
        DATASETS[name].title for name in DATASETS if name in set(DATASETS) - {"mid_boss", "urn"}
    ]
    for one in page["tables"]:
        answer = client.get(one["url"] + ".parquet")
        frame = pl.read_parquet(io.BytesIO(answer.data))
        assert (frame.height, len(answer.data)) == (one["rows"], one["bytes"])
        assert set(frame["match_id"]) == {recorded}
        again = client.get(
            one["url"] + ".parquet", headers={"If-None-Match": answer.headers["ETag"]}
        )
        assert again.status_code == 304
        text = client.get(one["url"] + ".csv").text
        assert len(text.split("\r\n")) == one["rows"] + 2
        assert text.startswith("tick,at_s,")
    assert client.get(f"{PATH}/demo/secrets.parquet").status_code == 404
    assert client.get(f"{PATH}/demo/secrets.csv").status_code == 404


def test_rows_are_read_for_a_span_alone(recorded: int) -> None:
    every = load_demo_rows(recorded, "hits", "at_s", "damage")
    some = load_demo_rows(recorded, "hits", "at_s", "damage", between_s=(300, 900))
    assert some == [row for row in every if 300 <= row[0] <= 900]
    assert 0 < len(some) < len(every)
    assert load_demo_rows(4321, "hits", "at_s") == []


def test_a_failed_try_changes_what_a_browser_holds(client: FlaskClient) -> None:
    keep(MATCH)
    before = client.get(f"{PATH}/data")
    note_failure(MATCH, "The game’s servers do not have this match’s demo.")
    after = client.get(f"{PATH}/data", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert "The game’s servers do not have" in after.text


def test_a_sample_offers_no_fetching(client: FlaskClient) -> None:
    keep(101, "comeback", "generated")
    page = client.get("/deadlock/matches/101/data").text
    assert "Nobody played this match" in page
    assert 'action="/deadlock/matches/101/demo"' not in page


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_with_a_demo_asks_no_more_than_six_questions(
    client: FlaskClient, recorded: int, tab: str
) -> None:
    del recorded
    slot, at_s = a_death()
    with queries() as asked:
        assert client.get(f"{PATH}/{tab}?t={at_s}&death={at_s}-{slot}").status_code == 200
    assert len(asked) <= 6, asked


@pytest.mark.parametrize("tab", TABS)
def test_a_first_view_with_a_demo_stays_light(client: FlaskClient, recorded: int, tab: str) -> None:
    del recorded
    slot, at_s = a_death()
    sent = client.get(
        f"{PATH}/{tab}?t={at_s}&death={at_s}-{slot}", headers={"Accept-Encoding": "zstd"}
    )
    assert sent.headers["Content-Encoding"] == "zstd"
    assert len(sent.data) < 45_000


def test_the_parts_pages_load_are_small(recorded: int) -> None:
    for name in PARTS:
        assert len(db.session.get_one(DeadlockSlice, (recorded, name)).body) < 30_000


def test_every_word_of_a_demo_is_on_the_method_page(client: FlaskClient) -> None:
    page = client.get("/deadlock/method").text
    for term in terms.GROUP.terms:
        assert f'id="{term.key}"' in page


def test_everything_a_demo_told_is_in_the_matchs_json(client: FlaskClient, recorded: int) -> None:
    del recorded
    whole = json.loads(client.get(f"{PATH}/analysis.json").data)
    assert set(PARTS) <= set(whole)
