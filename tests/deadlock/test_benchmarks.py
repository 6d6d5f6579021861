"""What is usual: bands of ranks, the snapshot there and back, the job that makes it."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import numpy as np
import polars as pl
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from tests.deadlock.kept import body_of, keep, keep_body
from tests.deadlock.many import copy_match, do
from tests.deadlock.test_analysis import QUIET
from webapp.core.db import db
from webapp.core.models import Dataset
from webapp.core.objects import current_objects
from webapp.deadlock.domain.benchmarks import (
    ALL_HEROES,
    BANDS,
    Benchmarks,
    ItemTimes,
    band_of,
)
from webapp.deadlock.domain.metrics import KEYS
from webapp.deadlock.domain.segments.usual import item_times_of
from webapp.deadlock.store import benchmarks, columns
from webapp.deadlock.store.matches import load_slices
from webapp.matchplay.spreads import spread_of
from webapp.matchroom import snapshots


@pytest.mark.parametrize(
    ("badge", "band"),
    [(None, None), (0, None), (6, None), (11, "1-2"), (26, "1-2"), (31, "3-4"), (116, "9-11")],
)
def test_an_average_rank_belongs_to_one_band(badge: int | None, band: str | None) -> None:
    assert band_of(badge) == band


def test_bands_take_every_tier_once() -> None:
    tiers = [tier for band in BANDS for tier in range(band.first, band.last + 1)]
    assert tiers == list(range(1, 12))


@pytest.mark.usefixtures("app")
def test_before_any_snapshot_nothing_is_usual() -> None:
    usual = benchmarks.load_benchmarks()
    assert (usual.version, usual.computed_at, usual.matches) == ("none", None, 0)
    assert usual.place(1, None, KEYS[0], 3.0) is None
    assert usual.item_time(1, 2) is None


@pytest.mark.usefixtures("app")
def test_a_snapshot_comes_back_as_it_was_kept() -> None:
    made = Benchmarks(
        version="v1",
        computed_at=datetime(2026, 3, 1, tzinfo=UTC),
        matches=7,
        spreads={(3, None, "kills"): spread_of([1, 2, 4]), (3, "1-2", "kills"): spread_of([2])},
        items={(3, 77): ItemTimes(300, 312.5, 325, 4)},
        counted=frozenset({71, 72}),
    )
    benchmarks.save_benchmarks(made, benchmarks.place_benchmarks(made))
    db.session.commit()
    assert benchmarks.load_benchmarks() == made
    assert made.item_time(3, 77) == (312.5, 4)


@QUIET
@given(st.lists(st.integers(0, 60), min_size=1, max_size=9), st.integers(0, 8))
def test_the_median_of_all_others_is_told_without_them(times: list[int], which: int) -> None:
    table = pl.LazyFrame(
        {
            "hero_id": 3,
            "item_id": 77,
            "match_id": range(len(times)),
            "slot": 1,
            "at_s": times,
            "ordinary": True,
        }
    )
    at_s = times[which % len(times)]
    others = times.copy()
    others.remove(at_s)
    found = item_times_of(table)[3, 77]
    assert (found.median_s, found.n) == (np.median(times), len(times))
    assert found.without(at_s) == ((np.median(others), len(others)) if others else None)


def test_a_match_is_no_measure_of_its_own_purchases(client: FlaskClient) -> None:
    keep(72_001, "short")
    do("deadlock.columns")
    do("deadlock.benchmarks")
    address = "/deadlock/matches/72001/builds.json?player=1"
    alone = client.get(address).get_json()["build"]
    assert {item["usual_n"] for item in alone["items"]} == {0}
    assert not alone["timed"]
    copy_match(72_001, [72_002])
    do("deadlock.columns")
    do("deadlock.benchmarks")
    beside = client.get(address).get_json()["build"]
    assert {item["usual_n"] for item in beside["items"]} == {1}


@pytest.fixture
def usual(app: Flask) -> Benchmarks:
    assert app
    keep(72_001, "short")
    keep(72_002)
    copy_match(72_002, [72_003])
    do("deadlock.columns")
    assert do("deadlock.benchmarks") == "done"
    return benchmarks.load_benchmarks()


def test_the_job_tells_every_metric_as_the_matches_do(usual: Benchmarks) -> None:
    told: dict[tuple[int, str], list[float]] = {}
    for match_id in (72_001, 72_002, 72_003):
        for player in load_slices(match_id, "performance")["performance"].players:
            for key, value in zip(KEYS, player.values, strict=True):
                if value is not None:
                    told.setdefault((player.hero_id, key), []).append(value)
                    told.setdefault((ALL_HEROES, key), []).append(value)
    assert {(hero, key) for hero, band, key in usual.spreads if band is None} == set(told)
    for (hero, key), values in told.items():
        spread = usual.spreads[hero, None, key]
        assert spread.n == len(values)
        assert spread.median == pytest.approx(float(np.median(values)), rel=1e-4, abs=1e-4)
    assert usual.matches == 3


BADGES = {72_101: (26, 31), 72_102: (36, 31), 72_103: (0, 116)}
"""Average ranks of both sides; 0 is none."""
BAND = {26: "1-2", 31: "3-4", 36: "3-4", 116: "9-11"}


def ranked_body(match_id: int, badges: tuple[int, int]) -> bytes:
    read = json.loads(body_of(match_id, "short"))
    names = ("average_badge_team0", "average_badge_team1")
    read["match_info"] |= dict(zip(names, badges, strict=True))
    return json.dumps(read).encode()


@pytest.mark.usefixtures("app")
def test_the_job_tells_every_metric_by_the_rank_of_the_players_side() -> None:
    told: dict[tuple[int, str, str], list[float]] = {}
    for match_id, badges in BADGES.items():
        keep_body(ranked_body(match_id, badges))
        for player in load_slices(match_id, "performance")["performance"].players:
            band = BAND.get(badges["ab".index(player.side)])
            for key, value in zip(KEYS, player.values, strict=True):
                for hero_id in (player.hero_id, ALL_HEROES) if band and value is not None else ():
                    told.setdefault((hero_id, str(band), key), []).append(value or 0.0)
    do("deadlock.columns")
    do("deadlock.benchmarks")
    usual = benchmarks.load_benchmarks()
    assert {key for key in usual.spreads if key[1] is not None} == set(told)
    for (hero, band, key), values in told.items():
        spread = usual.spreads[hero, band, key]
        assert spread.n == len(values)
        assert spread.median == pytest.approx(float(np.median(values)), rel=1e-4, abs=1e-4)
    counts = {band: usual.spreads[ALL_HEROES, band, "kills"].n for band in set(BAND.values())}
    assert counts == {"1-2": 6, "3-4": 18, "9-11": 6}
    assert usual.spreads[ALL_HEROES, None, "kills"].n == 36


def test_the_job_tells_item_times_as_the_matches_do(usual: Benchmarks) -> None:
    first: dict[tuple[int, int], list[int]] = {}
    for match_id in (72_001, 72_002, 72_003):
        seen: dict[tuple[int, int], int] = {}
        heroes = {}
        for line in load_slices(match_id, "builds")["builds"].lines:
            if line.rank is None:
                spot = (line.slot, line.item_id)
                seen[spot] = min(seen.get(spot, line.at_s), line.at_s)
                heroes[line.slot] = line.hero_id
        for (slot, item_id), at_s in seen.items():
            first.setdefault((heroes[slot], item_id), []).append(at_s)
    assert usual.counted == {72_001, 72_002, 72_003}
    assert usual.items.keys() == first.keys()
    for (hero, item), times in first.items():
        assert usual.item_time(hero, item) == (float(np.median(times)), len(times))
        for place, at_s in enumerate(times):
            others = [*times[:place], *times[place + 1 :]]
            told = (float(np.median(others)), len(others)) if others else None
            assert usual.item_time(hero, item, but=at_s) == told


def test_a_run_with_nothing_new_makes_no_snapshot(usual: Benchmarks) -> None:
    rows = db.session.scalars(select(Dataset.version).where(Dataset.name == benchmarks.NAME)).all()
    assert do("deadlock.benchmarks") == "done"
    again = db.session.scalars(select(Dataset.version).where(Dataset.name == benchmarks.NAME)).all()
    assert rows == again == [usual.version]


def test_a_new_match_makes_a_new_snapshot_and_old_ones_are_forgotten(
    usual: Benchmarks, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = db.session.scalars(select(Dataset).where(Dataset.name == benchmarks.NAME)).one()
    old_key = old.object_key
    copy_match(72_001, [72_004])
    do("deadlock.columns")
    monkeypatch.setattr(snapshots, "KEPT_OLD", snapshots.KEPT_OLD * 0)
    do("deadlock.benchmarks")
    found = benchmarks.load_benchmarks()
    assert (found.matches, found.version != usual.version) == (4, True)
    assert not current_objects().exists(old_key)
    assert columns.columns_version()
