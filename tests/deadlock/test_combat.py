"""Sums over the damage matrix: they agree whichever way they are made, for any match and span."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.deadlock.kept import body_of
from tests.deadlock.small_match import small_body
from webapp.deadlock.domain.analysis import analyse
from webapp.deadlock.domain.analysis.damage import Damage
from webapp.deadlock.domain.combat import (
    WORLD,
    Cut,
    Ledger,
    cut_at,
    cut_between,
    ledger_of,
    whole,
)
from webapp.deadlock.domain.combat.rows import damage_rows
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records.damage import STAT_WORDS, TOTAL_SOURCES

QUIET = settings(max_examples=80)
SOURCES = ("citadel_weapon_x_set", "upgrade_y", "Bullet", "ability_z", "Misc")
SLOTS = st.integers(0, 12)


@st.composite
def matrices(draw: st.DrawFn) -> Damage:
    """Draw a stored matrix: any figures, any rows, sources that sum up others among them."""
    times = draw(st.lists(st.integers(1, 4_000), unique=True, min_size=1, max_size=6))
    pairs = [(draw(st.sampled_from((*STAT_WORDS, "9"))), name) for name in SOURCES]
    count = draw(st.integers(0, 12))
    column = st.lists(SLOTS, min_size=count, max_size=count)
    kinds = st.lists(st.integers(0, len(pairs) - 1), min_size=count, max_size=count)
    size = count * len(times)
    gained = draw(st.lists(st.integers(0, 500), min_size=size, max_size=size))
    return Damage(
        samples_s=tuple(sorted(times)),
        sources=tuple(name for _, name in pairs),
        stats=tuple(stat for stat, _ in pairs),
        dealer=tuple(draw(column)),
        source=tuple(draw(kinds)),
        target=tuple(draw(column)),
        gained=tuple(gained),
    )


@QUIET
@given(matrices(), st.integers(0, 4_500), st.integers(0, 4_500), st.integers(0, 4_500))
def test_spans_that_meet_add_up_and_none_is_finer_than_a_sample(
    damage: Damage, one: int, two: int, three: int
) -> None:
    ledger = ledger_of(damage)
    start, middle, end = sorted((one, two, three))
    first = cut_between(ledger.samples_s, start, middle)
    second = cut_between(ledger.samples_s, middle, end)
    for cut in (first, second):
        assert {cut.from_s, cut.to_s} <= {0, *ledger.samples_s}
        assert cut.first < cut.last
    if first.last == second.first:
        both = Cut(first.first, second.last, first.from_s, second.to_s)
        for stat in ledger.stats:
            halves = ledger.by_pair(stat, first) + ledger.by_pair(stat, second)
            assert (halves == ledger.by_pair(stat, both)).all()


@QUIET
@given(matrices(), st.integers(0, 4_500))
def test_sources_pairs_and_rows_tell_the_same_sum(damage: Damage, at_s: int) -> None:
    ledger = ledger_of(damage)
    cut = cut_at(ledger.samples_s, at_s)
    told = [row for row in damage_rows(damage) if row.to_s <= at_s]
    for stat in ledger.stats:
        detailed = {row.source for row in damage_rows(damage) if row.stat == stat}
        named = set(zip(damage.stats, damage.sources, strict=True))
        alone = all(name in TOTAL_SOURCES for of, name in named if of == stat)
        counted = detailed if alone else detailed - TOTAL_SOURCES
        everybody = np.ones(len(ledger.dealer), dtype=np.bool_)
        sums = ledger.by_source(stat, cut, everybody)
        rows = [row for row in told if row.stat == stat and row.source in counted]
        assert sum(sums.values()) == sum(row.amount for row in rows)
        assert ledger.by_pair(stat, cut).sum() == sum(row.amount for row in rows)
        for slot in range(13):
            own = sum(ledger.by_source(stat, cut, ledger.dealer == slot).values())
            assert own == sum(row.amount for row in rows if row.dealer == slot)


@pytest.mark.parametrize("scenario", ["normal", "short", "four_lanes_old"])
def test_the_matrix_is_the_scoreboard_for_every_player(scenario: str) -> None:
    told = analyse(parse_metadata(body_of(5001, scenario)))
    ledger = ledger_of(told.damage)
    cut = whole(ledger.samples_s)
    damage, healing = ledger.by_pair("damage", cut), ledger.by_pair("healing", cut)
    prevented = ledger.by_pair("heal prevented", cut)
    for row in told.scoreboard.rows:
        assert damage[row.slot, 1:].sum() == row.player_damage
        assert damage[1:, row.slot].sum() == row.damage_taken
        assert healing[row.slot, 1:].sum() == row.healing
        assert prevented[row.slot, 1:].sum() == row.heal_prevented


@pytest.mark.parametrize("scenario", ["normal", "four_lanes_old"])
def test_the_games_own_kinds_are_the_same_damage(scenario: str) -> None:
    told = analyse(parse_metadata(body_of(5001, scenario)))
    ledger = ledger_of(told.damage)
    cut = whole(ledger.samples_s)
    assert {"damage", "mitigated"} <= ledger.kinds
    for row in told.scoreboard.rows:
        own = (ledger.dealer == row.slot) & ledger.between_players()
        assert sum(ledger.by_kind("damage", cut, own).values()) == row.player_damage


def test_what_is_known_by_kind_alone_is_counted_by_kind() -> None:
    stats = ("mitigated", "mitigated")
    damage = Damage((60,), ("Bullet", "Melee"), stats, (1, 1), (0, 1), (7, 7), (5, 6))
    ledger = ledger_of(damage)
    everything = np.ones(2, dtype=np.bool_)
    assert ledger.by_source("mitigated", whole((60,)), everything) == {"Melee": 6, "Bullet": 5}
    assert ledger.by_pair("mitigated", whole((60,)))[1, 7] == 11


def read(**options: Any) -> Ledger:
    return ledger_of(analyse(parse_metadata(small_body(**options))).damage)


def test_samples_are_kept_as_they_are() -> None:
    ledger = read()
    assert ledger.samples_s == (180, 360, 540, 600)
    gun = (ledger.dealer == 2) & (ledger.target == 7)
    sums = [ledger.amounts(ledger.rows("damage") & gun, cut_at(ledger.samples_s, at)).sum()
            for at in (179, 180, 400, 600)]  # fmt: skip
    assert sums == [0, 60, 120, 240]


def test_no_player_stands_apart() -> None:
    ledger = read()
    cut = whole(ledger.samples_s)
    assert ledger.by_pair("damage", cut)[WORLD, 7] > 0
    own = (ledger.dealer == WORLD) & ledger.between_players()
    assert ledger.by_source("damage", cut, own) == {}


@pytest.mark.parametrize(
    ("span", "shown"),
    [
        ((0, 600), (0, 600)),
        ((180, 360), (180, 360)),
        ((200, 350), (180, 360)),
        ((270, 449), (180, 360)),
        ((10, 20), (0, 180)),
        ((590, 600), (540, 600)),
        ((700, 900), (540, 600)),
    ],
)
def test_a_span_is_moved_to_its_nearest_samples(
    span: tuple[int, int], shown: tuple[int, int]
) -> None:
    cut = cut_between((180, 360, 540, 600), *span)
    assert (cut.from_s, cut.to_s) == shown


def test_a_match_without_a_matrix_has_nothing_to_add() -> None:
    ledger = read(damage=False)
    assert ledger.stats == ()
    for cut in (whole(()), cut_at((), 50), cut_between((), 5, 9)):
        assert (cut.first, cut.last, cut.from_s, cut.to_s) == (0, 0, 0, 0)
        assert ledger.by_pair("damage", cut).sum() == 0
