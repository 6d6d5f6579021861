"""One player in full: rank, stretches, and the place among stored matches and the archive's."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

from tests.deadlock.kept import MATCH, body_of, keep, keep_body
from tests.deadlock.test_performance_page import PAGE, numbers, told
from webapp.core.db import db, utc_now
from webapp.deadlock import ingest
from webapp.deadlock.domain.analytics import HeroFigures
from webapp.deadlock.domain.benchmarks import Benchmarks
from webapp.deadlock.domain.metrics import KEYS
from webapp.deadlock.pages.sources import load_sources
from webapp.deadlock.store.analytics import place_analytics, save_analytics
from webapp.deadlock.store.benchmarks import place_benchmarks, save_benchmarks
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.matchplay import spreads
from webapp.matchplay.spreads import Spread, spread_of
from webapp.simulator import sample_assets

Key = tuple[int, str | None, str]


@pytest.fixture(autouse=True)
def kept_match(app: object) -> None:
    assert app
    ingest.save_bundled(sample_assets())
    keep()


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
    monkeypatch.setattr(spreads, "SMALL", 5_000)
    few = told(client, "?player=1")["profile"]["groups"][0]["lines"][0]
    assert few["archive"]["percent"] is None
    assert few["archive"]["said"] == "of 4,000 games; too few to judge"


def test_a_hero_without_stored_matches_is_told_so(client: FlaskClient) -> None:
    made = Benchmarks("others only", utc_now(), 37, {(77_777, None, "kills"): spread_of([1.0])})
    save_benchmarks(made, place_benchmarks(made))
    db.session.commit()
    assert "none of the 37 stored matches has" in client.get(f"{PAGE}?player=2").text


def test_a_benchmark_shows_the_place_and_its_n(client: FlaskClient) -> None:
    hero = told(client)["people"][0]["hero_id"]
    known: dict[Key, Spread] = {
        (hero, None, "kills"): spread_of([99.0] * 30),
        (hero, None, "deaths"): spread_of([1]),
    }
    made = Benchmarks("thirty", utc_now(), 30, known)
    save_benchmarks(made, place_benchmarks(made))
    db.session.commit()
    page = told(client, "?player=1")
    kills, deaths = page["profile"]["groups"][0]["lines"][:2]
    assert kills["here"] == {"percent": 0.0, "said": "below all 30", "median": "99"}
    assert deaths["here"] == {"percent": None, "said": "of 1 game; too few to judge", "median": ""}
    assert page["measured"]["places"] == ["here"]
    assert "below all 30" in client.get(f"{PAGE}?player=1").text


def keep_ranked(badge_a: int, badge_b: int) -> None:
    """Keep the match anew, its sides of these average ranks."""
    read = json.loads(body_of(MATCH))
    read["match_info"] |= {"average_badge_team0": badge_a, "average_badge_team1": badge_b}
    keep_body(json.dumps(read).encode())


def test_a_figure_stands_among_the_same_hero_and_ranks(client: FlaskClient) -> None:
    keep_ranked(36, 112)
    people = told(client)["people"]
    own, other = (next(one for one in people if one["side"] == side) for side in "ab")
    made = Benchmarks(
        "ranks",
        utc_now(),
        70,
        {
            (own["hero_id"], None, "kills"): spread_of([99.0] * 70),
            (own["hero_id"], "3-4", "kills"): spread_of([-1.0] * 25),
            (own["hero_id"], "9-11", "kills"): spread_of([98.0] * 45),
            (own["hero_id"], "3-4", "deaths"): spread_of([99.0]),
            (other["hero_id"], None, "kills"): spread_of([99.0] * 70),
            (other["hero_id"], "3-4", "kills"): spread_of([-1.0] * 25),
        },
    )
    save_benchmarks(made, place_benchmarks(made))
    db.session.commit()
    page = told(client, f"?player={own['slot']}")
    kills, deaths = page["profile"]["groups"][0]["lines"][:2]
    assert kills["here"] == {"percent": 0.0, "said": "below all 70", "median": "99"}
    assert kills["band"] == {"percent": 100.0, "said": "above all 25", "median": "-1"}
    assert deaths["band"]["said"] == "of 1 game; too few to judge"
    assert page["measured"]["places"] == ["here", "band"]
    ranks = load_catalogue().ranks
    assert page["measured"]["ranks"] == f"{ranks[3]} to {ranks[4]}"
    text = client.get(f"{PAGE}?player={own['slot']}").text
    assert "Same hero and ranks</th>" in text
    assert f"same ranks are {ranks[3]} to {ranks[4]}" in text
    assert "above all 25" in text
    beside = told(client, f"?player={other['slot']}")
    assert beside["measured"]["places"] == ["here"], "nobody of these ranks played that hero"
    assert "Same hero and ranks</th>" not in client.get(f"{PAGE}?player={other['slot']}").text


def test_without_a_rank_of_the_side_no_ranks_are_the_same(client: FlaskClient) -> None:
    keep_ranked(0, 0)
    hero = told(client)["people"][0]["hero_id"]
    known: dict[Key, Spread] = {
        (hero, None, "kills"): spread_of([99.0] * 30),
        (hero, "1-2", "kills"): spread_of([99.0] * 30),
    }
    made = Benchmarks("no rank", utc_now(), 30, known)
    save_benchmarks(made, place_benchmarks(made))
    db.session.commit()
    measured = told(client, "?player=1")["measured"]
    assert (measured["places"], measured["ranks"]) == (["here"], "")
