"""The tables a demo is kept as: their names, what they hold, and the exact form of each column.

Hero ids become player slots when a table is kept. `at_s` is the game's clock in seconds, or
the demo's own where it does not say when the match began (the page tells which).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MOST_ROWS: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class Dataset:
    """One table: what readers call it, what it holds, and its columns.

    `columns` are (ours, the reader's, type); type "slot" turns a hero id into a player's slot,
    "side" the engine's team number into a side.
    """

    name: str
    title: str
    said: str
    columns: tuple[tuple[str, str, str], ...]


def _timed(*columns: tuple[str, str, str]) -> tuple[tuple[str, str, str], ...]:
    return (("tick", "tick", "Int32"), ("at_s", "at_s", "Float32"), *columns)


_PLACE: Final = (("x", "x", "Int32"), ("y", "y", "Int32"), ("z", "z", "Int32"))
_HEALTH: Final = (("health", "health", "Int32"), ("max_health", "max_health", "Int32"))

DATASETS: Final[dict[str, Dataset]] = {
    one.name: one
    for one in (
        Dataset(
            "kills",
            "Kills",
            "who, by whom, with whose help, to the tick",
            _timed(
                ("victim", "victim_hero_id", "slot"),
                ("killer", "attacker_hero_id", "slot"),
                ("helper_hero_ids", "assister_hero_ids", "String"),
            ),
        ),
        Dataset(
            "hits",
            "Single hits",
            "every hit on anyone: how much, with what, where, health left",
            _timed(
                ("attacker", "attacker_hero_id", "slot"),
                ("victim", "victim_hero_id", "slot"),
                ("attacker_class", "attacker_class", "Int32"),
                ("victim_class", "victim_class", "Int32"),
                ("victim_entity", "victim_entity_id", "Int32"),
                ("damage", "damage", "Int32"),
                ("absorbed", "damage_absorbed", "Float32"),
                ("critical", "crit_damage", "Float32"),
                ("health_left", "victim_health_new", "Int32"),
                ("hit_group", "hitgroup_id", "Int16"),
                ("ability_id", "ability_id", "UInt32"),
                ("kind", "citadel_type", "Int16"),
                ("melee", "is_melee", "Boolean"),
            ),
        ),
        Dataset(
            "casts",
            "Casts",
            "every ability and active item used, by its engine name",
            _timed(("slot", "hero_id", "slot"), ("ability", "ability", "String")),
        ),
        Dataset(
            "bosses",
            "Boss health",
            "health of every other building and of the mid boss, at each change",
            _timed(
                ("kind", "objective_type", "String"),
                ("side", "team_num", "side"),
                ("lane", "lane", "Int16"),
                *_HEALTH,
                ("phase", "phase", "Int16"),
                *_PLACE,
                ("entity", "entity_id", "Int32"),
            ),
        ),
        Dataset(
            "guardians",
            "Guardian health",
            "health of every Guardian, once a second; 0 when it fell",
            _timed(
                ("side", "team_num", "side"),
                ("lane", "lane", "Int16"),
                *_HEALTH,
                *_PLACE,
                ("entity", "entity_id", "Int32"),
            ),
        ),
        Dataset(
            "items",
            "Items",
            "bought, sold, swapped, to the tick",
            _timed(
                ("slot", "hero_id", "slot"),
                ("item_id", "ability_id", "UInt32"),
                ("change", "change", "String"),
            ),
        ),
        Dataset(
            "upgrades",
            "Ability points",
            "which ability was raised to which tier, to the tick",
            _timed(
                ("slot", "hero_id", "slot"),
                ("ability_id", "ability_id", "UInt32"),
                ("tier", "tier", "Int16"),
            ),
        ),
        Dataset(
            "mid_boss",
            "Mid boss",
            "when it came, fell, and its Rejuvenator was taken, used and ran out",
            _timed(("side", "team_num", "side"), ("event", "event", "String")),
        ),
        Dataset(
            "positions",
            "Positions with height",
            "every player once a second: place, height, health, unspent souls",
            _timed(
                ("slot", "hero_id", "slot"),
                *_PLACE,
                *_HEALTH,
                ("alive", "is_alive", "Boolean"),
                ("unspent", "souls", "Int32"),
            ),
        ),
        Dataset(
            "modifiers",
            "Modifiers",
            "every buff and debuff put on a player, changed and gone",
            _timed(
                ("slot", "hero_id", "slot"),
                ("event", "event", "String"),
                ("modifier_id", "modifier_id", "UInt32"),
                ("modifier", "modifier", "String"),
                ("serial", "serial", "UInt32"),
                ("ability_id", "ability_id", "UInt32"),
                ("lasts_s", "duration", "Float32"),
                ("caster", "caster_hero_id", "slot"),
                ("stacks", "stacks", "Int32"),
            ),
        ),
        Dataset(
            "urn",
            "Soul urn",
            "picked up, dropped, returned, delivered",
            _timed(
                ("event", "event", "String"),
                ("slot", "hero_id", "slot"),
                ("side", "team_num", "side"),
                *_PLACE,
            ),
        ),
    )
}

NEED_NAMES: Final = frozenset({"modifiers", "urn"})
"""Those the reader can tell only with its catalogue of names at hand."""
