"""The dialect of 2024: enum names for numbers, text for 64-bit numbers, fields yet unknown."""

from typing import Any

from webapp.simulator.deadlock.protobuf.enums import GOLD_SOURCES, NUMBERS

_NAMES = {number: name for name, number in NUMBERS.items() if name.startswith("k_eCitadelTeam")}
_STATS = {number: name for name, number in NUMBERS.items() if name.startswith("k_eType_")}
_GOLD = {number: f"k_e{name}" for number, name in enumerate(GOLD_SOURCES[:8], start=1)}
_LATER_INFO = ("legacy_objectives_mask", "game_mode_version", "rewards_eligible", "not_scored",
               "team_score", "match_tracked_stats", "teams", "bot_difficulty",
               "street_brawl_rounds", "ranked_type", "rank_interval")  # fmt: skip
_LATER_PLAYER = ("book_rewards", "abandon_match_time_s", "hero_data", "rewards_eligible",
                 "player_tracked_stats", "accolades", "mvp_rank", "earned_holiday_award_2025",
                 "power_up_buffs", "player_match_outcome", "player_rank_data")  # fmt: skip
_LATER_STATS = ("player_barriering", "teammate_healing", "teammate_barriering", "self_damage",
                "bullet_kills", "melee_kills", "ability_kills", "headshot_kills")  # fmt: skip


def speak_old(body: dict[str, Any]) -> dict[str, Any]:
    """Retell a four-lane match as the API told it in December 2024."""
    info = {name: value for name, value in body["match_info"].items() if name not in _LATER_INFO}
    info |= {
        "match_outcome": "k_eOutcome_TeamWin",
        "winning_team": _team(info["winning_team"]),
        "match_id": str(info["match_id"]),
        "game_mode": "k_ECitadelGameMode_Normal",
        "match_mode": "k_ECitadelMatchMode_Unranked",
        "objectives_mask_team0": str(info["objectives_mask_team0"]),
        "objectives_mask_team1": str(info["objectives_mask_team1"]),
        "players": [_player(player) for player in info["players"]],
        "objectives": [_objective(objective) for objective in info["objectives"]],
        "mid_boss": [_boss(boss) for boss in info["mid_boss"]],
        "damage_matrix": _matrix(info["damage_matrix"]),
    }
    return {"match_info": info}


def _team(team: int) -> str:
    return f"k_ECitadelLobbyTeam_Team{team}"


def _player(player: dict[str, Any]) -> dict[str, Any]:
    told = {name: value for name, value in player.items() if name not in _LATER_PLAYER}
    told["team"] = _team(player["team"])
    told["party"] = 0
    told["stats"] = [_snapshot(snapshot) for snapshot in player["stats"]]
    return told


def _snapshot(snapshot: dict[str, Any]) -> dict[str, Any]:
    told = {name: value for name, value in snapshot.items() if name not in _LATER_STATS}
    told["gold_sources"] = [
        {name: value for name, value in source.items() if value is not None}
        | {"source": _GOLD[source["source"]]}
        for source in snapshot["gold_sources"]
        if source["source"] in _GOLD
    ]
    return told


def _objective(objective: dict[str, Any]) -> dict[str, Any]:
    told = {
        name: value
        for name, value in objective.items()
        if name not in {"legacy_objective_id", "player_spirit_damage"}
    }
    return told | {
        "creep_damage_mitigated": 0,
        "player_damage_mitigated": 0,
        "team": _team(objective["team"]),
        "team_objective_id": _NAMES[objective["team_objective_id"]],
    }


def _boss(boss: dict[str, Any]) -> dict[str, Any]:
    return boss | {
        "team_killed": _team(boss["team_killed"]),
        "team_claimed": _team(boss["team_claimed"]),
    }


def _matrix(matrix: dict[str, Any]) -> dict[str, Any]:
    details = matrix["source_details"]
    names = [_STATS[stat] for stat in details["stat_type"]]
    return matrix | {"source_details": details | {"stat_type": names}}
