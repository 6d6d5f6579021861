"""Bytes to records: every dialect, every odd match, and nothing hostile gets further."""

import json
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest

from tests.deadlock.small_match import MATCH_ID, small_body, small_match
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records import Match


def read(**options: Any) -> Match:
    return parse_metadata(small_body(**options), expect_match_id=MATCH_ID)


def test_a_match_is_read_with_everything_in_it() -> None:
    match = read()
    assert (match.match_id, match.duration_s, match.winning_team) == (MATCH_ID, 600, 1)
    assert match.started_at == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert (match.outcome, match.game_mode, match.match_mode) == ("win", "Normal", "Unranked")
    assert (match.average_badge_a, match.average_badge_b) == (46, None)
    assert (match.dialect, match.missing) == ("2026", ())


def test_players_come_by_side_and_slot_whatever_the_order() -> None:
    match = read()
    assert [player.slot for player in match.players] == list(range(1, 13))
    assert [player.side for player in match.players] == ["a"] * 6 + ["b"] * 6
    assert [player.lane for player in match.players[:6]] == [
        "yellow", "yellow", "blue", "blue", "green", "green",
    ]  # fmt: skip


def test_an_account_of_0_is_nobody() -> None:
    accounts = {player.slot: player.account_id for player in read().players}
    assert (accounts[1], accounts[12]) == (1001, None)


def test_names_and_numbers_of_enums_say_the_same() -> None:
    old, new = read(dialect="2024"), read(dialect="2025")
    assert old.dialect == "2024"
    assert old.objectives == new.objectives
    assert [one.snapshots for one in old.players] == [one.snapshots for one in new.players]
    assert (old.winning_team, old.outcome, old.damage) == (1, "win", new.damage)
    assert "This response does not say who was fighting or how they moved." in old.missing


def test_four_lanes_have_their_own_colours() -> None:
    match = read(four_lanes=True)
    assert match.four_lanes
    assert [player.lane for player in match.players[:6]] == [
        "yellow", "green", "green", "blue", "blue", "purple",
    ]  # fmt: skip
    lanes = {one.lane for one in match.objectives if one.kind == "Walker"}
    assert lanes == {"yellow", "green", "blue", "purple"}


def test_nulls_read_as_absent() -> None:
    assert read(nulls=True).objectives == read().objectives
    assert read(nulls=True).players[0].finals == read().players[0].finals


@pytest.mark.parametrize(
    ("path", "value", "where", "said"),
    [
        (("players", 0, "hero_id"), 9_999, lambda m: m.players[6].hero_id, 9_999),
        (("game_mode",), 77, lambda m: m.game_mode, "77"),
        (("game_mode",), "k_ECitadelGameMode_New", lambda m: m.game_mode, "New"),
        (("match_mode",), 4, lambda m: m.match_mode, "Ranked"),
        (("match_outcome",), 2, lambda m: m.outcome, "draw"),
        (("match_outcome",), "k_eOutcome_Error", lambda m: m.outcome, "error"),
        (("winning_team",), None, lambda m: m.winning_team, None),
        (("winning_team",), 7, lambda m: m.winning_team, None),
        (("players", 0, "assigned_lane"), 9, lambda m: m.players[6].lane, "9"),
        (("players", 0, "assigned_lane"), 0, lambda m: m.players[6].lane, None),
        (("players", 0, "player_match_outcome"), 9, lambda m: m.players[6].outcome, "9"),
        (("objectives", 0, "team_objective_id"), 42,
         lambda m: m.objectives[0].kind, "Objective 42"),
        (("players", 0, "stats", 0, "gold_sources", 0, "source"), 99,
         lambda m: m.players[6].snapshots[0].gold_sources[0].source, "99"),
        (("damage_matrix", "source_details", "stat_type", 0), 99,
         lambda m: m.damage.stats[0], "99"),
    ],
)  # fmt: skip
def test_what_we_do_not_know_survives(
    path: tuple[str | int, ...], value: object, where: Any, said: object
) -> None:
    body = small_match()
    put(body["match_info"], path, value)
    assert where(parse_metadata(json.dumps(body).encode())) == said


def test_a_pause_is_one_record_with_its_length() -> None:
    assert [(one.at_s, one.lasted_s, one.slot) for one in read(pauses=((175, 40),)).pauses] == [
        (175, 40, 3)
    ]


def test_what_has_no_time_or_no_side_is_left_out_and_said() -> None:
    body = small_match()
    told = body["match_info"]["mid_boss"]
    told.append({"team_killed": 1, "team_claimed": 1, "destroyed_time_s": None})
    body["match_info"]["objectives"][3]["team"] = 7
    match = parse_metadata(json.dumps(body).encode())
    assert [boss.at_s for boss in match.mid_bosses] == [590]
    assert len(match.objectives) == len(read().objectives) - 1
    assert match.missing == (
        "Some buildings of this response belong to no side and are left out.",
        "Some deaths of the mid boss in this response have no time and are left out.",
    )


def test_whoever_left_has_the_second_they_left_at() -> None:
    assert [one.abandoned_at_s for one in read(abandoned={3: 444}).players][2] == 444


def test_a_match_over_before_it_began_is_read() -> None:
    match = read(duration_s=0, kills=())
    assert (match.duration_s, match.paths is not None and match.paths.x.shape) == (0, (12, 1))


def test_absent_parts_are_said_in_sentences() -> None:
    match = read(paths=False, damage=False)
    assert (match.paths, match.damage) == (None, None)
    assert match.missing == (
        "This response has no positions.",
        "This response has no damage by source and target.",
    )


def test_a_killer_of_slot_0_is_no_player() -> None:
    match = read(kills=((200, 0, 1, 8),))
    assert match.players[0].deaths[0].killer is None


def test_positions_are_world_units_by_game_second() -> None:
    paths = read().paths
    assert paths is not None
    assert paths.x.shape == (12, 601)
    assert paths.x[0, 100] == pytest.approx(-4_000, abs=2)
    assert paths.y[4, 100] == pytest.approx(2_500, abs=2)
    assert paths.health[0, 200] == 100
    assert not paths.health[0, 201:209].any()
    assert paths.health[0, 209] == 100
    assert paths.present.all()


def test_a_path_that_ends_early_is_absent_after_its_end() -> None:
    body = small_match()
    for column in ("x_pos", "y_pos", "health", "combat_type", "move_type"):
        body["match_info"]["match_paths"]["paths"][0][column][300:] = []
    paths = parse_metadata(json.dumps(body).encode()).paths
    assert paths is not None
    assert paths.present[0].sum() == 300
    assert paths.present[1].all()


@pytest.mark.parametrize("teleports", [{1: (50,)}, {1: (50, 120, 400)}, {7: (100,), 1: (500,)}])
def test_teleports_leave_no_gap_in_anybodys_clock(teleports: dict[int, tuple[int, ...]]) -> None:
    straight, stretched = read().paths, read(teleports=teleports).paths
    assert straight is not None
    assert stretched == straight


def test_damage_is_aligned_to_the_end_of_its_sample_times() -> None:
    damage = read().damage
    assert damage is not None
    assert damage.sample_times_s.tolist() == [180, 360, 540, 600]
    row = np.flatnonzero((damage.dealer == 3) & (damage.source == 1))[0]
    assert damage.totals[row].tolist() == [0, 30, 60, 90]


def put(target: Any, path: tuple[str | int, ...], value: object) -> None:
    """Set what lies at a path of a body."""
    *steps, last = path
    for step in steps:
        target = target[step]
    target[last] = value
