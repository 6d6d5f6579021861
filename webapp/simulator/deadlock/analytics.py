"""Statistics of heroes in the shape of the analytics API, drawn for each hero and always the same.

Nobody played the matches they speak of; each figure is log-normal around a plausible middle.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from webapp.simulator.deadlock.chance import stream
from webapp.simulator.deadlock.facts import heroes
from webapp.simulator.replies import Reply, error_reply, json_reply

if TYPE_CHECKING:
    from webapp.simulator.deadlock.players import Query

HOUR_S = 3_600
_Z = {1: -2.326, 5: -1.645, 10: -1.282, 25: -0.674, 50: 0.0, 75: 0.674, 90: 1.282, 95: 1.645,
      99: 2.326}  # fmt: skip
_MIDDLES = {
    "kills": (6.0, 0.55), "deaths": (6.0, 0.45), "assists": (10.0, 0.45),
    "net_worth": (38_000.0, 0.25), "net_worth_per_min": (1_080.0, 0.2), "denies": (6.0, 0.7),
    "last_hits": (140.0, 0.3), "crit_shot_rate": (0.13, 0.35), "accuracy": (0.5, 0.15),
    "kd": (1.0, 0.7), "kda": (2.8, 0.6), "kills_plus_assists": (17.0, 0.4),
    "player_damage": (28_000.0, 0.4), "player_damage_per_health": (10.0, 0.4),
    "player_damage_per_min": (800.0, 0.35), "player_damage_taken_per_min": (780.0, 0.25),
    "neutral_damage": (14_000.0, 0.6), "neutral_damage_per_min": (400.0, 0.55),
    "boss_damage": (4_200.0, 0.8), "boss_damage_per_min": (120.0, 0.8),
    "self_healing": (8_000.0, 0.7), "player_healing": (9_000.0, 0.7),
    "healing": (17_000.0, 0.7), "self_healing_per_min": (230.0, 0.7),
    "player_healing_per_min": (260.0, 0.7), "healing_per_min": (490.0, 0.7),
    "teammate_healing": (900.0, 1.0), "teammate_barriering": (400.0, 1.0),
    "heal_prevented": (300.0, 1.0),
}  # fmt: skip


def tell_hero_stats(*, query: Query, base_url: str) -> Reply:
    """GET /v1/analytics/hero-stats."""
    del query, base_url
    return json_reply([_hero(hero.id) for hero in heroes()], max_age_s=HOUR_S)


def tell_metrics(*, query: Query, base_url: str) -> Reply:
    """GET /v1/analytics/player-stats/metrics: without any match, every number is null."""
    del base_url
    asked = ",".join(query.get("hero_ids", []))
    if not asked.isdigit():
        return error_reply(400, "Provided parameters are invalid")
    known = int(asked) in {hero.id for hero in heroes()}
    told = {name: _metric(int(asked), name) if known else _nothing() for name in _MIDDLES}
    return json_reply(told, max_age_s=HOUR_S)


def _hero(hero_id: int) -> dict[str, int]:
    rng = stream(hero_id, None, "analytics")
    matches = int(rng.integers(4_000, 90_000))
    wins = round(matches * float(rng.uniform(0.45, 0.55)))
    totals = {name: round(matches * middle) for name, (middle, _) in _MIDDLES.items()}
    return {
        "hero_id": hero_id,
        "bucket": 0,
        "wins": wins,
        "losses": matches - wins,
        "matches": matches,
        "matches_per_bucket": matches,
        **{f"total_{name}": totals[name] for name in (
            "kills", "deaths", "assists", "net_worth", "last_hits", "denies", "player_damage",
            "boss_damage", "neutral_damage",
        )},
        "total_player_damage_taken": 27_000 * matches,
        "total_creep_damage": 30_000 * matches,
        "total_max_health": 2_600 * matches,
        "total_shots_hit": 1_600 * matches,
        "total_shots_missed": 1_500 * matches,
    }  # fmt: skip


def _metric(hero_id: int, name: str) -> dict[str, float | None]:
    middle, width = _MIDDLES[name]
    middle *= float(stream(hero_id, None, f"analytics {name}").uniform(0.75, 1.25))
    quantiles = {f"percentile{share}": round(middle * exp(width * z), 4) for share, z in _Z.items()}
    mean = middle * exp(width**2 / 2)
    spread = mean * (exp(width**2) - 1) ** 0.5
    return {"avg": round(mean, 4), "std": round(spread, 4), **quantiles}


def _nothing() -> dict[str, float | None]:
    return dict.fromkeys(("avg", "std", *(f"percentile{share}" for share in _Z)))
