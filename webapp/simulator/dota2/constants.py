"""What /api/constants/{resource} answers, made of the facts this stand-in knows."""

import json
from collections.abc import Callable
from typing import Any

from webapp.simulator.dota2.facts import LEVEL_XP, PATCH, PATCH_NAME, heroes, items

_MODES = {0: "unknown", 1: "all_pick", 2: "captains_mode", 3: "random_draft", 4: "single_draft",
          22: "all_draft", 23: "turbo"}  # fmt: skip
_LOBBIES = {0: "normal", 1: "practice", 2: "tournament", 7: "ranked"}


def constants(resource: str) -> Any | None:
    """Give one resource; None when there is no such one."""
    made = _RESOURCES.get(resource)
    return made() if made else None


def _heroes() -> dict[str, Any]:
    return {
        str(hero.id): {
            "id": hero.id,
            "name": hero.unit,
            "primary_attr": hero.attribute,
            "attack_type": hero.reach.capitalize(),
            "roles": [],
            "img": f"/apps/dota2/images/dota_react/heroes/{hero.name}.png?",
            "icon": f"/apps/dota2/images/dota_react/heroes/icons/{hero.name}.png?",
            "localized_name": hero.called,
        }
        for hero in heroes()
    }


def _items() -> dict[str, Any]:
    told = {}
    for name, item in items().items():
        tier = item.kind.removeprefix("neutral")
        told[name] = {
            "id": item.id,
            "img": f"/apps/dota2/images/dota_react/items/{name}.png?t=1593393829403",
            "dname": item.called,
            "cost": item.cost or None,
            "components": list(item.parts) or None,
            "created": bool(item.parts),
            "qual": "consumable" if item.kind == "consumable" else "component",
            **({"tier": int(tier)} if tier.isdigit() else {}),
        }
    return told


def _abilities() -> dict[str, Any]:
    behaviours = {"passive": "Passive", "target": "Unit Target", "cast": "Point Target"}
    return {
        spell.name: {"dname": _title(spell.name), "behavior": behaviours[spell.kind]}
        for hero in heroes()
        for spell in (*hero.spells, *hero.talents)
    }


def _ability_ids() -> dict[str, str]:
    return {
        str(spell.id): spell.name for hero in heroes() for spell in (*hero.spells, *hero.talents)
    }


def _hero_abilities() -> dict[str, Any]:
    return {
        hero.unit: {
            "abilities": [spell.name for spell in hero.spells],
            "talents": [
                {"name": one.name, "level": place // 2 + 1}
                for place, one in enumerate(hero.talents)
            ],
            "facets": [],
        }
        for hero in heroes()
    }


def _title(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split("_")[1:]) or name


def _numbered(names: dict[int, str], prefix: str) -> dict[str, Any]:
    return {
        str(number): {"id": number, "name": f"{prefix}_{name}", "balanced": True}
        for number, name in names.items()
    }


_RESOURCES: dict[str, Callable[[], Any]] = {
    "heroes": _heroes,
    "items": _items,
    "item_ids": lambda: {str(item.id): item.name for item in items().values()},
    "abilities": _abilities,
    "ability_ids": _ability_ids,
    "hero_abilities": _hero_abilities,
    "game_mode": lambda: _numbered(_MODES, "game_mode"),
    "lobby_type": lambda: _numbered(_LOBBIES, "lobby_type"),
    "patch": lambda: [{"name": PATCH_NAME, "date": "2026-03-24T00:50:59.580Z", "id": PATCH}],
    "region": lambda: {"3": "EUROPE"},
    "cluster": lambda: {"131": 3},
    "permanent_buffs": lambda: {"1": "moon_shard", "2": "ultimate_scepter"},
    "xp_level": lambda: list(LEVEL_XP),
}
RESOURCES = tuple(_RESOURCES)


def sample_names() -> dict[str, bytes]:
    """Give every resource as its body, for an installation without network."""
    return {name: json.dumps(made()).encode() for name, made in _RESOURCES.items()}
