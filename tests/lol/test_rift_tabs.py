"""Map, combat, objectives, builds, vision and win chance: whole, in part, as JSON, odd modes."""

from __future__ import annotations

import csv
import io
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.changed import replace
from tests.lol.kept import keep, keep_aborted
from tests.lol.real import bodies
from tests.lol.told import keep_bodies
from tests.questions import questions
from tests.tables import see_table_as_csv
from webapp.core.bounded import Bounded
from webapp.core.db import db
from webapp.jobs import enqueue, perform
from webapp.lol.domain.analysis.events import SoulTaken
from webapp.lol.domain.winning import RECIPE, first_model
from webapp.lol.models import LolCurve
from webapp.lol.pages.builds.page import BUILDS, builds_seen
from webapp.lol.pages.objectives.notes import note_rows
from webapp.lol.pages.sources import load_sources
from webapp.lol.pages.tables import TABLES
from webapp.lol.store import catalogue, chances
from webapp.lol.store import games as games_store
from webapp.matchroom import panels
from webapp.matchroom.moment import Moment
from worker.queues import KINDS

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
TABS = ("map", "combat", "objectives", "builds", "vision", "chance")
CLOSE, FEATS, ARAM, ARENA, REMAKE, BARE = (f"EUW1_{number}" for number in range(1, 7))
PACKED = {"Accept-Encoding": "gzip"}
FIRST_VIEW = 40_000


def path(match_id: str, tab: str) -> str:
    return f"/lol/matches/{match_id}/{tab}"


def test_every_tab_is_a_page_a_part_and_json(client: FlaskClient) -> None:
    keep(CLOSE)
    for tab in TABS:
        whole = client.get(path(CLOSE, tab))
        part = client.get(path(CLOSE, tab), headers=PART)
        twin = client.get(f"{path(CLOSE, tab)}.json")
        assert (whole.status_code, part.status_code, twin.status_code) == (200, 200, 200), tab
        assert f'<section id="{tab}"' in whole.text
        assert f'<section id="{tab}"' in part.text
        assert "<html" in whole.text
        assert "<html" not in part.text
        assert twin.json["tab"] == tab
        packed = client.get(path(CLOSE, tab), headers=PACKED).data
        assert len(packed) < FIRST_VIEW, (tab, len(packed))


def test_every_tab_follows_the_strip(client: FlaskClient) -> None:
    keep(CLOSE)
    for tab in TABS:
        at, span = (
            client.get(path(CLOSE, tab) + query) for query in ("?t=900", "?from=300&to=600")
        )
        assert 'data-follows="900"' in at.text, tab
        assert re.search(r"5:00 to 10:00", span.text), tab
        assert client.get(f"{path(CLOSE, tab)}.json?t=900").json["follows"] == 900
        assert at.text != span.text


def test_a_moment_shows_only_what_had_happened(client: FlaskClient) -> None:
    keep(CLOSE)
    whole = client.get(f"{path(CLOSE, 'objectives')}.json").json["seen"]
    early = client.get(f"{path(CLOSE, 'objectives')}.json?t=600").json["seen"]
    assert 0 < len(early["monsters"]) < len(whole["monsters"])
    assert all(one["at_s"] <= 600 for one in (*early["monsters"], *early["buildings"]))
    for count in early["counts"]:
        later = next(one for one in whole["counts"] if one["what"] == count["what"])
        assert (count["a"], count["b"]) <= (later["a"], later["b"])
    deaths = client.get(f"{path(CLOSE, 'combat')}.json?from=300&to=700").json["deaths"]
    assert all(300 <= one["at_s"] <= 700 for one in deaths)
    swings = client.get(f"{path(CLOSE, 'chance')}.json?t=600").json["swings"]
    assert all(one["to_s"] <= 600 for one in swings)


@pytest.mark.parametrize("match_id", [FEATS, ARAM, ARENA, REMAKE, BARE])
def test_odd_matches_say_what_they_lack_and_break_nothing(
    client: FlaskClient, match_id: str
) -> None:
    keep(match_id, "generated")
    for tab in TABS:
        for query in ("", "?t=100", "?from=10&to=60"):
            assert client.get(path(match_id, tab) + query).status_code == 200, (tab, query)
    twins = {tab: client.get(f"{path(match_id, tab)}.json").json for tab in TABS}
    if match_id != FEATS:
        assert twins["chance"]["nothing"]
        assert twins["chance"]["chart"] is None
        assert not twins["chance"]["swings"]
    if match_id in {ARAM, ARENA}:
        assert "Summoner’s Rift" in twins["map"]["nothing"]
        assert twins["combat"]["deaths"]
        assert not any(one["place"] for one in twins["combat"]["deaths"])
    if match_id == ARENA:
        assert not twins["combat"]["fights"]
    if match_id == BARE:
        assert all(twins[tab]["nothing"] for tab in TABS)
        assert all(row["kills"] != "–" for row in twins["combat"]["fighters"])
        assert all(one["final"] for one in twins["builds"]["builds"])


def test_an_unknown_match_is_a_page_with_a_next_step(client: FlaskClient) -> None:
    for tab in TABS:
        assert client.get(path("EUW1_7999999999", tab)).status_code == 200
        assert client.get(f"{path('EUW1_7999999999', tab)}.json").status_code == 404


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_asks_no_more_than_six_times(client: FlaskClient, tab: str) -> None:
    keep(CLOSE)
    client.get(path(CLOSE, "vision"))
    catalogue.load_catalogue()
    chances.load_model()
    with questions() as asked, pytest.MonkeyPatch.context() as patches:
        patches.setattr("webapp.lol.pages.sources._held._held", Bounded(1))
        patches.setattr(panels, "_forms", Bounded(0))
        client.get(f"{path(CLOSE, tab)}?t=700")
    assert len(asked) <= 6, asked


def test_every_table_can_be_taken_away(client: FlaskClient) -> None:
    keep(CLOSE)
    mine = ("deaths", "recaps", "fights", "monsters", "buildings", "items", "skills", "wards")
    for name in (*mine, "chances"):
        assert name in TABLES
        answer = client.get(f"/lol/matches/{CLOSE}/tables/{name}.csv")
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        assert rows, name
        assert answer.content_type.startswith("text/csv")


def test_a_death_tells_its_damage_and_its_cost(client: FlaskClient) -> None:
    keep(CLOSE)
    deaths = client.get(f"{path(CLOSE, 'combat')}.json").json["deaths"]
    assert len(deaths) > 10
    for one in deaths:
        assert one["place"]
        assert one["kinds"]
        shown = sum(int(row["total"].replace(",", "")) for row in one["recap"])
        assert shown == int(one["damage"].replace(",", ""))
        assert not one["cost"] or re.fullmatch(r"[+−]\d+\.\d", one["cost"])


def test_the_map_shows_every_building_and_whoever_the_frame_has(client: FlaskClient) -> None:
    keep(CLOSE)
    start = client.get(f"{path(CLOSE, 'map')}.json?t=0").json["scene"]
    end = client.get(f"{path(CLOSE, 'map')}.json").json["scene"]
    assert len(start["buildings"]) == 28
    assert not any(one["gone"] for one in start["buildings"])
    assert any(one["gone"] for one in end["buildings"])
    assert len(start["pins"]) == 10
    assert all(0 <= one["left"] <= 100 and 0 <= one["top"] <= 100 for one in end["pins"])
    assert start["frame_at"] == "0:00"


def test_the_method_page_says_how_few_games_the_first_weights_know(client: FlaskClient) -> None:
    page = client.get("/lol/win-chance")
    assert page.status_code == 200
    assert f"of {first_model().matches} real games" in page.text
    twin = client.get("/lol/win-chance.json").json
    assert twin["games"] == first_model().matches
    assert len(twin["weights"]) == len(RECIPE.features)
    assert sum(one["moments"] for one in twin["bins"]) == twin["moments"]


@pytest.mark.parametrize(
    ("name", "key"), [("bins", "band"), ("scores", "name"), ("weights", "word")]
)
def test_each_table_of_the_model_is_a_file(client: FlaskClient, name: str, key: str) -> None:
    see_table_as_csv(client, "/lol/win-chance", name, key)


def fit() -> None:
    """Do what comes around every hour."""
    run_id = enqueue("lol.chance", key="lol.chance", args={}, target_url="", steps=(), title="")
    db.session.commit()
    perform(run_id, KINDS)
    chances.forget_model()


def test_a_model_of_ones_own_takes_the_place_of_the_first(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("EUW1_7100000002")
    keep("EUW1_7100000003")
    keep(FEATS, "generated")
    assert chances.load_samples().matches == chances.count_games() == 2
    try:
        fit()
        assert chances.load_standing().first
        monkeypatch.setattr(chances, "NEEDED", 2)
        fit()
        assert not chances.load_standing().first
        assert f"of {first_model().matches} real games" not in client.get("/lol/win-chance").text
        assert len(chances.load_versions()) == 2
    finally:
        chances.forget_model()


def test_games_without_a_timeline_bring_no_new_model(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    monkeypatch.setattr(chances, "NEEDED", 2)
    keep("EUW1_7100000002")
    keep("EUW1_7100000003")
    try:
        fit()
        assert len(chances.load_versions()) == 2
        for number in (4, 5, 6):
            keep(f"EUW1_710000000{number}", timeline=False)
        assert chances.load_samples().matches == chances.count_games() == 2
        fit()
        monkeypatch.setattr(chances, "count_games", lambda: 5)
        fit()
        assert len(chances.load_versions()) == 2, "what was read decides, not what was counted"
    finally:
        chances.forget_model()


def test_an_aborted_game_counts_in_no_statistic(client: FlaskClient) -> None:
    played, broken_off = keep("EUW1_7100000002"), keep_aborted("EUW1_7100000003")
    assert chances.count_games() == 1
    assert set(chances.load_samples().match_ids) == {played}
    assert sum(games for _, games, _ in games_store.champion_counts()) == 10
    shapes = db.session.scalars(select(LolCurve.match_id)).all()
    assert set(shapes) <= {played}
    page = client.get(f"/lol/matches/{broken_off}").text
    assert "counts in no statistic" in page
    assert "This game was aborted" in page


def test_feats_are_told_without_a_timeline_too(client: FlaskClient) -> None:
    keep(FEATS, timeline=False)
    rows = client.get(path(FEATS, "objectives") + ".json").json["seen"]["counts"]
    [feats] = (one for one in rows if one["what"] == "Feat of strength")
    assert re.fullmatch(r"\d–\d", feats["said"])
    assert feats["said"] != "0–0"


def test_a_kill_that_paid_less_says_what_it_paid(client: FlaskClient) -> None:
    body, timeline = bodies(CLOSE)
    frames = timeline["info"]["frames"]
    kills = [one for frame in frames for one in frame["events"] if one["type"] == "CHAMPION_KILL"]
    first = next(one for one in kills if one["killerId"])
    first |= {"bounty": 50, "shutdownBounty": -250}
    keep_bodies(body, timeline)
    deaths = client.get(path(CLOSE, "combat") + ".json").json["deaths"]
    assert deaths[kills.index(first)]["paid"] == "50"


def test_moments_that_count_alike_show_the_same_builds(app: Flask) -> None:
    del app
    keep(CLOSE)
    loaded = load_sources(CLOSE, *BUILDS.slices)
    assert loaded
    stretches = [Moment(at) for at in range(0, loaded.row.duration_s, 7)]
    stretches += [Moment(None, (at, at + 200)) for at in range(0, loaded.row.duration_s, 45)]
    shown: dict[object, object] = {}
    for one in stretches:
        seen = builds_seen(loaded, one)
        assert shown.setdefault(BUILDS.shows(loaded, one, {}), seen) == seen
    assert 20 < len(shown) < len(stretches)


def test_a_soul_the_timeline_tells_twice_is_one(app: Flask) -> None:
    assert app
    keep(CLOSE)
    loaded = load_sources(CLOSE, "objectives", "events")
    assert loaded is not None
    souls = (SoulTaken(1_375, "b", "hextech"), SoulTaken(1_418, "b", "hextech"))
    events = replace(loaded.slices["events"], souls=souls)
    twice = replace(loaded, slices={**loaded.slices, "events": events})
    told = [(one.at_s, one.what) for one in note_rows(twice) if "soul" in one.what]
    assert told == [(1_375, "Red: Hextech soul")]
