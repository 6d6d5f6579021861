"""Generated matches of League of Legends: match and timeline tell one story."""

import json
from collections import Counter
from functools import cache
from typing import Any

import pytest

from webapp.simulator.riot import match_bytes, sample_matches, timeline_bytes

GAMES = ("EUW1_1", "EUW1_2", "EUW1_3", "EUW1_4", "EUW1_5", "KR_7100000034", "NA1_7100000060")
RIFT = ("EUW1_1", "EUW1_2", "KR_7100000034", "NA1_7100000060")


@cache
def match_of(match_id: str) -> dict[str, Any]:
    return json.loads(match_bytes(match_id))["info"]


@cache
def events_of(match_id: str) -> list[dict[str, Any]]:
    return [event for frame in frames_of(match_id) for event in frame["events"]]


@cache
def frames_of(match_id: str) -> list[dict[str, Any]]:
    return json.loads(timeline_bytes(match_id) or b"{}")["info"]["frames"]


def told(match_id: str, kind: str) -> list[dict[str, Any]]:
    return [event for event in events_of(match_id) if event["type"] == kind]


def test_the_samples_are_the_same_bytes_each_time() -> None:
    assert sample_matches() == sample_matches()
    assert [one for one, _, timeline in sample_matches() if timeline is None] == ["EUW1_6"]


@pytest.mark.parametrize("match_id", GAMES)
def test_kills_deaths_and_assists_are_those_of_the_timeline(match_id: str) -> None:
    kills = told(match_id, "CHAMPION_KILL")
    by = Counter(event["killerId"] for event in kills)
    of = Counter(event["victimId"] for event in kills)
    helped = Counter(slot for event in kills for slot in event.get("assistingParticipantIds", ()))
    for one in match_of(match_id)["participants"]:
        slot = one["participantId"]
        assert (one["kills"], one["deaths"], one["assists"]) == (by[slot], of[slot], helped[slot])


@pytest.mark.parametrize("match_id", GAMES)
def test_the_last_frame_is_the_end_of_the_match_body(match_id: str) -> None:
    last = frames_of(match_id)[-1]
    assert last["timestamp"] // 1000 == match_of(match_id)["gameDuration"]
    assert last["events"][-1]["type"] == "GAME_END"
    for one in match_of(match_id)["participants"]:
        frame = last["participantFrames"][str(one["participantId"])]
        assert frame["totalGold"] == one["goldEarned"]
        assert frame["currentGold"] == one["goldEarned"] - one["goldSpent"]
        assert frame["xp"] == one["champExperience"]
        assert frame["minionsKilled"] == one["totalMinionsKilled"]
        dealt = frame["damageStats"]["totalDamageDoneToChampions"]
        assert dealt == one["totalDamageDealtToChampions"]


@pytest.mark.parametrize("match_id", GAMES)
def test_nothing_earned_is_lost_and_no_purse_is_overdrawn(match_id: str) -> None:
    before: dict[str, tuple[int, ...]] = {}
    for frame in frames_of(match_id):
        for slot, one in frame["participantFrames"].items():
            now = (one["totalGold"], one["xp"], one["minionsKilled"], one["level"])
            assert all(a >= b for a, b in zip(now, before.get(slot, (0, 0, 0, 0)), strict=True))
            assert one["currentGold"] >= 0
            before[slot] = now


@pytest.mark.parametrize("match_id", GAMES)
def test_events_stand_in_the_frame_of_their_minute(match_id: str) -> None:
    begins = -1
    for frame in frames_of(match_id):
        moments = [event["timestamp"] for event in frame["events"]]
        assert moments == sorted(moments)
        assert all(begins < moment <= frame["timestamp"] for moment in moments)
        begins = moments[-1] - 1 if moments else begins


@pytest.mark.parametrize("match_id", RIFT)
def test_what_a_side_took_is_what_the_other_lost(match_id: str) -> None:
    fallen = told(match_id, "BUILDING_KILL")
    slain = told(match_id, "ELITE_MONSTER_KILL")
    for side in match_of(match_id)["teams"]:
        took = side["objectives"]
        towers = [e for e in fallen if e["buildingType"] == "TOWER_BUILDING"]
        assert took["tower"]["kills"] == sum(e["teamId"] != side["teamId"] for e in towers)
        dragons = [e for e in slain if e["monsterType"] == "DRAGON"]
        assert took["dragon"]["kills"] == sum(e["killerTeamId"] == side["teamId"] for e in dragons)
    winner = told(match_id, "GAME_END")[0]["winningTeam"]
    nexus = [e for e in fallen if e.get("towerType") == "NEXUS_TURRET"]
    assert [e["teamId"] for e in nexus] == [300 - winner] * 2


@pytest.mark.parametrize("match_id", RIFT)
def test_a_tower_loses_at_most_five_plates(match_id: str) -> None:
    plates = Counter(
        (event["teamId"], event["position"]["x"], event["position"]["y"])
        for event in told(match_id, "TURRET_PLATE_DESTROYED")
    )
    assert plates
    assert max(plates.values()) <= 5


@pytest.mark.parametrize("match_id", RIFT)
def test_nobody_kills_or_dies_while_dead(match_id: str) -> None:
    back: dict[int, int] = {}
    for event in told(match_id, "CHAMPION_KILL"):
        at = event["timestamp"]
        assert all(at >= back.get(slot, 0) for slot in (event["killerId"], event["victimId"]))
        back[event["victimId"]] = at + 6_000


def test_odd_games_are_as_odd_as_the_real_ones() -> None:
    arena, aram, remake = (match_of(f"EUW1_{number}") for number in (4, 3, 5))
    assert (arena["gameMode"], len(arena["participants"])) == ("CHERRY", 16)
    assert sorted({one["subteamPlacement"] for one in arena["participants"]}) == [*range(1, 9)]
    assert {one["teamPosition"] for one in aram["participants"]} == {""}
    assert all(one["gameEndedInEarlySurrender"] for one in remake["participants"])
    assert remake["gameDuration"] <= 210
