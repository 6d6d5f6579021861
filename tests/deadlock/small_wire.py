"""Players of the invented match, and the ways a response may be spelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.deadlock.small_match import Small

_THREE = (1, 1, 4, 4, 6, 6)
_FOUR = (1, 3, 3, 4, 4, 6)
_OBJECTIVES = (
    "Core",
    *(f"Tier1_Lane{number}" for number in range(1, 5)),
    *(f"Tier2_Lane{number}" for number in range(1, 5)),
    "Titan",
    "TitanShieldGenerator_1",
    "TitanShieldGenerator_2",
    *(f"BarrackBoss_Lane{number}" for number in range(1, 5)),
)
_NAMES = {
    "match_outcome": {0: "k_eOutcome_TeamWin", 1: "k_eOutcome_Error"},
    "winning_team": {0: "k_ECitadelLobbyTeam_Team0", 1: "k_ECitadelLobbyTeam_Team1"},
    "team": {0: "k_ECitadelLobbyTeam_Team0", 1: "k_ECitadelLobbyTeam_Team1"},
    "team_killed": {0: "k_ECitadelLobbyTeam_Team0", 1: "k_ECitadelLobbyTeam_Team1"},
    "team_claimed": {0: "k_ECitadelLobbyTeam_Team0", 1: "k_ECitadelLobbyTeam_Team1"},
    "game_mode": {1: "k_ECitadelGameMode_Normal"},
    "match_mode": {1: "k_ECitadelMatchMode_Unranked"},
    "source": {1: "k_ePlayers", 2: "k_eLaneCreeps"},
    "stat_type": {0: "k_eType_Damage", 1: "k_eType_Healing"},
    "team_objective_id": {
        number: f"k_eCitadelTeamObjective_{name}" for number, name in enumerate(_OBJECTIVES)
    },
}


def players_of(small: Small) -> list[dict[str, Any]]:
    """Build the twelve; slots 1 to 6 play for side a, and the list comes in a jumbled order."""
    return [_player(small, slot) for slot in (7, 1, 12, 2, 8, 3, 9, 4, 10, 5, 11, 6)]


def named(value: Any, key: str = "") -> Any:
    """Spell numbers of enums as names, and the match id as text, as responses of 2024 do."""
    if isinstance(value, dict):
        return {name: named(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [named(one, key) for one in value]
    if key == "match_id":
        return str(value)
    return _NAMES.get(key, {}).get(value, value)


def with_nulls(value: Any) -> Any:
    """Put null where a response has nothing: empty lists and zeros of the lesser fields."""
    if isinstance(value, dict):
        return {
            name: None if one == [] or (one == 0 and name in _NULLABLE) else with_nulls(one)
            for name, one in value.items()
        }
    return [with_nulls(one) for one in value] if isinstance(value, list) else value


_NULLABLE = frozenset(
    ("account_id", "destroyed_time_s", "first_damage_time_s", "party", "mvp_rank", "gold_orbs")
)


def _player(small: Small, slot: int) -> dict[str, Any]:
    lanes = _FOUR if small.four_lanes else _THREE
    kills = [one for one in small.kills if one[1] == slot]
    deaths = [one for one in small.kills if one[2] == slot]
    return {
        "account_id": 0 if slot == 12 else 1_000 + slot,
        "player_slot": slot,
        "team": 0 if slot <= 6 else 1,
        "hero_id": small.hero_ids.get(slot, slot),
        "kills": len(kills),
        "deaths": len(deaths),
        "assists": 0,
        "net_worth": 100 * slot + 10 * small.duration_s,
        "last_hits": 40,
        "denies": 2,
        "level": 12,
        "ability_points": 9,
        "assigned_lane": lanes[(slot - 1) % 6],
        "party": 0,
        "mvp_rank": 1 if slot == 7 else 0,
        "abandon_match_time_s": small.abandoned.get(slot),
        "items": [{"game_time_s": 60, "item_id": 77, "sold_time_s": 0, "flags": 0}],
        "accolades": [
            {"accolade_id": 5, "accolade_stat_value": 3, "accolade_threshold_achieved": 0}
        ],
        "pings": [],
        "death_details": [_death(one) for one in deaths],
        "stats": [_snapshot(small, slot, number) for number in range(len(small.sample_times))],
    }


def _death(kill: tuple[int, int, int, int]) -> dict[str, Any]:
    at_s, killer, victim, away_s = kill
    here = {"x": float(-6_000 + 20 * at_s), "y": 500.0 * victim, "z": 100.0}
    return {
        "game_time_s": at_s,
        "killer_player_slot": killer,
        "time_to_kill_s": 4.5,
        "death_pos": here,
        "killer_pos": {**here, "x": here["x"] + 393.7},
        "death_duration_s": away_s,
    }


def _snapshot(small: Small, slot: int, number: int) -> dict[str, Any]:
    at_s = small.sample_times[number]
    dealt = 30 * slot * (number + 1) + 10 * slot * number
    found = {
        "time_stamp_s": at_s,
        "net_worth": 100 * slot + 10 * at_s,
        "level": 1 + number,
        "creep_kills": 9 * (number + 1),
        "neutral_kills": number,
        "denies": 1,
        "player_damage": dealt,
        "player_healing": 5 * slot,
        "boss_damage": 20 * slot,
        "gold_sources": [
            {"source": 1, "kills": 1, "gold": 50 * slot, "gold_orbs": 0},
            {"source": 2, "kills": 9, "gold": 4 * at_s, "gold_orbs": 6 * at_s},
        ],
        "custom_user_stats": [{"id": 1, "value": number}],
    }
    return found | ({"player_barriering": 0} if small.dialect == "2026" else {})
