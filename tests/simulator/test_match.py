"""Every generated match keeps what real matches keep, whatever its id, seed and arc."""

import json
import math
from collections import Counter
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.simulator import reading
from webapp.simulator.deadlock import SCENARIOS, generate_match
from webapp.simulator.deadlock.facts import abilities, heroes, items, level_at

QUICK = settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
ANY_MATCH = st.tuples(
    st.integers(1000, 2**32),
    st.one_of(st.none(), st.integers(0, 2**31)),
    st.sampled_from(SCENARIOS),
)
METRE = 39.37
ZIPLINE = 6


@lru_cache(maxsize=64)
def info_of(match_id: int, seed: int | None, scenario: str) -> dict[str, Any]:
    info: dict[str, Any] = generate_match(match_id, seed=seed, scenario=scenario)["match_info"]
    return info


@QUICK
@given(ANY_MATCH)
def test_the_matrix_sums_to_the_scoreboard_at_every_shared_moment(key: Any) -> None:
    info = info_of(*key)
    samples = info["damage_matrix"]["sample_time_s"]
    for index, second in enumerate(samples):
        details = reading.hero_damage(info, index, totals=False)
        assert details == reading.hero_damage(info, index, totals=True)
        for slot, player in reading.players(info).items():
            told = [s for s in player["stats"] if s["time_stamp_s"] == second]
            assert all(s["player_damage"] == details[slot] for s in told)


@QUICK
@given(ANY_MATCH)
def test_healing_mitigation_and_damage_taken_come_from_the_matrix(key: Any) -> None:
    info = info_of(*key)
    healed, stopped, taken = Counter[int](), Counter[int](), Counter[int]()
    for dealer, stat, name, target, sums in reading.lines(info):
        if stat in reading.HEALING:
            healed[dealer] += sums[-1]
        if stat in reading.MITIGATED and name in reading.TOTALS:
            stopped[dealer] += sums[-1]
        if stat in reading.DAMAGE and dealer and name not in reading.TOTALS:
            taken[target] += sums[-1]
    for slot, player in reading.players(info).items():
        last = player["stats"][-1]
        assert last["player_healing"] == healed[slot]
        assert last["damage_mitigated"] == stopped[slot]
        assert last["player_damage_taken"] == taken[slot]


@QUICK
@given(ANY_MATCH)
def test_running_sums_never_fall_and_are_aligned_right(key: Any) -> None:
    info = info_of(*key)
    length = len(info["damage_matrix"]["sample_time_s"])
    for dealer in info["damage_matrix"]["damage_dealers"]:
        for source in dealer["damage_sources"]:
            for target in source["damage_to_players"]:
                sums = target["damage"]
                assert sums == sorted(sums)
                assert len(sums) <= length
                assert not sums or sums[0] > 0


@QUICK
@given(ANY_MATCH)
def test_net_worth_is_what_the_sources_paid_less_what_deaths_lost(key: Any) -> None:
    info = info_of(*key)
    start = 0 if key[2] == "four_lanes_old" else 600
    for player in info["players"]:
        for told in player["stats"]:
            paid = sum(
                (s.get("gold") or 0) + (s.get("gold_orbs") or 0) for s in told["gold_sources"]
            )
            assert told["net_worth"] == start + paid - told["gold_death_loss"]
        assert player["net_worth"] == player["stats"][-1]["net_worth"]
        assert player["level"] == level_at(player["net_worth"])


@QUICK
@given(ANY_MATCH)
def test_every_statistic_only_grows(key: Any) -> None:
    info = info_of(*key)
    for player in info["players"]:
        for before, after in zip(player["stats"], player["stats"][1:], strict=False):
            assert before["time_stamp_s"] < after["time_stamp_s"]
            for name in ("kills", "deaths", "assists", "player_damage", "creep_kills", "denies",
                         "gold_player", "boss_damage", "shots_hit", "hero_bullets_hit"):  # fmt: skip
                assert before[name] <= after[name], name


@QUICK
@given(ANY_MATCH)
def test_deaths_and_kills_agree_with_the_death_details(key: Any) -> None:
    info = info_of(*key)
    kills = Counter(d["killer_player_slot"] for p in info["players"] for d in p["death_details"])
    for slot, player in reading.players(info).items():
        assert player["deaths"] == len(player["death_details"]) == player["stats"][-1]["deaths"]
        assert player["kills"] == kills[slot] == player["stats"][-1]["kills"]
        moments = [death["game_time_s"] for death in player["death_details"]]
        assert moments == sorted(moments)


@QUICK
@given(ANY_MATCH)
def test_the_dead_lie_where_their_path_ends_and_the_killer_is_near(key: Any) -> None:
    info = info_of(*key)
    paths = {path["player_slot"]: path for path in info["match_paths"]["paths"]}
    for slot, player in reading.players(info).items():
        for death in player["death_details"]:
            second, spot = death["game_time_s"], death["death_pos"]
            path = paths[slot]
            assert math.dist(reading.place(path, second), (spot["x"], spot["y"])) < 3
            assert path["health"][second] > 0
            gone = path["health"][second + 1 : second + 1 + death["death_duration_s"]]
            assert not any(gone)
            killer = death["killer_pos"]
            away = math.dist((spot["x"], spot["y"]), (killer["x"], killer["y"])) / METRE
            assert away < 75


@QUICK
@given(ANY_MATCH)
def test_paths_cover_every_second_and_nobody_teleports_alive(key: Any) -> None:
    info = info_of(*key)
    old = key[2] == "four_lanes_old"
    for path in info["match_paths"]["paths"]:
        assert len(path["x_pos"]) == len(path["y_pos"]) == info["duration_s"] + 1
        assert 0 <= min(path["x_pos"]) <= max(path["x_pos"]) <= reading.RESOLUTION
        assert ("combat_type" in path) is not old
        places = [reading.place(path, second) for second in range(info["duration_s"] + 1)]
        health = path["health"]
        for second in range(12, info["duration_s"]):
            if health[second] and health[second + 1]:
                assert math.dist(places[second], places[second + 1]) < 3600


@QUICK
@given(ANY_MATCH)
def test_walking_is_no_faster_than_a_hero_can(key: Any) -> None:
    info = info_of(*key)
    for path in info["match_paths"]["paths"]:
        moves = path.get("move_type")
        for second in range(12, info["duration_s"]) if moves else ():
            alive = path["health"][second] and path["health"][second + 1]
            if alive and moves[second + 1] != ZIPLINE and moves[second] != ZIPLINE:
                here, there = reading.place(path, second), reading.place(path, second + 1)
                assert math.dist(here, there) / METRE < 18


@QUICK
@given(ANY_MATCH)
def test_the_dead_stand_at_their_lower_bounds(key: Any) -> None:
    info = info_of(*key)
    for path in info["match_paths"]["paths"]:
        for second, health in enumerate(path["health"]):
            if health == 0:
                assert (path["x_pos"][second], path["y_pos"][second]) == (0, 0)


@QUICK
@given(ANY_MATCH)
def test_objectives_fall_in_order_and_the_masks_agree(key: Any) -> None:
    info = generate_match(*key[:1], seed=key[1], scenario=key[2])["match_info"]
    if key[2] == "four_lanes_old":
        return
    for team in (0, 1):
        own = {o["team_objective_id"]: o for o in info["objectives"] if o["team"] == team}
        fell = {number: o["destroyed_time_s"] for number, o in own.items() if o["destroyed_time_s"]}
        mask = info[f"objectives_mask_team{team}"]
        assert mask == 0xFFFF & ~sum(1 << number for number in fell)
        for number, second in fell.items():
            assert own[number]["first_damage_time_s"] <= second
        for lane in (1, 3, 4):
            tower = [fell.get(lane, 0), fell.get(4 + lane, 0), fell.get(11 + lane, 0)]
            standing = [second for second in tower if second]
            assert standing == sorted(standing)
            assert tower[: len(standing)] == standing
        if 0 in fell:
            assert max(fell.values()) == fell[0]
            assert {9, 10, 11} <= set(fell)


@QUICK
@given(ANY_MATCH)
def test_the_losers_core_falls_with_the_match_and_the_winners_stands(key: Any) -> None:
    info = info_of(*key)
    cores = [
        o
        for o in info["objectives"]
        if o["team_objective_id"] in {0, "k_eCitadelTeamObjective_Core"} and o["destroyed_time_s"]
    ]
    assert len(cores) == 1
    assert cores[0]["team"] != info["winning_team"]
    assert info["duration_s"] - 3 <= cores[0]["destroyed_time_s"] <= info["duration_s"]


@QUICK
@given(ANY_MATCH)
def test_items_and_heroes_are_the_games_own_and_bought_in_order(key: Any) -> None:
    info = info_of(*key)
    known = {item.id for item in items()} | {ability.id for ability in abilities()}
    for player in info["players"]:
        assert player["hero_id"] in {hero.id for hero in heroes()}
        moments = [line["game_time_s"] for line in player["items"]]
        assert moments == sorted(moments)
        assert {line["item_id"] for line in player["items"]} <= known
        for line in player["items"]:
            assert not line["sold_time_s"] or line["sold_time_s"] > line["game_time_s"]
    assert len({player["hero_id"] for player in info["players"]}) == 12


@QUICK
@given(ANY_MATCH)
def test_twelve_invented_people_sit_six_a_side(key: Any) -> None:
    info = info_of(*key)
    sides = Counter(player["team"] for player in info["players"])
    assert set(reading.players(info)) == set(range(1, 13))
    assert list(sides.values()) == [6, 6]
    accounts = {player["account_id"] for player in info["players"]}
    assert len(accounts) == 12
    assert all(900_000_001 <= account <= 900_000_240 for account in accounts)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_same_match_is_the_same_bytes(scenario: str) -> None:
    first = json.dumps(generate_match(4321, seed=5, scenario=scenario))
    assert first == json.dumps(generate_match(4321, seed=5, scenario=scenario))
    assert first != json.dumps(generate_match(4321, seed=6, scenario=scenario))
    assert first != json.dumps(generate_match(4322, seed=5, scenario=scenario))


def lead_of(info: dict[str, Any], second: int) -> float:
    worth: Counter[Any] = Counter()
    for player in info["players"]:
        told = [s for s in player["stats"] if s["time_stamp_s"] <= second][-1]
        worth[player["team"]] += told["net_worth"]
    winner = info["winning_team"]
    return worth[winner] - (sum(worth.values()) - worth[winner])


@pytest.mark.parametrize("match_id", range(2000, 2006))
def test_a_comeback_is_behind_for_long_and_ahead_at_the_end(match_id: int) -> None:
    info = info_of(match_id, None, "comeback")
    assert lead_of(info, int(info["duration_s"] * 0.55)) < -4000
    assert lead_of(info, info["duration_s"]) > 2000


@pytest.mark.parametrize("match_id", range(2000, 2006))
def test_a_stomp_is_never_behind_after_laning(match_id: int) -> None:
    info = info_of(match_id, None, "stomp")
    assert all(lead_of(info, second) > 0 for second in range(600, info["duration_s"], 60))
    assert info["duration_s"] < 26 * 60


def test_a_pause_is_told_twice_and_an_abandoned_match_names_who_left() -> None:
    paused = info_of(3000, None, "pause")["match_pauses"]
    assert [pause["pause_duration_s"] > 0 for pause in paused] == [False, True, False, True]
    left = info_of(3000, None, "abandoned")
    leavers = [p for p in left["players"] if p["abandon_match_time_s"]]
    assert len(leavers) == 1
    assert leavers[0]["team"] != left["winning_team"]


def test_the_old_dialect_speaks_in_names_over_four_lanes() -> None:
    body = generate_match(3000, scenario="four_lanes_old")
    info = body["match_info"]
    assert set(body) == {"match_info"}
    assert info["match_id"] == "3000"
    assert info["winning_team"].startswith("k_ECitadelLobbyTeam_Team")
    assert {player["assigned_lane"] for player in info["players"]} == {1, 3, 4, 6}
    assert all(source["source"].startswith("k_e") for p in info["players"]
               for source in p["stats"][-1]["gold_sources"])  # fmt: skip
    path = info["match_paths"]["paths"][0]
    assert path["x_min"] <= -13_664
