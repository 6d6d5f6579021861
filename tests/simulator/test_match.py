"""Every generated match keeps what real matches keep, whatever its id, seed and arc."""

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given

from tests.simulator import reading
from tests.simulator.making import ANY_MATCH, QUICK, info_of
from webapp.simulator.deadlock import generate_match
from webapp.simulator.deadlock.facts import abilities, heroes, items, level_at

GROWING = (
    *("kills", "deaths", "assists", "player_damage", "creep_kills", "denies"),
    *("gold_player", "boss_damage", "shots_hit", "hero_bullets_hit"),
)


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
            for name in GROWING:
                assert before[name] <= after[name], name


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


@pytest.mark.parametrize("scenario", ["stomp", "four_lanes_old"])
def test_the_same_match_is_the_same_bytes(scenario: str) -> None:
    first = json.dumps(generate_match(4321, seed=5, scenario=scenario))
    assert first == json.dumps(generate_match(4321, seed=5, scenario=scenario))
    assert first != json.dumps(generate_match(4321, seed=6, scenario=scenario))
    assert first != json.dumps(generate_match(4322, seed=5, scenario=scenario))
