"""The win chance by its rules: both sides alike, no look ahead, more is never worse."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, datetime
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.changed import replace
from tests.deadlock.small_match import small_body
from webapp.deadlock.domain.analysis import Analysis, analyse
from webapp.deadlock.domain.analysis.events import Events, Fall, Kill, MidBossDeath
from webapp.deadlock.domain.analysis.lead import Lead, LeadSample
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.winning import (
    FEATURES,
    RECIPE,
    Known,
    chance_at,
    curve_of,
    features_of,
    known_at,
)
from webapp.deadlock.domain.winning.known import COLUMNS, REJUVENATOR_S
from webapp.deadlock.domain.winning.samples import ChanceRow, chance_rows, counts_for_chances
from webapp.matchplay.winning import Samples, chance_of, is_held_out, make_model, parts_of
from webapp.simulator.deadlock import generate_match

SIDES = {1: "a", 2: "a", 7: "b", 8: "b"}
WEIGHTS = (0.3, 0.1, 0.07, 0.25, 0.15, 0.45, 1.0, 2.2, 0.5)
NOW = datetime(2026, 11, 21, tzinfo=UTC)
OTHER = {"a": "b", "b": "a", None: None}
SWAPPED = {1: "b", 2: "b", 7: "a", 8: "a"}
KINDS = ("Guardian", "Walker", "Base Guardians", "Shrine", "Patron", "Weakened Patron")


def kill(at_s: int, victim: int) -> Kill:
    killer = 7 if SIDES[victim] == "a" else 1
    return Kill(at_s, killer, victim, None, None, None, None, None, 10, None)


def fall(at_s: int, side: str, kind: str) -> Fall:
    return Fall(at_s, side, kind, None, None, 0, 0)


seconds = st.integers(0, 2400)
leads = st.lists(st.tuples(st.integers(0, 90_000), st.integers(0, 90_000)), max_size=8).map(
    lambda rows: Lead(
        tuple(LeadSample(180 * (n + 1), *row) for n, row in enumerate(rows)), None, None
    )
)
happenings = st.builds(
    lambda kills, falls, bosses: Events(
        tuple(kill(*one) for one in sorted(kills)),
        tuple(fall(*one) for one in sorted(falls)),
        tuple(MidBossDeath(at, side, side) for at, side in sorted(bosses)),
        (),
    ),
    st.lists(st.tuples(seconds, st.sampled_from(sorted(SIDES))), max_size=20),
    st.lists(st.tuples(seconds, st.sampled_from("ab"), st.sampled_from(KINDS)), max_size=15),
    st.lists(st.tuples(seconds, st.sampled_from("ab")), max_size=3),
)


def mirrored(lead: Lead, events: Events) -> tuple[Lead, Events]:
    """Give the same match with the sides' names swapped."""
    samples = tuple(LeadSample(one.at_s, one.b, one.a) for one in lead.samples)
    return replace(lead, samples=samples), replace(
        events,
        objectives=tuple(replace(one, side=OTHER[one.side]) for one in events.objectives),
        mid_bosses=tuple(
            replace(one, claimed_by=OTHER[one.claimed_by]) for one in events.mid_bosses
        ),
    )


@given(lead=leads, events=happenings, at_s=seconds)
@settings(max_examples=200)
def test_swapping_the_sides_turns_p_into_one_minus_p_exactly(
    lead: Lead, events: Events, at_s: int
) -> None:
    here, parts = chance_at(WEIGHTS, lead, events, SIDES, at_s)
    there, others = chance_at(WEIGHTS, *mirrored(lead, events), SWAPPED, at_s)
    assert there == 1 - here
    assert [one.pull for one in others] == [-one.pull for one in parts]


@given(lead=leads, events=happenings)
@settings(max_examples=50)
def test_swapping_the_sides_mirrors_the_whole_curve(lead: Lead, events: Events) -> None:
    here = curve_of(WEIGHTS, lead, events, SIDES, 2000)
    there = curve_of(WEIGHTS, *mirrored(lead, events), SWAPPED, 2000)
    assert [point.at_s for point in there.points] == [point.at_s for point in here.points]
    assert [point.chance for point in there.points] == [1 - one.chance for one in here.points]


@given(lead=leads, events=happenings, at_s=seconds, more=st.integers(1, 5_000))
@settings(max_examples=200)
def test_more_souls_never_lower_a_chance(lead: Lead, events: Events, at_s: int, more: int) -> None:
    richer = replace(lead, samples=tuple(replace(one, a=one.a + more) for one in lead.samples))
    poorer, _ = chance_at(WEIGHTS, lead, events, SIDES, at_s)
    better, _ = chance_at(WEIGHTS, richer, events, SIDES, at_s)
    assert better >= poorer


@given(lead=leads, events=happenings, at_s=seconds)
@settings(max_examples=100)
def test_nothing_looks_ahead(lead: Lead, events: Events, at_s: int) -> None:
    """What comes later changes no chance before it."""
    past = Events(
        tuple(one for one in events.kills if one.at_s <= at_s),
        tuple(one for one in events.objectives if one.at_s <= at_s),
        tuple(one for one in events.mid_bosses if one.at_s <= at_s),
        (),
    )
    told = Lead(tuple(one for one in lead.samples if one.at_s <= at_s), None, None)
    assert chance_at(WEIGHTS, told, past, SIDES, at_s) == chance_at(
        WEIGHTS, lead, events, SIDES, at_s
    )


def test_what_is_known_is_counted_to_the_second() -> None:
    lead = Lead((LeadSample(180, 3_000, 2_000), LeadSample(360, 5_000, 5_500)), None, None)
    events = Events(
        (kill(170, 1), kill(200, 7), kill(360, 8), kill(361, 1)),
        (fall(300, "b", "Guardian"), fall(400, "a", "Walker")),
        (MidBossDeath(390, "a", "b"),),
        (),
    )
    known = known_at(lead, events, SIDES, [179, 180, 250, 360, 361, 400, 390 + REJUVENATOR_S])
    assert known.souls_a.tolist() == [0, 3000, 3000, 5000, 5000, 5000, 5000]
    assert known.kills_a.tolist() == [0, 0, 1, 0, 0, 0, 0]
    assert known.kills_b.tolist() == [1, 0, 0, 0, 1, 1, 1]
    assert known.guardians_b.tolist() == [0, 0, 0, 1, 1, 1, 1]
    assert known.walkers_a.tolist() == [0, 0, 0, 0, 0, 1, 1]
    assert known.rejuvenators_b.tolist() == [0, 0, 0, 0, 0, 1, 0]
    before = known_at(lead, events, SIDES, [180, 360, 400], before=True)
    assert before.souls_a.tolist() == [0, 3000, 5000]
    assert before.kills_a.tolist() == [0, 1, 0]
    assert before.walkers_a.tolist() == [0, 0, 0]


def test_a_death_to_no_player_is_nobodys_kill() -> None:
    alone = replace(kill(170, 1), killer=None)
    known = known_at(Lead((), None, None), Events((alone,), (), (), ()), SIDES, [200])
    assert (known.kills_a.tolist(), known.kills_b.tolist()) == ([0], [0])


def test_figures_are_those_of_the_definition() -> None:
    values = dict.fromkeys(COLUMNS, 0.0) | {
        "at_s": 600.0,
        "souls_a": 60_000.0,
        "souls_b": 40_000.0,
        "kills_a": 3.0,
        "kills_b": 1.0,
        "walkers_a": 1.0,
        "rejuvenators_b": 1.0,
    }
    known = Known(**{name: np.array([value]) for name, value in values.items()})
    assert features_of(known)[0].tolist() == [15.0, 5.0, 2.0, 0.0, -1.0, 0.0, 0.0, 0.0, -1.0]


def test_a_chance_is_the_logistic_function_and_its_parts_undo_themselves() -> None:
    figures = np.array([1.0, 1.0, 0, 0, 0, 0, 0, 0, 0])
    chance = chance_of(WEIGHTS, figures[None, :])[0]
    assert chance == pytest.approx(1 / (1 + np.exp(-0.4)))
    souls = next(part for part in parts_of(RECIPE, WEIGHTS, figures) if part.word == "Soul lead")
    assert (souls.value, souls.pull, souls.without) == (2.0, pytest.approx(0.4), 0.5)


@cache
def generated(match_id: int) -> tuple[Any, Analysis]:
    match = parse_metadata(json.dumps(generate_match(match_id)).encode())
    return match, analyse(match)


def rows_of(match_id: int) -> tuple[ChanceRow, ...]:
    match, analysis = generated(match_id)
    return chance_rows(
        match_id,
        winning_team=match.winning_team,
        duration_s=match.duration_s,
        lead=analysis.lead,
        events=analysis.events,
        sides={row.slot: row.side for row in analysis.scoreboard.rows},
    )


def test_a_match_gives_a_row_a_minute_and_no_row_of_its_end() -> None:
    match, _ = generated(7000)
    rows = rows_of(7000)
    assert [row.at_s for row in rows] == list(range(180, match.duration_s, 60))
    assert {row.won_a for row in rows} == {match.winning_team == 0}
    assert [field.name for field in fields(ChanceRow)][2:] == list(COLUMNS)


def test_a_match_nobody_won_gives_no_row() -> None:
    match = parse_metadata(small_body(winning_team=None, outcome=2))
    analysis = analyse(match)
    nothing = chance_rows(
        1,
        winning_team=match.winning_team,
        duration_s=600,
        lead=analysis.lead,
        events=analysis.events,
        sides={},
    )
    assert nothing == ()
    assert not counts_for_chances("Normal", "Unranked", None)
    assert not counts_for_chances("Street Brawl", "Unranked", 0)
    assert not counts_for_chances("Normal", "Co-op against bots", 0)
    assert counts_for_chances("Normal", "Ranked", 1)


def samples_of(count: int) -> Samples:
    """Invent matches that the side with more souls tends to win."""
    rng = np.random.default_rng(3)
    columns = {name: np.zeros(count * 4) for name in COLUMNS}
    columns["at_s"] = np.tile([300.0, 600.0, 900.0, 1200.0], count)
    columns["souls_a"] = np.repeat(rng.uniform(40, 60, count), 4)
    columns["souls_b"] = 100 - columns["souls_a"]
    chance = 1 / (1 + np.exp(-0.3 * (columns["souls_a"] - columns["souls_b"])))
    won = np.repeat(rng.random(count), 4) < chance
    return Samples(features_of(Known(**columns)), np.repeat(np.arange(1, count + 1), 4), won)


def test_a_model_is_judged_on_matches_it_never_saw_and_beats_simpler_guesses() -> None:
    samples = samples_of(600)
    model = make_model(RECIPE, samples, NOW)
    assert model.matches + model.held_matches == 600
    assert model.held_matches == sum(is_held_out(number) for number in range(1, 601))
    assert model.moments == 4 * model.matches
    mine, souls, even = model.scores
    assert mine.brier < even.brier == 0.25
    assert mine.log_loss == pytest.approx(souls.log_loss)
    assert sum(one.moments for one in model.bins) == model.held_moments
    assert len(model.weights) == len(FEATURES) == len(model.keys)
    assert min(model.weights) >= 0
    assert make_model(RECIPE, samples, NOW) == model


def test_the_curve_starts_even_and_its_jumps_are_the_curves_own() -> None:
    match, analysis = generated(7000)
    sides = {row.slot: row.side for row in analysis.scoreboard.rows}
    curve = curve_of(WEIGHTS, analysis.lead, analysis.events, sides, match.duration_s)
    assert curve.points[0].chance == 0.5
    assert max(point.at_s for point in curve.points) < match.duration_s
    at = {(point.at_s, point.chance) for point in curve.points}
    assert all((jump.at_s, jump.after) in at for jump in curve.jumps)
    fallen = {one.at_s for one in analysis.events.objectives if one.at_s < match.duration_s}
    assert fallen <= {jump.at_s for jump in curve.jumps}


def test_a_match_of_nothing_stays_even() -> None:
    nothing = Events((), (), (), ())
    curve = curve_of(WEIGHTS, Lead((), None, None), nothing, {}, 0)
    assert [(point.at_s, point.chance) for point in curve.points] == [(0, 0.5)]
