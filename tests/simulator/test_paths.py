"""Deaths and paths of generated matches agree, and nobody moves as no hero can."""

import math
from collections import Counter
from typing import Any

from hypothesis import given

from tests.simulator import reading
from tests.simulator.making import ANY_MATCH, QUICK, info_of

METRE = 39.37
ZIPLINE = 6


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
            assert away < 40


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
