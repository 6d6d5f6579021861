"""A share with its interval, beside values worked out elsewhere and what must always hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.matchplay.shares import SMALL, share_of, wilson

COUNTS = st.integers(0, 5_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("wins", "n", "low", "high"),
    [
        (0, 0, 0, 1),
        (0, 10, 0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1),
        (1, 29, 0.0061, 0.1718),
        (15, 148, 0.0624, 0.1605),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_wilsons_interval_is_that_of_the_tables(wins: int, n: int, low: float, high: float) -> None:
    # The last three are examples of Newcombe (1998), Statistics in Medicine 17:857-872, table I.
    assert wilson(wins, n) == pytest.approx((low, high), abs=0.0001)


@given(counts=COUNTS)
def test_the_interval_holds_the_share_and_mirrors_it(counts: tuple[int, int]) -> None:
    wins, n = counts
    low, high = wilson(wins, n)
    slip = 1e-12
    assert 0 <= low <= (wins / n if n else 0.5) + slip
    assert (wins / n if n else 0.5) - slip <= high <= 1
    mirrored = wilson(n - wins, n)
    assert (low, high) == pytest.approx((1 - mirrored[1], 1 - mirrored[0]), abs=1e-12)


@given(counts=COUNTS)
def test_ten_times_as_many_say_it_more_surely(counts: tuple[int, int]) -> None:
    wins, n = counts
    few, many = wilson(wins, n), wilson(wins * 10, n * 10)
    assert many[1] - many[0] <= few[1] - few[0] + 1e-12


def test_no_match_has_no_per_cent_and_few_are_called_so() -> None:
    assert share_of(0, 0).percent is None
    assert (share_of(1, 3).percent, share_of(1, 3).small) == (33, True)
    assert not share_of(SMALL, SMALL).small
