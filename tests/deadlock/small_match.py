"""An invented ten-minute match in the wire's JSON shape, true to its rules, with odd variants.

Everybody's numbers follow from their slot, so that a test can say what to expect. Damage adds up
to the scoreboard, series are right-aligned, positions left-aligned, the dead are parked far away.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from tests.deadlock.small_wire import named, players_of, with_nulls

MATCH_ID = 4242
PARKED = (-13_664, -13_664)
LEAST, MOST, STEPS = -14_000.0, 14_000.0, 16_383
Kill: TypeAlias = tuple[int, int, int, int]


@dataclass(frozen=True)
class Small:
    """Which variant: the defaults are a plain match of 2026, won by The Archmother."""

    duration_s: int = 600
    dialect: str = "2026"
    four_lanes: bool = False
    nulls: bool = False
    hero_ids: dict[int, int] = field(default_factory=dict)
    pauses: tuple[tuple[int, int], ...] = ()
    abandoned: dict[int, int] = field(default_factory=dict)
    paths: bool = True
    damage: bool = True
    outcome: int = 0
    winning_team: int | None = 1
    kills: tuple[Kill, ...] = (
        (200, 7, 1, 8),
        (320, 1, 7, 11),
        (560, 8, 2, 15),
    )
    """Second, killer, victim, seconds away; killer 0 is no player."""
    teleports: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """Seconds at which a slot teleported: two more samples each."""

    @property
    def sample_times(self) -> list[int]:
        """Every three minutes and the end."""
        return [*range(180, self.duration_s, 180), self.duration_s]


def small_match(small: Small | None = None, **options: Any) -> dict[str, Any]:
    """Build a response; options are the fields of `Small`."""
    small = small or Small(**options)
    info: dict[str, Any] = {
        "match_id": MATCH_ID,
        "start_time": 1_700_000_000,
        "duration_s": small.duration_s,
        "match_outcome": small.outcome,
        "winning_team": small.winning_team,
        "game_mode": 1,
        "match_mode": 1,
        "average_badge_team0": 46,
        "average_badge_team1": 0,
        "players": players_of(small),
        "objectives": _objectives(small),
        "mid_boss": [{"team_killed": 0, "team_claimed": 1, "destroyed_time_s": 590}],
        "match_pauses": _pauses(small),
        "custom_user_stats": [{"id": 1, "name": "Parry Success"}],
    }
    if small.paths:
        info["match_paths"] = _paths(small)
    if small.damage:
        info["damage_matrix"] = _damage(small)
    body = {"match_info": named(info) if small.dialect == "2024" else info}
    return with_nulls(body) if small.nulls else body


def small_body(**options: Any) -> bytes:
    """Build a response as bytes."""
    return json.dumps(small_match(**options)).encode()


def _objectives(small: Small) -> list[dict[str, int]]:
    """Side a loses the yellow Guardian at 300 s; the rest stands."""
    rows = []
    for team in (0, 1):
        for building in range(16 if small.four_lanes else 15):
            fell = 300 if (team, building) == (0, 1) else 0
            rows.append(
                {
                    "team": team,
                    "team_objective_id": building,
                    "destroyed_time_s": fell,
                    "first_damage_time_s": 60 if fell else 0,
                    "creep_damage": 100,
                    "player_damage": 200,
                }
            )
    return rows


def _pauses(small: Small) -> list[dict[str, int]]:
    return [
        {"game_time_s": at_s, "pause_duration_s": lasted, "player_slot": 3}
        for at_s, lasted_s in small.pauses
        for lasted in (0, lasted_s)
    ]


def _paths(small: Small) -> dict[str, Any]:
    return {
        "version": 1,
        "interval_s": 1.0,
        "x_resolution": STEPS,
        "y_resolution": STEPS,
        "paths": [_path(small, slot) for slot in range(1, 13)],
    }


def _path(small: Small, slot: int) -> dict[str, Any]:
    """Walk along x by 20 units a second, along y by slot; health 0 from the second after death."""
    dead = [(at_s, away) for at_s, _, victim, away in small.kills if victim == slot]
    samples: list[tuple[int, int, int, int]] = []
    for second in range(small.duration_s + 1):
        away = any(at_s < second <= at_s + more for at_s, more in dead)
        x, y = PARKED if away else (-6_000 + 20 * second, 500 * slot)
        if second in small.teleports.get(slot, ()):
            samples += [(x, y, 100, 1), (x + 1_500, y, 100, 1)]
        samples.append((x, y, 0 if away else 100, 0))
    columns = {
        "player_slot": slot,
        "x_min": LEAST,
        "y_min": LEAST,
        "x_max": MOST,
        "y_max": MOST,
        "x_pos": [_step(one[0]) for one in samples],
        "y_pos": [_step(one[1]) for one in samples],
        "health": [one[2] for one in samples],
    }
    if small.dialect != "2024":
        columns |= {
            "combat_type": [0] * len(samples),
            "move_type": [one[3] for one in samples],
        }
    return columns


def _step(place: int) -> int:
    return round((place - LEAST) / (MOST - LEAST) * STEPS)


def _damage(small: Small) -> dict[str, Any]:
    """Deal with a gun and an ability, one enemy each, and repeat both as totals."""
    return {
        "sample_time_s": small.sample_times,
        "source_details": {
            "stat_type": [0, 0, 0, 0, 1],
            "source_name": [
                "citadel_weapon_test_set",
                "citadel_ability_test",
                "Bullet",
                "Ability",
                "upgrade_health",
            ],
        },
        "damage_dealers": [
            *(
                {"dealer_player_slot": slot, "damage_sources": _sources(small, slot)}
                for slot in range(1, 13)
            ),
            {"dealer_player_slot": 0, "damage_sources": _sources(small, 1)},
        ],
    }


def _sources(small: Small, slot: int) -> list[dict[str, Any]]:
    first, second = (7, 8) if slot <= 6 else (1, 2)
    count = len(small.sample_times)
    gun = [30 * slot * (number + 1) for number in range(count)]
    late = [10 * slot * (number + 1) for number in range(count - 1)]
    rows = [(0, first, gun), (1, second, late), (2, first, gun), (3, second, late), (0, 0, gun)]
    found = [
        {
            "source_details_index": index,
            "damage_to_players": [{"target_player_slot": target, "damage": series}],
        }
        for index, target, series in rows
    ]
    heal = {"target_player_slot": slot, "damage": [5 * slot] * count}
    nothing = {"target_player_slot": first}
    return [*found, {"source_details_index": 4, "damage_to_players": [heal, nothing]}]
