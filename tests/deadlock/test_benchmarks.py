"""What is usual: places among values, the snapshot there and back, the job that makes it."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from tests.deadlock.kept import keep
from tests.deadlock.many import copy_match, do
from webapp.core.db import db
from webapp.core.models import Dataset
from webapp.core.objects import current_objects
from webapp.deadlock.domain.benchmarks import (
    ALL_HEROES,
    BANDS,
    POINTS,
    Benchmarks,
    band_of,
    spread_of,
)
from webapp.deadlock.domain.metrics import KEYS
from webapp.deadlock.store import benchmarks, columns
from webapp.deadlock.store.matches import load_slices

VALUES = st.lists(st.integers(-1_000, 1_000).map(float), min_size=1, max_size=POINTS)
MANY = st.lists(st.integers(0, 10_000).map(float), min_size=POINTS + 1, max_size=400)


@given(values=VALUES, value=st.integers(-1_100, 1_100).map(float))
def test_among_few_the_extremes_are_0_and_100_and_places_rise(
    values: list[float], value: float
) -> None:
    spread = spread_of(values)
    place, above = spread.place(value), spread.place(value + 1)
    assert spread.n == place.n == len(values)
    assert 0 <= place.percentile <= above.percentile <= 100
    if value < min(values):
        assert place.percentile == 0
    if value > max(values):
        assert place.percentile == 100
    assert place.median == pytest.approx(float(np.median(values)), rel=1e-4, abs=1e-3)


@given(values=MANY)
def test_among_many_the_place_is_within_a_few_per_cent_of_the_true_one(
    values: list[float],
) -> None:
    spread = spread_of(values)
    rising = np.sort(values)
    step = 100 / (POINTS - 1) + 100 / len(values)
    for value in values[:10]:
        below = 100 * np.searchsorted(rising, value, "left") / len(values)
        upto = 100 * np.searchsorted(rising, value, "right") / len(values)
        assert below - step <= spread.place(value).percentile <= upto + step


def test_equal_values_share_their_place() -> None:
    assert spread_of([3.0]).place(3).percentile == 50
    assert spread_of([1.0, 2.0, 2.0, 3.0]).place(2).percentile == pytest.approx(50)
    assert spread_of([5.0] * 9).place(5).percentile == 50
    with pytest.raises(ValueError, match="needs a value"):
        spread_of([])


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
        items={(3, 77): (312.5, 4)},
    )
    benchmarks.save_benchmarks(made, benchmarks.place_benchmarks(made))
    db.session.commit()
    assert benchmarks.load_benchmarks() == made
    assert made.item_time(3, 77) == (312.5, 4)


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
    assert usual.items == {
        key: (float(np.median(times)), len(times)) for key, times in first.items()
    }


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
    monkeypatch.setattr(benchmarks, "KEPT_OLD", benchmarks.KEPT_OLD * 0)
    do("deadlock.benchmarks")
    found = benchmarks.load_benchmarks()
    assert (found.matches, found.version != usual.version) == (4, True)
    assert not current_objects().exists(old_key)
    assert columns.columns_version()
