"""Souls: sums that must agree, and what lay idle."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.deadlock.any_match import Key, analysis_of, on_any_match
from tests.deadlock.kept import body_of
from tests.deadlock.small_match import small_body, small_match
from webapp.deadlock.domain.analysis import Analysis, analyse
from webapp.deadlock.domain.analysis.economy import Economy
from webapp.deadlock.domain.combat import cut_at, cut_between, whole
from webapp.deadlock.domain.economy import (
    KINDS,
    Priced,
    economy_rows,
    gains,
    held,
    idle_of,
    intervals,
    purses,
    rates,
    shares,
    soul_rows,
    swing_rows,
)
from webapp.deadlock.domain.parse import parse_metadata


def told(scenario: str) -> Analysis:
    return analyse(parse_metadata(body_of(7001, scenario)))


@on_any_match
def test_sources_start_and_losses_make_net_worth(key: Key) -> None:
    economy = analysis_of(key).economy
    assert economy.players
    for player in economy.players:
        for number, worth in enumerate(player.net_worth[:-1]):
            earned = sum(row[number] for row in player.earned)
            assert economy.starting_souls + earned - player.lost[number] == worth


@on_any_match
def test_stretches_that_meet_add_up(key: Key) -> None:
    economy = analysis_of(key).economy
    middle = economy.times_s[len(economy.times_s) // 2]
    everything = purses(economy, whole(economy.times_s))
    first = purses(economy, cut_between(economy.times_s, 0, middle))
    second = purses(economy, cut_between(economy.times_s, middle, 99_999))
    for one, two, both in zip(first, second, everything, strict=True):
        assert one.gross + two.gross == both.gross == sum(both.earned)
        assert one.lost + two.lost == both.lost
        assert one.denies + two.denies == both.denies
        assert [a + b for a, b in zip(one.earned, two.earned, strict=True)] == list(both.earned)


@on_any_match
def test_shares_of_a_side_sum_to_one(key: Key) -> None:
    economy = analysis_of(key).economy
    for kind in KINDS:
        for side in "ab":
            rows = [shares(economy, one, kind) for one in economy.players if one.side == side]
            for column in zip(*rows, strict=True):
                if None not in column:
                    assert sum(part or 0 for part in column) == pytest.approx(1)
                assert (None in column) == (set(column) == {None})


@on_any_match
def test_rates_over_their_minutes_are_what_was_earned(key: Key) -> None:
    economy = analysis_of(key).economy
    minutes = [(end - start) / 60 for start, end in intervals(economy)]
    for player in economy.players:
        found = rates(economy, player, KINDS[0])
        earned = sum((rate or 0) * length for rate, length in zip(found, minutes, strict=True))
        assert earned == pytest.approx(sum(row[-1] for row in player.earned))


def test_kinds_leave_out_only_catch_up_and_gifts() -> None:
    economy = told("comeback").economy
    player = economy.players[0]
    parts = [sum(gains(economy, player, kind)) for kind in KINDS]
    rest = sum(
        row[-1]
        for source, row in zip(economy.sources, player.earned, strict=True)
        if not any(kind.holds(source) for kind in KINDS[1:])
    )
    assert parts[0] == sum(parts[1:]) + rest
    assert all(parts[1:])


def test_rows_for_files_say_all_that_the_slice_holds() -> None:
    analysis = told("normal")
    economy = analysis.economy
    by_slot = {player.slot: sum(row[-1] for row in player.earned) for player in economy.players}
    earned = dict.fromkeys(by_slot, 0)
    for one in soul_rows(economy):
        earned[one.slot] += one.souls
    assert earned == by_slot
    rows = economy_rows(economy)
    assert len(rows) == len(economy.players) * len(economy.times_s)
    board = {row.slot: row.souls for row in analysis.scoreboard.rows}
    assert {row.slot: row.net_worth for row in rows if row.at_s == economy.times_s[-1]} == board
    assert [row.side for row in swing_rows(economy)] == [one.side for one in economy.story.swings]


def test_before_the_first_sample_there_is_only_the_start() -> None:
    economy = told("normal").economy
    found = purses(economy, cut_at(economy.times_s, 100))
    assert {(purse.gross, purse.worth, purse.held) for purse in found} == {(0, 600, None)}


def test_what_lay_unspent_is_the_counter_over_its_minutes() -> None:
    body = small_match()
    body["match_info"]["custom_user_stats"] = [{"name": "Unspent Gold Minutes", "id": 1}]
    for player in body["match_info"]["players"]:
        for snapshot, minutes in zip(player["stats"], (600, 1_500, 1_500, 1_600), strict=True):
            snapshot["custom_user_stats"] = [{"id": 1, "value": minutes}]
    economy = analyse(parse_metadata(json.dumps(body).encode())).economy
    assert held(economy, economy.players[0]) == [200, 300, 0, 100]
    assert {purse.held for purse in purses(economy, whole(economy.times_s))} == {160}


def test_a_match_that_does_not_count_it_has_nothing_unspent() -> None:
    economy = analyse(parse_metadata(small_body())).economy
    assert held(economy, economy.players[0]) == [None] * 4


def worth(*souls: int) -> Economy:
    body = small_match()
    for player in body["match_info"]["players"]:
        player["net_worth"] = souls[-1]
        for snapshot, value in zip(player["stats"], souls, strict=True):
            snapshot["net_worth"] = value
    return analyse(parse_metadata(json.dumps(body).encode())).economy


def test_what_is_not_in_items_is_net_worth_less_their_price() -> None:
    items: list[Any] = [
        Priced(1, 100, None, False, 800),
        Priced(1, 200, 400, True, 500),
        Priced(1, 210, 500, False, 1_000),
    ]
    found = idle_of(worth(2_000, 4_000, 6_000, 8_000), items)
    assert found is not None
    assert found[1] == (1_200, 4_000 - 800 - 500 - 1_000, 6_000 - 800 - 500, 8_000 - 800 - 500)
    assert found[2] == (2_000, 4_000, 6_000, 8_000)


def test_prices_that_do_not_fit_say_nothing() -> None:
    economy = worth(2_000, 4_000, 6_000, 8_000)
    assert idle_of(economy, [Priced(1, 100, None, False, 3_200)]) is None
    assert idle_of(economy, []) is None
