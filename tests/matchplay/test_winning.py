"""Fitting and judging a chance: the formulas, and what no match tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from webapp.matchplay.winning import (
    Feature,
    Model,
    Numbers,
    Recipe,
    Samples,
    bins_of,
    chance_of,
    curve_through,
    fit_weights,
    is_due,
    is_held_out,
    make_small_model,
    score_of,
)

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def test_fitting_finds_the_weights_that_made_the_data() -> None:
    rng = np.random.default_rng(1)
    figures = rng.normal(size=(40_000, 3)) * [1, 10, 0.1]
    true = np.array([0.8, 0.05, 4.0])
    won = rng.random(40_000) < 1 / (1 + np.exp(-figures @ true))
    assert fit_weights(figures, won, 40_000) == pytest.approx(true, rel=0.1)


def test_a_figure_that_would_count_against_its_owner_is_left_out() -> None:
    rng = np.random.default_rng(2)
    figures = rng.normal(size=(5_000, 3))
    figures[:, 2] = 0
    won = rng.random(5_000) < 1 / (1 + np.exp(-(figures[:, 0] - 0.7 * figures[:, 1])))
    weights = fit_weights(figures, won, 5_000)
    assert weights[0] > 0.5
    assert weights[1:] == (0.0, 0.0)


def test_fitting_bears_what_no_match_tells() -> None:
    assert fit_weights(np.zeros((0, 9)), np.zeros(0, dtype=bool), 0) == (0.0,) * 9
    apart = np.array([[1.0], [2.0], [-1.0]])
    weights = fit_weights(apart, np.array([True, True, False]), 3)
    assert 0 < weights[0] < 10


def test_marks_are_those_of_the_formulas() -> None:
    score = score_of("", np.array([0.8, 0.3]), np.array([True, True]))
    assert score.brier == pytest.approx((0.04 + 0.49) / 2)
    assert score.log_loss == pytest.approx(-(np.log(0.8) + np.log(0.3)) / 2)
    even = score_of("", np.array([0.5, 0.5]), np.array([True, False]))
    assert (even.brier, even.log_loss) == (0.25, pytest.approx(0.693, abs=0.001))
    assert score_of("", np.zeros(0), np.zeros(0, dtype=bool)).brier == 0


def test_bins_count_moments_and_matches_apart() -> None:
    chance = np.array([0.05, 0.07, 0.62, 0.68, 1.0])
    won = np.array([False, False, True, False, True])
    bins = bins_of(chance, won, np.array([1, 1, 2, 3, 3]))
    assert [(one.low, one.moments, one.matches) for one in bins] == [
        (0.0, 2, 1),
        (0.6, 2, 2),
        (0.9, 1, 1),
    ]
    middle = bins[1]
    assert (middle.said, middle.came) == (pytest.approx(0.65), 0.5)
    # Wilson's interval for 1 of 2, from the formula by hand.
    assert (middle.came_low, middle.came_high) == (
        pytest.approx(0.0945, abs=0.001),
        pytest.approx(0.9055, abs=0.001),
    )


def test_one_match_in_five_judges() -> None:
    held = sum(is_held_out(60_000_000 + 61 * number) for number in range(2_000))
    assert 360 < held < 440


def model_of(matches: int) -> Model:
    return Model("x", NOW, ("lead",), (1.0,), matches - 100, 100, 0, 0, (), ())


def test_a_new_model_waits_for_enough_new_matches() -> None:
    model = model_of(600)
    assert not is_due(499, None, 500)
    assert is_due(500, None, 500)
    assert not is_due(650, model, 500)
    assert is_due(660, model, 500)


def test_a_model_of_other_figures_is_not_followed() -> None:
    recipe = Recipe(1, (Feature("lead", "Lead", "one", "Lead"),), 1, "Lead alone")
    assert model_of(600).follows(recipe)
    assert not replace(model_of(600), form=0).follows(recipe)
    assert not replace(model_of(600), keys=("gold",)).follows(recipe)


def test_a_curve_has_two_points_where_a_chance_jumps() -> None:
    def chances(moments: Numbers, /, *, before: bool) -> Numbers:
        return np.where(moments + (0 if before else 1) > 70, 0.7, 0.5)

    curve = curve_through([70, 200], 130, chances)
    assert [(one.at_s, one.chance) for one in curve.points] == [
        (0, 0.5),
        (60, 0.5),
        (70, 0.5),
        (70, 0.7),
        (120, 0.7),
    ]
    assert [(one.at_s, round(one.change, 1)) for one in curve.jumps] == [(70, 0.2)]


def test_few_matches_are_each_judged_by_the_others() -> None:
    recipe = Recipe(1, (Feature("lead", "Lead", "one", "Lead"),), 1, "Lead alone")
    won = np.array([True, True, False, False, True, True])
    samples = Samples(
        np.array([[2.0], [3.0], [-1.0], [-4.0], [-1.0], [-2.0]]),
        np.array(["x", "x", "y", "y", "z", "z"]),
        won,
    )
    model = make_small_model(recipe, samples, NOW)
    assert (model.matches, model.held_matches, model.held_moments) == (3, 0, 6)
    seen = score_of("", chance_of(model.weights, samples.figures), won)
    assert model.scores[0].brier > seen.brier
    assert model.scores[0] == replace(model.scores[1], name="This model")
