"""The win chance by its rules: both sides alike, nothing ahead of its time, red as blue."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.changed import replace
from tests.lol.played import on_the_rift
from webapp.lol.domain.analysis.known import COLUMNS, NOTHING, Known, known_of
from webapp.lol.domain.records import Match, MonsterKill
from webapp.lol.domain.winning import (
    FEATURES,
    RECIPE,
    chance_at,
    chances_of,
    curve_of,
    features_of,
    first_model,
    swing_at,
)
from webapp.lol.domain.winning.samples import counts_for_chances, rows_of, samples_of
from webapp.matchplay.winning import make_small_model

FRAMES = 12
EVEN = st.lists(st.integers(0, 20_000), min_size=FRAMES, max_size=FRAMES)
FEW = st.lists(st.integers(0, 9), min_size=FRAMES, max_size=FRAMES)


@st.composite
def knowns(draw: st.DrawFn) -> Known:
    """Invent columns of a match, any at all."""
    columns = {
        name: tuple(draw(EVEN if name.startswith(("gold", "xp")) else FEW)) for name in COLUMNS
    }
    return Known(**columns | {"at_ms": tuple(60_013 * n for n in range(FRAMES))})


def known_with(frames: int, **columns: tuple[int, ...]) -> Known:
    """Give columns of 0 but for some."""
    return Known(**dict.fromkeys(COLUMNS, (0,) * frames) | columns)


def mirrored(known: Known) -> Known:
    """Give the same match with the sides' names swapped."""
    other = {"a": "b", "b": "a"}
    swapped = {
        name: getattr(known, f"{name[:-1]}{other[name[-1]]}") for name in COLUMNS if name != "at_ms"
    }
    return Known(known.at_ms, **swapped)


@given(known=knowns())
@settings(max_examples=60)
def test_swapping_the_sides_turns_p_into_one_minus_p_exactly(known: Known) -> None:
    weights = first_model().weights
    here, there = chances_of(weights, known), chances_of(weights, mirrored(known))
    assert list(there) == [1 - one for one in here]


@given(known=knowns(), more=st.integers(1, 5_000))
@settings(max_examples=60)
def test_more_gold_never_lowers_a_chance(known: Known, more: int) -> None:
    richer = replace(known, gold_a=tuple(one + more for one in known.gold_a))
    weights = first_model().weights
    for poor, rich in zip(chances_of(weights, known), chances_of(weights, richer), strict=True):
        assert rich >= poor


def test_what_helps_red_is_a_gain_for_red() -> None:
    """A swing has the sign of whoever did it: Red's dragon is no loss of Red's."""
    known = known_with(
        2,
        at_ms=(0, 60_000),
        barons_b=(0, 1),
        gold_a=(500, 500),
        gold_b=(500, 900),
    )
    chances = chances_of(first_model().weights, known)
    swing = swing_at(known.at_ms, chances, 30_000)
    assert swing is not None
    assert swing.gained("b") > 0 > swing.gained("a")
    assert swing.gained("b") == -swing.gained("a")


def test_no_frame_knows_what_comes_after_it() -> None:
    """Cutting the events off after a frame changes nothing up to that frame."""
    for match in on_the_rift()[:3]:
        whole = known_of(match)
        for number in (5, 12):
            cut = known_of(without_what_follows(match, whole.at_ms[number]))
            for name in COLUMNS:
                assert getattr(cut, name)[: number + 1] == getattr(whole, name)[: number + 1], name


def without_what_follows(match: Match, at_ms: int) -> Match:
    told = match.timeline
    assert told is not None
    lists = ("kills", "monsters", "buildings", "souls")
    cut = {name: tuple(one for one in getattr(told, name) if one.at_ms <= at_ms) for name in lists}
    return replace(match, timeline=replace(told, **cut))


def test_a_kill_is_never_in_the_state_before_it() -> None:
    """The frame before a dragon has one dragon less than the frame after it, in every game."""
    seen = 0
    for match in on_the_rift():
        known = known_of(match)
        for monster in match.timeline.monsters if match.timeline else ():
            seen += is_counted_after(known, monster)
    assert seen > 30


def is_counted_after(known: Known, monster: MonsterKill) -> bool:
    if monster.kind != "dragon" or monster.element == "elder" or monster.side is None:
        return False
    column = getattr(known, f"drakes_{monster.side}")
    after = int(np.searchsorted(known.at_ms, monster.at_ms))
    assert column[after] == column[after - 1] + 1
    return True


def test_swings_add_up_from_even_to_the_last_frame() -> None:
    for match in on_the_rift():
        curve = curve_of(first_model().weights, known_of(match))
        moved = sum(one.change for one in curve.jumps)
        assert moved == pytest.approx(curve.points[-1].chance - curve.points[0].chance)
        assert curve.points[0].chance == 0.5


def test_gold_at_the_end_is_the_scoreboards() -> None:
    for match in on_the_rift():
        known = known_of(match)
        for side, column in (("a", known.gold_a), ("b", known.gold_b)):
            said = sum(one.farm.gold or 0 for one in match.players if one.side == side)
            assert abs(column[-1] - said) <= 0.01 * said


def test_the_first_model_is_that_of_the_shared_games() -> None:
    """Fitting again on the same games gives the weights that are shipped."""
    given_games = [
        (one.match_id, one.winner or "", known_of(one))
        for one in on_the_rift()
        if counts_for_chances(one)
    ]
    model = first_model()
    made = make_small_model(RECIPE, samples_of(given_games), model.fitted_at)
    assert made.weights == pytest.approx(model.weights, rel=1e-6)
    assert (model.matches, model.held_matches) == (len(given_games), 0)
    assert len(given_games) == 6, "the one that was aborted decided nothing"
    assert model.follows(RECIPE)
    assert min(model.weights) >= 0
    assert len(model.weights) == len(FEATURES)


def test_a_match_without_frames_has_no_chance_and_breaks_nothing() -> None:
    weights = first_model().weights
    assert chances_of(weights, NOTHING) == ()
    assert curve_of(weights, NOTHING).points == ()
    assert chance_at(weights, NOTHING, 60) is None
    assert swing_at((), (), 5) is None
    assert rows_of(NOTHING).shape == (0, len(FEATURES))


def test_figures_are_those_of_the_definition() -> None:
    known = known_with(
        1,
        at_ms=(1_200_000,),
        gold_a=(60_000,),
        gold_b=(40_000,),
        towers_b=(3,),
    )
    assert features_of(known)[0].tolist() == [20, 40, 0, 0, -3, 0, 0, 0, 0, 0, 0]


def test_a_model_reads_back_as_it_was_written() -> None:
    model = first_model()
    assert msgspec.json.decode(msgspec.json.encode(model), type=type(model)) == model
