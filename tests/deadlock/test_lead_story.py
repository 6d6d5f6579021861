"""The word for how a lead went, and where it changed hands: rules, and the same for both sides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.deadlock.domain.analysis.economy import Story, story_of
from webapp.deadlock.domain.analysis.lead import Lead, LeadSample

SIDES = {"a": "b", "b": "a", None: None}


def story(*rows: tuple[int, int, int], winner: int | None = 0) -> Story:
    return story_of(Lead(tuple(LeadSample(*row) for row in rows), None, None), winner)


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        (((600, 50_000, 60_000), (900, 70_000, 70_000), (1200, 99_000, 90_000)), "thrown lead"),
        (((600, 50_000, 60_000), (900, 70_000, 71_000), (1200, 99_000, 90_000)), "comeback"),
        (((600, 60_000, 40_000), (900, 90_000, 60_000)), "stomp"),
        (((300, 9_900, 10_000), (600, 60_000, 40_000), (900, 90_000, 60_000)), "stomp"),
        (((600, 39_900, 40_000), (900, 90_000, 60_000)), "held lead"),
        (((600, 50_000, 49_000), (900, 90_000, 88_000)), "close"),
        ((), "no winner"),
    ],
)
def test_a_lead_is_called_by_the_rule(rows: tuple[tuple[int, int, int], ...], word: str) -> None:
    assert story(*rows).kind == word


def test_nobody_won_so_the_lead_has_no_word() -> None:
    found = story((600, 60_000, 40_000), winner=None)
    assert (found.kind, found.winner) == ("no winner", None)
    assert found.peak_a is not None
    assert found.peak_a.share == pytest.approx(0.2)


def test_a_change_of_hands_lies_between_its_samples() -> None:
    found = story((600, 10_000, 11_000), (900, 20_000, 20_000), (1200, 33_000, 30_000))
    (swing,) = found.swings
    assert (swing.from_s, swing.to_s, swing.side) == (600, 1200, "a")
    assert swing.about_s == 600 + 600 * 1_000 / 4_000
    assert found.lost == swing


SAMPLES = st.lists(
    st.tuples(st.integers(0, 90_000), st.integers(0, 90_000)), min_size=1, max_size=14
).map(lambda rows: [(180 * (number + 1), a, b) for number, (a, b) in enumerate(rows)])


@given(SAMPLES, st.sampled_from([0, 1, None]))
def test_swapping_sides_mirrors_the_story(
    rows: list[tuple[int, int, int]], winner: int | None
) -> None:
    here = story(*rows, winner=winner)
    there = story(
        *((at_s, b, a) for at_s, a, b in rows), winner=None if winner is None else 1 - winner
    )
    assert (here.kind, here.thrown_s) == (there.kind, there.thrown_s)
    assert (here.peak_a, here.peak_b) == (there.peak_b, there.peak_a)
    assert SIDES[here.winner] == there.winner
    assert [(one.from_s, one.about_s, SIDES[one.side]) for one in here.swings] == [
        (one.from_s, one.about_s, one.side) for one in there.swings
    ]


@given(SAMPLES)
def test_every_change_of_hands_is_between_samples_of_both_sides(
    rows: list[tuple[int, int, int]],
) -> None:
    ahead = {at_s: a - b for at_s, a, b in rows}
    for swing in story(*rows).swings:
        assert swing.from_s <= swing.about_s <= swing.to_s
        assert ahead[swing.from_s] * ahead[swing.to_s] < 0
        assert (ahead[swing.to_s] > 0) == (swing.side == "a")
