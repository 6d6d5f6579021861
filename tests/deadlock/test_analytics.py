"""The archive's statistics of heroes: fetched by a job, kept when that fails, placed among."""

from __future__ import annotations

import json

import msgspec
import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from tests.archive import Archive, done, forget_answers
from webapp.core.db import db
from webapp.deadlock.domain.analytics import SAME, SHARES, Analytics, HeroFigures, parse_figures
from webapp.deadlock.domain.metrics import KEYS
from webapp.deadlock.store.analytics import load_analytics, place_analytics, save_analytics
from webapp.jobs import enqueue
from webapp.jobs.models import JobRun

HERO = 1


def analytics_run() -> JobRun:
    forget_answers()
    steps = ("Count matches by hero", "Fetch how figures are spread", "Keep them")
    run_id = enqueue(
        "deadlock.analytics",
        key="deadlock.analytics",
        args={},
        target_url="",
        steps=steps,
        title="Fetching",
    )
    db.session.commit()
    return done(run_id)


def kept_before() -> str:
    """Keep a small set; gives its version."""
    placed = place_analytics({HERO: HeroFigures(500, {"kills": tuple(map(float, range(1, 10)))})})
    save_analytics(placed)
    db.session.commit()
    return load_analytics().version


def test_every_hero_is_fetched_and_can_be_placed_among(app: Flask, archive: Archive) -> None:
    assert app
    assert analytics_run().state == "done"
    found = load_analytics()
    assert found.fetched_at
    assert len(found.heroes) > 20
    assert all(set(hero.quantiles) == set(SAME) for hero in found.heroes.values())
    assert all(hero.n > 0 for hero in found.heroes.values())
    median = found.heroes[HERO].quantiles["damage_per_minute"][SHARES.index(0.5)]
    placed = found.place(HERO, "damage_per_minute", median)
    assert placed is not None
    assert (placed.percentile, placed.median) == (50, median)
    asked = [one["path"] for one in archive.asked()]
    assert sum(path.endswith("/hero-stats") for path in asked) == 1


@pytest.mark.parametrize(
    ("fault", "state"), [("html200", "failed"), ("503", "waiting"), ("truncate", "waiting")]
)
def test_statistics_that_cannot_be_had_leave_the_last_good_ones(
    app: Flask, archive: Archive, fault: str, state: str
) -> None:
    assert app
    before = kept_before()
    archive.strike("/analytics/hero-stats", fault)
    run = analytics_run()
    assert (run.state, load_analytics().version) == (state, before)
    assert run.sentence


def test_an_archive_that_goes_away_halfway_changes_nothing(app: Flask, archive: Archive) -> None:
    assert app
    before = kept_before()
    archive.strike("/player-stats/metrics", "503")
    assert (analytics_run().state, load_analytics().version) == ("waiting", before)


def test_a_hero_nobody_played_is_left_out() -> None:
    nothing = dict.fromkeys(("avg", *(f"percentile{100 * share:.0f}" for share in SHARES)))
    assert parse_figures(json.dumps(dict.fromkeys(["kills", "deaths"], nothing)).encode()) == {}
    with pytest.raises(msgspec.DecodeError):
        parse_figures(b"[1, 2]")


def test_every_figure_the_archive_has_is_one_of_ours() -> None:
    assert SAME.keys() <= set(KEYS)


def test_headshots_are_counted_of_hits_as_we_do() -> None:
    # 82 headshots among 395 hits are 82 / 477 the archive's way.
    spread = {f"percentile{100 * share:.0f}": 82 / 477 for share in SHARES}
    body = json.dumps({"crit_shot_rate": spread}).encode()
    assert parse_figures(body)["headshot_rate"][4] == pytest.approx(100 * 82 / 395)


@given(st.lists(st.floats(0, 1e6), min_size=9, max_size=9), st.floats(0, 1e6), st.floats(0, 1e6))
def test_a_higher_value_never_stands_lower(
    quantiles: list[float], one: float, other: float
) -> None:
    found = Analytics("x", None, {HERO: HeroFigures(9, {"kills": tuple(sorted(quantiles))})})
    low, high = (found.place(HERO, "kills", value) for value in sorted((one, other)))
    assert low is not None
    assert high is not None
    assert 1 <= low.percentile <= high.percentile <= 99


def test_what_is_not_known_has_no_place() -> None:
    found = Analytics("x", None, {HERO: HeroFigures(9, {"kills": tuple(map(float, range(9)))})})
    assert found.place(HERO, "kills", None) is None
    assert found.place(HERO, "deaths", 3) is None
    assert found.place(2, "kills", 3) is None
