"""What pages show of a demo: marked as its own, on its tabs, and never in place of anything."""

from __future__ import annotations

import io
import json

import polars as pl
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.deadlock.kept import PART, PATH, keep, queries
from tests.deadlock.recorded import MATCH, keep_recording, match_of
from webapp.core.db import db
from webapp.deadlock.domain.demos import DATASETS
from webapp.deadlock.domain.terms import demo as terms
from webapp.deadlock.models import DeadlockSlice
from webapp.deadlock.store.demos import load_demo_rows, note_failure

TABS = ("data", "objectives", "builds", "combat/deaths")
MARKS = {"objectives": 'id="demo-bosses"', "builds": 'id="demo-casts"', "data": 'id="demo"'}


@pytest.fixture
def recorded(app: Flask) -> int:
    del app
    keep(MATCH)
    keep_recording(MATCH)
    return MATCH


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
    assert MARKS.get(tab, "") in client.get(f"{PATH}/{tab}").text


@pytest.mark.parametrize("tab", TABS)
def test_without_a_demo_a_tab_lacks_nothing_but_its_addition(client: FlaskClient, tab: str) -> None:
    keep(MATCH)
    without = client.get(f"{PATH}/{tab}.json").json
    keep_recording(MATCH)
    beside = client.get(f"{PATH}/{tab}.json").json
    for page in (without, beside):
        page.pop("demo", None)
        json.dumps(page)
    assert without == beside
    assert 'id="demo-' not in client.get(f"{PATH}/{tab}").text or tab in MARKS


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


def test_boss_health_is_drawn_for_what_was_hurt(client: FlaskClient, recorded: int) -> None:
    del recorded
    charts = client.get(f"{PATH}/objectives.json?t=600").json["demo"]["charts"]
    assert charts[0][0] == "Walkers"
    assert all(chart["cursor"] is not None for _, chart in charts)
    fell = sum(one.fell_at_s is not None for one in match_of().objectives if one.kind == "Walker")
    assert f"{fell} of" in charts[0][1]["plot"]["description"]


def test_every_table_can_be_taken_away(client: FlaskClient, recorded: int) -> None:
    page = client.get(f"{PATH}/data.json").json["demo"]
    assert [one["name"] for one in page["tables"]] == [
        DATASETS[name].title
        for name in DATASETS
        if name in {"kills", "hits", "casts", "bosses", "items", "positions"}
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
    for name in ("demo_hits", "demo_bosses", "demo_casts"):
        assert len(db.session.get_one(DeadlockSlice, (recorded, name)).body) < 30_000


def test_every_word_of_a_demo_is_on_the_method_page(client: FlaskClient) -> None:
    page = client.get("/deadlock/method").text
    for term in terms.GROUP.terms:
        assert f'id="{term.key}"' in page


def test_everything_a_demo_told_is_in_the_matchs_json(client: FlaskClient, recorded: int) -> None:
    del recorded
    whole = json.loads(client.get(f"{PATH}/analysis.json").data)
    assert {"demo_hits", "demo_bosses", "demo_casts"} <= set(whole)
