"""Buffs and debuffs of a drawn recording: from everybody's abilities, on them or on enemies."""

import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np

from webapp.simulator.deadlock.facts import Ability, abilities, items
from webapp.simulator.deadlock.recording.table import Table, table_of

EVERY_S, LASTS_S = (25, 90), (0.8, 9.0)
ON_ENEMIES = 0.6
ENDLESS = -1.0
COLUMNS = (
    *("hero_id", "event", "serial", "modifier_id", "ability_id"),
    *("duration", "caster_hero_id", "modifier"),
)
Row = tuple[Any, ...]


def modifiers_table(info: dict[str, Any], rng: np.random.Generator) -> Table:
    """Draw what each ability put on whom, and one lasting modifier for each item bought."""
    rows: list[Row] = []
    shop = {item.id: item.class_name for item in items()}
    for one in info["players"]:
        enemies = [p["hero_id"] for p in info["players"] if p["team"] != one["team"]]
        for ability in abilities():
            if ability.hero_id == one["hero_id"] and ability.kind in {"signature", "ultimate"}:
                rows += _put_on(ability, enemies, info["duration_s"], rng, len(rows))
        for line in one["items"]:
            if name := shop.get(line["item_id"]):
                spell = _spell(name, line["item_id"], one["hero_id"], ENDLESS, len(rows))
                rows.append((float(line["game_time_s"]), one["hero_id"], "applied", *spell))
    return table_of(COLUMNS, rows)


def _put_on(
    ability: Ability, enemies: list[int], duration_s: int, rng: np.random.Generator, serial: int
) -> Iterator[Row]:
    on_enemies = rng.random() < ON_ENEMIES
    every, at = float(rng.uniform(*EVERY_S)), float(rng.uniform(30, 120))
    while at < duration_s:
        whom = int(rng.choice(enemies)) if on_enemies else ability.hero_id
        lasts, serial = round(float(rng.uniform(*LASTS_S)), 2), serial + 1
        spell = _spell(ability.class_name, ability.id, ability.hero_id, lasts, serial)
        yield round(at, 2), whom, "applied", *spell
        yield round(min(at + lasts, duration_s), 2), whom, "removed", *spell
        at += every * float(rng.uniform(0.5, 1.9))


def _spell(name: str, ability_id: int, caster: int, lasts: float, serial: int) -> Row:
    engine = f"modifier_{name}"
    return serial, zlib.crc32(engine.encode()), ability_id, lasts, caster, engine
