"""Who died to whom, as the metadata says, and drawn hits that led there."""

from typing import Any

import numpy as np

from webapp.simulator.deadlock.facts import abilities
from webapp.simulator.deadlock.recording.table import Table, table_of

HITS = (8, 26)
HELPED, MELEE = 0.25, 0.1
LONGEST_S = 9.0


def deaths_of(info: dict[str, Any], rng: np.random.Generator) -> list[dict[str, Any]]:
    """Give every death in order, each somewhere within the second the metadata gives it."""
    heroes = {one["player_slot"]: one["hero_id"] for one in info["players"]}
    found = [
        {
            "at": death["game_time_s"] + round(float(rng.random()) * 0.9, 2),
            "took": death.get("time_to_kill_s") or 3.0,
            "victim": one["hero_id"],
            "killer": heroes.get(death.get("killer_player_slot"), 0),
        }
        for one in info["players"]
        for death in one["death_details"]
    ]
    return sorted(found, key=lambda death: death["at"])


def kills_table(deaths: list[dict[str, Any]]) -> Table:
    """Give the deaths as the reader tells kills."""
    rows = [(death["at"], death["victim"], death["killer"], "") for death in deaths]
    return table_of(("victim_hero_id", "attacker_hero_id", "assister_hero_ids"), rows)


def hits_table(
    info: dict[str, Any], deaths: list[dict[str, Any]], rng: np.random.Generator
) -> Table:
    """Draw hits that bring each victim from sound to dead, most of them the killer's."""
    teams = {one["hero_id"]: one["team"] for one in info["players"]}
    rows: list[tuple[Any, ...]] = []
    for death in deaths:
        enemies = [hero for hero, team in teams.items() if team != teams[death["victim"]]]
        rows += _hits(death, enemies, rng)
    names = (
        *("attacker_hero_id", "victim_hero_id", "damage", "victim_health_new"),
        *("ability_id", "is_melee"),
    )
    return table_of(names, rows)


def _hits(
    death: dict[str, Any], enemies: list[int], rng: np.random.Generator
) -> list[tuple[Any, ...]]:
    count = int(rng.integers(*HITS))
    before = np.sort(rng.random(count) * min(death["took"], LONGEST_S))[::-1]
    before[-1] = 0.0
    parts = rng.dirichlet(np.full(count, 2.0)) * float(rng.integers(900, 2400))
    left, rows = float(parts.sum()), []
    for back, part in zip(before, parts, strict=True):
        left = max(0.0, left - part)
        helped = back > 0 and (rng.random() < HELPED or not death["killer"])
        dealer = int(rng.choice(enemies)) if helped else death["killer"]
        at = round(death["at"] - float(back), 2)
        hit = (round(part), round(left), _weapon(dealer, rng), bool(rng.random() < MELEE))
        rows.append((at, dealer, death["victim"], *hit))
    return rows


def _weapon(hero_id: int, rng: np.random.Generator) -> int:
    own = [one.id for one in abilities() if one.hero_id == hero_id]
    return int(rng.choice(own)) if own else 0
