"""Generated Dota 2 matches agree with themselves, as OpenDota's do."""

from functools import lru_cache
from typing import Any

import pytest

from webapp.simulator.dota2 import SCENARIOS, generate_match, generate_steam_match

MATCH_ID = 8_000_000_123


@lru_cache(maxsize=8)
def match_of(scenario: str) -> dict[str, Any]:
    return generate_match(MATCH_ID, scenario=scenario)


def _heroes(table: dict[str, int]) -> int:
    return sum(count for unit, count in table.items() if unit.startswith("npc_dota_hero"))


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_logs_tables_and_final_figures_are_one_story(scenario: str) -> None:
    match = match_of(scenario)
    for player in match["players"]:
        assert len(player["kills_log"]) == player["kills"] == _heroes(player["killed"])
        assert sum(player["killed_by"].values()) == player["deaths"]
        assert sum(player["damage_inflictor"].values()) == player["hero_damage"]
        assert _heroes(player["damage"]) == player["hero_damage"]
        assert (
            sum(sum(row.values()) for row in player["damage_targets"].values())
            == player["hero_damage"]
        )
        assert player["gold"] >= 0
        assert player["last_hits"] == player["lane_kills"] + player["neutral_kills"]
        assert abs(player["gold_t"][-1] - player["total_gold"]) < 1500


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_what_one_side_deals_the_other_takes(scenario: str) -> None:
    players = match_of(scenario)["players"]
    dealt = sum(player["hero_damage"] for player in players)
    assert dealt == sum(sum(player["damage_taken"].values()) for player in players)
    for side, foes in ((players[:5], players[5:]), (players[5:], players[:5])):
        creeps = sum(
            count for p in foes for unit, count in p["killed_by"].items() if "hero" not in unit
        )
        assert sum(p["kills"] for p in side) + creeps == sum(p["deaths"] for p in foes)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_lead_is_the_difference_of_the_curves(scenario: str) -> None:
    match = match_of(scenario)
    players = match["players"]
    for minute, lead in enumerate(match["radiant_gold_adv"]):
        sides = [sum(p["gold_t"][minute] for p in side) for side in (players[:5], players[5:])]
        assert lead == sides[0] - sides[1]


def test_a_couriers_killer_has_the_number_of_its_side() -> None:
    lost = [
        (one["killer"] >= 128, one["team"])
        for one in generate_match(MATCH_ID + 1)["objectives"]
        if one["type"] == "CHAT_MESSAGE_COURIER_LOST"
    ]
    assert set(lost) == {(False, 3), (True, 2)}


def test_towers_that_fell_are_missing_from_the_status_and_the_ancient_is_the_losers() -> None:
    match = match_of("normal")
    fell = [one["key"] for one in match["objectives"] if one["type"] == "building_kill"]
    for word, status in (("goodguys", "radiant"), ("badguys", "dire")):
        towers = sum(f"{word}_tower" in key for key in fell)
        barracks = sum(word in key and "_rax" in key for key in fell)
        assert match[f"tower_status_{status}"].bit_count() == 11 - towers
        assert match[f"barracks_status_{status}"].bit_count() == 6 - barracks
    loser = "badguys" if match["radiant_win"] else "goodguys"
    assert f"npc_dota_{loser}_fort" in fell


def test_every_fight_has_three_deaths_and_lies_around_them() -> None:
    for fight in match_of("even")["teamfights"]:
        assert fight["deaths"] >= 3
        assert sum(player["deaths"] for player in fight["players"]) == fight["deaths"]
        assert fight["end"] == fight["last_death"] + 15


def test_hidden_accounts_stay_apart_and_steam_writes_them_as_one_number() -> None:
    bodies = [generate_match(one) for one in range(MATCH_ID, MATCH_ID + 3)]
    hidden = sum(p["account_id"] is None for body in bodies for p in body["players"])
    steam = [generate_steam_match(one) for one in range(MATCH_ID, MATCH_ID + 3)]
    assert hidden == sum(p["account_id"] == 4294967295 for body in steam for p in body["players"])
    assert hidden > 0


def test_an_unparsed_match_has_the_same_final_figures_and_no_logs() -> None:
    parsed, plain = match_of("normal"), generate_match(MATCH_ID, scenario="normal", parsed=False)
    assert plain["version"] is None
    assert "objectives" not in plain
    for one, other in zip(parsed["players"], plain["players"], strict=True):
        assert {**one, **other} == one
        assert "kills_log" not in other
