"""The Performance tab: whole, in part, as JSON, over a stretch, one player in full, its cost."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.deadlock.kept import MATCH, PART, PATH, keep, keep_body, queries
from tests.deadlock.small_match import MATCH_ID, small_body
from webapp.core.db import db, utc_now
from webapp.deadlock import ingest
from webapp.deadlock.domain.analytics import HeroFigures
from webapp.deadlock.domain.benchmarks import Benchmarks, Spread, spread_of
from webapp.deadlock.domain.metrics import KEYS
from webapp.deadlock.pages.performance import profile
from webapp.deadlock.pages.sources import load_sources
from webapp.deadlock.store.analytics import place_analytics, save_analytics
from webapp.deadlock.store.benchmarks import place_benchmarks, save_benchmarks
from webapp.simulator import sample_assets

PAGE = f"{PATH}/performance"
Key = tuple[int, str | None, str]
TABLES = ("figures", "counters", "blows", "minutes", "accolades")


@pytest.fixture(autouse=True)
def kept_match(app: object) -> None:
    assert app
    ingest.save_bundled(sample_assets())
    keep()


def told(client: FlaskClient, query: str = "", path: str = PATH) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"{path}/performance.json{query}").json or {}
    return found


def table(page: dict[str, Any], key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in page["tables"] if one["key"] == key)
    return found


def numbers(page: dict[str, Any], key: str, column: str) -> list[float]:
    one = table(page, key)
    spot = [column["key"] for column in one["columns"]].index(column)
    cells = [row["cells"][spot]["text"] for side in one["sides"] for row in side["rows"]]
    return [float(cell.replace(",", "")) for cell in cells]


def test_the_page_is_whole_a_part_or_json(client: FlaskClient) -> None:
    whole, part = client.get(PAGE), client.get(PAGE, headers=PART)
    assert whole.text.startswith("<!doctype html>")
    assert part.text.lstrip().startswith("<section")
    assert part.text.strip() in whole.text
    page = told(client)
    assert (page["tab"], page["frame"]["match_id"]) == ("performance", MATCH)
    assert [tab["name"] for tab in page["frame"]["tabs"] if tab["current"]] == ["Performance"]
    assert len(page["people"]) == 12


def test_a_match_not_kept_has_no_performance(client: FlaskClient) -> None:
    assert client.get("/deadlock/matches/77777/performance.json").status_code == 404


@pytest.mark.parametrize("query", ["", "?t=700", "?from=300&to=900", "?player=3"])
@pytest.mark.parametrize("headers", [{}, PART], ids=["whole", "part"])
def test_the_page_costs_few_questions(
    client: FlaskClient, query: str, headers: dict[str, str]
) -> None:
    with queries() as asked:
        assert client.get(PAGE + query, headers=headers).status_code == 200
    assert len(asked) <= 6, asked


def test_the_first_view_is_light(client: FlaskClient) -> None:
    for query in ("", "?player=1"):
        answer = client.get(PAGE + query, headers={"Accept-Encoding": "gzip"})
        assert len(answer.data) < 45_000


def test_stretches_that_meet_add_up_to_the_whole(client: FlaskClient) -> None:
    pages = [told(client, query) for query in ("", "?from=0&to=540", "?from=540&to=99999")]
    for key, column in (("aim", "shots"), ("blows", "gun_body"), ("movement", "dashes")):
        whole, *parts = (numbers(page, key, column) for page in pages)
        assert any(whole)
        assert [sum(both) for both in zip(*parts, strict=True)] == whole


def test_each_table_says_the_stretch_it_counts(client: FlaskClient) -> None:
    page = told(client, "?from=540&to=720")
    assert table(page, "aim")["said"].startswith("9:00 to 12:00")
    assert table(page, "time")["said"].startswith("9:00 to 12:00")
    early = told(client, "?t=20")
    assert table(early, "aim")["sides"] == []
    assert table(early, "aim")["said"] == "No sample by then"
    assert all(one["said"] == "Whole match" for one in told(client)["tables"])


def test_links_keep_the_chosen_moment(client: FlaskClient) -> None:
    page = told(client, "?t=700")
    assert page["follows"] == 700
    assert page["people"][0]["href"].endswith("/performance?t=700&player=1")
    assert page["everybody"].endswith("/performance?t=700")


@pytest.mark.parametrize("query", ["?player=99", "?player=x", "?player=", "?player=-1"])
def test_a_choice_that_makes_no_sense_is_as_good_as_none(client: FlaskClient, query: str) -> None:
    page = told(client, query)
    assert page["profile"] is None
    assert len(page["tables"]) == 5


def test_a_profile_has_every_figure_with_its_rank(client: FlaskClient) -> None:
    page = told(client, "?player=3")
    lines = [line for group in page["profile"]["groups"] for line in group["lines"]]
    assert [line["key"] for line in lines] == list(KEYS)
    loaded = load_sources(MATCH, "performance")
    assert loaded is not None
    players = loaded.slices["performance"].players
    spot = KEYS.index("deaths")
    deaths = {one.slot: one.values[spot] for one in players}
    fewer = sum(count < deaths[3] for count in deaths.values())
    assert lines[spot]["rank"] == f"{fewer + 1} of 12"
    assert page["tables"] == []
    assert page["profile"]["ranges"]
    text = client.get(f"{PAGE}?player=3").text
    assert "not worked out yet" in text
    assert "not fetched yet" in text


def test_stretches_of_a_profile_add_up_to_the_whole(client: FlaskClient) -> None:
    whole = dict(
        zip(
            (row["slot"] for row in told(client)["people"]),
            numbers(told(client), "aim", "shots"),
            strict=True,
        )
    )
    shown = told(client, "?player=4")["profile"]["stretches"]
    assert shown["columns"][0]["key"] == "shots"
    shots = [float(line["cells"][0].replace(",", "")) for line in shown["lines"]]
    assert sum(shots) == whole[4]
    assert shown["lines"][0]["href"].endswith("/performance?from=0&to=180")


def test_a_profile_stands_among_the_archive_s_matches(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    hero = told(client)["people"][0]["hero_id"]
    before = client.get(f"{PAGE}?player=1")
    figures = {"kills": tuple(float(one) for one in range(100, 109))}
    save_analytics(place_analytics({hero: HeroFigures(4_000, figures)}))
    db.session.commit()
    page = told(client, "?player=1")
    kills = page["profile"]["groups"][0]["lines"][0]
    assert kills["archive"] == {"percent": 1.0, "said": "above 1% of 4,000", "median": "104"}
    after = client.get(f"{PAGE}?player=1")
    assert after.headers["ETag"] != before.headers["ETag"]
    assert "fetched" in after.text
    monkeypatch.setattr(profile, "FEWEST", 5_000)
    few = told(client, "?player=1")["profile"]["groups"][0]["lines"][0]
    assert few["archive"]["percent"] is None
    assert few["archive"]["said"] == "only 4,000, too few"


def test_an_old_match_says_what_it_does_not_record(client: FlaskClient) -> None:
    keep_body(small_body(dialect="2024"))
    old = f"/deadlock/matches/{MATCH_ID}"
    page = told(client, path=old)
    assert table(page, "movement")["sides"] == []
    assert "since 2025" in table(page, "movement")["said"]
    assert table(page, "time")["sides"]
    assert table(page, "time")["said"] == "Whole match; not recorded: Fighting, %"
    text = client.get(f"{old}/performance?player=1").text
    assert "not recorded" in text
    assert client.get(f"{old}/performance").status_code == 200


@pytest.mark.parametrize("query", ["", "?t=5", "?from=10&to=20"])
def test_a_match_without_paths_and_damage_says_so(client: FlaskClient, query: str) -> None:
    keep_body(small_body(paths=False, damage=False))
    page = told(client, query, f"/deadlock/matches/{MATCH_ID}")
    assert table(page, "blows")["said"] == "This match holds no damage matrix."
    assert table(page, "time")["said"] == "This match holds no positions."


def test_a_hero_without_stored_matches_is_told_so(client: FlaskClient) -> None:
    made = Benchmarks("test", utc_now(), 37, {(77_777, None, "kills"): spread_of([1.0])})
    save_benchmarks(made, place_benchmarks(made))
    db.session.commit()
    assert "none of the 37 stored matches has" in client.get(f"{PAGE}?player=2").text


def test_a_benchmark_shows_the_place_and_its_n(client: FlaskClient) -> None:
    hero = told(client)["people"][0]["hero_id"]
    known: dict[Key, Spread] = {
        (hero, None, "kills"): spread_of([99.0] * 30),
        (hero, None, "deaths"): spread_of([1]),
    }
    made = Benchmarks("test", utc_now(), 30, known)
    save_benchmarks(made, place_benchmarks(made))
    db.session.commit()
    page = told(client, "?player=1")
    kills, deaths = page["profile"]["groups"][0]["lines"][:2]
    assert kills["here"] == {"percent": 0.0, "said": "below all 30", "median": "99"}
    assert deaths["here"] == {"percent": None, "said": "only 1, too few", "median": ""}
    assert page["measured"]["places"] == ["here"]
    assert "below all 30" in client.get(f"{PAGE}?player=1").text


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_also_csv(client: FlaskClient, name: str) -> None:
    answer = client.get(f"{PATH}/tables/{name}.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert {row["hero"] for row in rows}
    assert len({row["slot"] for row in rows}) == 12
    if name == "figures":
        assert len(rows) == 12
        assert set(KEYS) <= rows[0].keys()
