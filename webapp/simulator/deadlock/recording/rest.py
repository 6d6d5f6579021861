"""Casts, boss health and places of a drawn recording."""

from typing import Any

import numpy as np

from webapp.simulator.deadlock.facts import abilities
from webapp.simulator.deadlock.recording.table import Table, table_of, timed

CAST_EVERY_S = (18, 70)
STEPS = 24
OBJECTIVES = {
    0: ("patron", 9000),
    9: ("patron", 12000),
    10: ("shrine", 9750),
    11: ("shrine", 9750),
    **dict.fromkeys(range(5, 9), ("walker", 10000)),
    **dict.fromkeys(range(12, 16), ("barracks", 5500)),
}
LANES = {1: 1, 2: 3, 3: 4, 4: 6}
GUARDIAN, HURT = 5500, 0.99
AWAY = 1800
GUARDIANS = ("team_num", "lane", "y", "health", "max_health", "entity_id")
BOSS = ("objective_type", "team_num", "lane", "health", "max_health", "entity_id")


def casts_table(info: dict[str, Any], rng: np.random.Generator) -> Table:
    """Draw every hero using their own abilities again and again."""
    rows: list[tuple[Any, ...]] = []
    for one in info["players"]:
        for ability in abilities():
            if ability.hero_id == one["hero_id"] and ability.kind in {"signature", "ultimate"}:
                seconds = _again(info["duration_s"], rng)
                rows += [(at, one["hero_id"], ability.class_name) for at in seconds]
    return table_of(("hero_id", "ability"), rows)


def _again(duration_s: int, rng: np.random.Generator) -> list[float]:
    every, at, found = float(rng.uniform(*CAST_EVERY_S)), float(rng.uniform(30, 120)), []
    while at < duration_s:
        found.append(round(at, 2))
        at += every * float(rng.uniform(0.5, 1.9))
    return found


def bosses_table(info: dict[str, Any], rng: np.random.Generator) -> Table:
    """Draw how each building's health went between its first damage and its fall."""
    rows: list[tuple[Any, ...]] = []
    known = [one for one in info["objectives"] if one["team_objective_id"] in OBJECTIVES]
    for entity, one in enumerate(known, start=100):
        number = one["team_objective_id"]
        kind, most = OBJECTIVES[number]
        lane = LANES.get({"walker": number - 4, "barracks": number - 11}.get(kind, 0), 0)
        base = (kind, one["team"] + 2, lane)
        rows.append((0.0, *base, most, most, entity))
        rows += [(at, *base, round(most * part), most, entity)
                 for at, part in _sinking(one, info["duration_s"], rng)]  # fmt: skip
    return table_of(BOSS, rows)


def guardians_table(info: dict[str, Any], rng: np.random.Generator) -> Table:
    """Draw every Guardian once a second until it falls, or to the end."""
    rows: list[tuple[Any, ...]] = []
    known = [one for one in info["objectives"] if one["team_objective_id"] in LANES]
    for entity, one in enumerate(known, start=200):
        stands = (one["team"] + 2, LANES[one["team_objective_id"]], (2 * one["team"] - 1) * AWAY)
        fell, sinking = one["destroyed_time_s"], _sinking(one, info["duration_s"], rng)
        hurt = [(at, min(part, HURT)) for at, part in sinking]
        times, shares = np.array([(0.0, 1.0), *hurt, (fell or np.inf, 0.0)]).T
        seconds = np.arange((fell or info["duration_s"]) + 1)
        shown = shares[np.searchsorted(times, seconds, side="right") - 1]
        rows += [(float(at), *stands, round(GUARDIAN * float(part)), GUARDIAN, entity)
                 for at, part in zip(seconds, shown, strict=True)]  # fmt: skip
    return table_of(GUARDIANS, rows)


def _sinking(
    one: dict[str, Any], duration_s: int, rng: np.random.Generator
) -> list[tuple[float, float]]:
    """Give seconds and shares of health from the first damage to the fall, or the end."""
    first, fell = one["first_damage_time_s"], one["destroyed_time_s"]
    end = fell or duration_s
    if not first or first >= end:
        return []
    times = np.sort(np.r_[first, rng.uniform(first, end, STEPS), end])
    last = 0.0 if fell else float(rng.uniform(0.2, 0.9))
    shares = np.linspace(1.0, last, len(times)) ** 0.7
    return [(round(float(at), 2), float(share)) for at, share in zip(times, shares, strict=True)]


def positions_table(info: dict[str, Any], rng: np.random.Generator) -> Table:
    """Lay the walked paths over drawn hills, gentle and never negative."""
    paths, heroes = info["match_paths"], {p["player_slot"]: p["hero_id"] for p in info["players"]}
    steps = rng.uniform(0.3, 1.0, 2)
    columns: Table = {"at": [], "hero_id": [], "x": [], "y": [], "z": [], "is_alive": []}
    for one in paths["paths"]:
        x, y = (_world(one, axis, paths[f"{axis}_resolution"]) for axis in "xy")
        z = 400 * (np.sin(x * steps[0] / 900) * np.cos(y * steps[1] / 900) + 1)
        columns["at"] += [float(second) for second in range(len(x))]
        columns["hero_id"] += [heroes[one["player_slot"]]] * len(x)
        for name, values in (("x", x), ("y", y), ("z", z)):
            columns[name] += [float(value) for value in values]
        columns["is_alive"] += [bool(health) for health in one["health"]]
    return {**timed(columns.pop("at")), **columns}


def _world(path: dict[str, Any], axis: str, resolution: float) -> np.ndarray:
    low, high = path[f"{axis}_min"], path[f"{axis}_max"]
    steps = np.asarray(path[f"{axis}_pos"], dtype=float)
    world: np.ndarray = low + steps / resolution * (high - low)
    return world
