"""Places among many values: bounds, order, ties, and what is said of too few."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.matchplay.shares import SMALL
from webapp.matchplay.spreads import POINTS, Place, Placed, place_said, spread_of

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


@given(values=st.lists(st.integers(0, 30).map(float), min_size=2, max_size=POINTS), data=st.data())
def test_a_value_of_the_few_stands_at_the_middle_of_its_ties_without_itself(
    values: list[float], data: st.DataObject
) -> None:
    value = data.draw(st.sampled_from(values))
    below = sum(one < value for one in values)
    others_equal = values.count(value) - 1
    true = 100 * (below + others_equal / 2) / (len(values) - 1)
    assert spread_of(values).place(value).percentile == pytest.approx(true)


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


@given(values=st.lists(st.integers(0, 500).map(float), min_size=1, max_size=300))
def test_places_never_fall_as_values_rise_and_stay_within_0_and_100(values: list[float]) -> None:
    spread = spread_of(values)
    places = [spread.place(value).percentile for value in (-1, *sorted(values), 501)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0, 100)


@given(parts=st.lists(st.tuples(st.integers(0, 9), st.integers(1, 99)), min_size=1, max_size=41))
def test_a_share_with_endless_digits_ties_with_itself(parts: list[tuple[int, int]]) -> None:
    values = [one / of for one, of in parts]
    spread, first = spread_of(values), values[0]
    same = spread_of([first] * 3)
    assert same.place(first).percentile == 50
    assert (spread.place(first).percentile == 100) == (
        len(values) > 1 and all(one < first for one in values[1:])
    )


def test_equal_values_share_their_place() -> None:
    assert spread_of([3.0]).place(3).percentile == 50
    assert spread_of([1.0, 2.0, 2.0, 3.0]).place(2).percentile == pytest.approx(50)
    assert spread_of([5.0] * 9).place(5).percentile == 50
    with pytest.raises(ValueError, match="needs a value"):
        spread_of([])


@pytest.mark.parametrize(
    ("percentile", "n", "said", "percent"),
    [
        (50, SMALL - 1, "of 19 games; too few to judge", None),
        (50, 1, "of 1 game; too few to judge", None),
        (0, SMALL, "below all 20", 0),
        (62.44, 4_000, "above 62% of 4,000", 62.4),
        (100, SMALL, "above all 20", 100),
    ],
)
def test_a_place_is_said_with_its_n_and_too_few_give_none(
    percentile: float, n: int, said: str, percent: float | None
) -> None:
    place = place_said(Placed(percentile, n, 7.0), "7")
    assert place == Place(percent, said, "" if percent is None else "7")
