"""Each arc tells the story it is named for."""

from collections import Counter
from typing import Any

import pytest

from tests.simulator.making import info_of
from webapp.simulator.deadlock import generate_match


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
    gone = leavers[0]["abandon_match_time_s"]
    assert all(death["game_time_s"] <= gone for death in leavers[0]["death_details"])


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
