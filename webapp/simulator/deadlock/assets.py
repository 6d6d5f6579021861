"""Heroes, items, map, ranks and accolades in the shape of the assets API.

A truthful subset: ids, names and prices are the game's; what the simulator does not know is
empty or null, never invented. Every picture is one of its own.
"""

from typing import Any

from webapp.simulator.deadlock.facts import (
    LEVEL_SOULS,
    RANKS,
    Ability,
    Hero,
    Item,
    abilities,
    accolades,
    heroes,
    items,
)
from webapp.simulator.deadlock.places import SPAWN_Y, THREE_LANES, Lane

MAP_RADIUS = 10752
_LANE_COLOURS = {1: "#F1CC30", 4: "#29b1cc", 6: "#59b247"}
_MAP_IMAGES = ("minimap", "plain", "background", "frame", "mid")
_ROWS = {"tier2": (0.67, 0.25), "tier1": (0.53, 0.39)}
_COLUMNS = {"tier2": (0.25, 0.45, 0.65), "tier1": (0.21, 0.45, 0.69)}


def hero_assets(base_url: str) -> list[dict[str, Any]]:
    """GET /v1/assets/heroes."""
    return [_hero(hero, base_url) for hero in heroes()]


def item_assets(base_url: str) -> list[dict[str, Any]]:
    """GET /v1/assets/items: upgrades, abilities and weapons in one list."""
    bought = [_upgrade(item, base_url) for item in items()]
    return bought + [_ability(ability, base_url) for ability in abilities()]


def map_assets(base_url: str) -> dict[str, Any]:
    """GET /v1/assets/map."""
    return {
        "radius": MAP_RADIUS,
        "images": {name: f"{base_url}/art/map/{name}.png" for name in _MAP_IMAGES},
        "objective_positions": _objective_positions(),
        "zipline_paths": [_zipline(lane) for lane in THREE_LANES],
    }


def rank_assets(base_url: str) -> list[dict[str, Any]]:
    """GET /v1/assets/ranks."""
    return [
        {
            "tier": tier,
            "name": name,
            "images": {
                "large": f"{base_url}/art/rank/{tier}.png",
                "small": f"{base_url}/art/rank/{tier}.png",
            },
            "color": colour,
        }
        for tier, (name, colour) in enumerate(RANKS)
    ]


def accolade_assets() -> list[dict[str, Any]]:
    """GET /v1/assets/accolades."""
    return [
        {
            "id": accolade.id,
            "class_name": accolade.class_name,
            "tracked_stat_name": accolade.tracked_stat_name,
            "flavor_name": accolade.flavor_name,
            "description": "",
            "threshold_type": accolade.threshold_type,
        }
        for accolade in accolades()
    ]


def _hero(hero: Hero, base_url: str) -> dict[str, Any]:
    picture = f"{base_url}/art/hero/{hero.id}.png"
    names = ("icon_hero_card", "icon_image_small", "minimap_image", "top_bar_vertical_image")
    spells = {f"signature{n}": spell.class_name for n, spell in enumerate(hero.spells, start=1)}
    return {
        "id": hero.id,
        "class_name": hero.class_name,
        "name": hero.name,
        "description": {"lore": None, "role": None, "playstyle": None},
        "player_selectable": True,
        **dict.fromkeys(("disabled", "in_development", "needs_testing", "limited_testing"), False),
        "assigned_players_only": False,
        "hero_type": hero.kind or None,
        "tags": [],
        "complexity": 1,
        "skin": 0,
        "images": dict.fromkeys(names, picture),
        "items": {"weapon_primary": hero.weapon.class_name, **spells},
        "starting_stats": {"max_health": {"value": hero.health, "display_stat_name": "max_health"}},
        "colors": {"ui": [180, 160, 120]},
        "physics": {"stealth_speed_meters_per_second": 0.0},
        "level_info": {
            str(level): {"required_gold": souls} for level, souls in enumerate(LEVEL_SOULS, start=1)
        },
        **{name: {} for name in ("item_slot_info", "shop_stat_display", "stats_display",
                                 "hero_stats_ui", "scaling_stats", "purchase_bonuses",
                                 "standard_level_up_upgrades")},
    }  # fmt: skip


def _upgrade(item: Item, base_url: str) -> dict[str, Any]:
    return {
        "id": item.id,
        "class_name": item.class_name,
        "name": item.name,
        "type": "upgrade",
        "item_slot_type": item.slot,
        "item_tier": item.tier,
        "cost": item.cost,
        "activation": "instant_cast" if item.active else "passive",
        "is_active_item": item.active,
        "imbue": item.imbue or None,
        "shopable": True,
        "disabled": False,
        "component_items": list(item.parts),
        "image": f"{base_url}/art/item/{item.id}.png",
        "shop_image": f"{base_url}/art/item/{item.id}.png",
    }


def _ability(ability: Ability, base_url: str) -> dict[str, Any]:
    gun = ability.kind == "weapon"
    return {
        "id": ability.id,
        "class_name": ability.class_name,
        "name": ability.name,
        "type": "weapon" if gun else "ability",
        "ability_type": None if gun else ability.kind,
        "hero": ability.hero_id,
        "heroes": [ability.hero_id],
        "description": {"desc": None, "quip": None},
        "image": f"{base_url}/art/ability/{ability.id}.png",
    }


def _objective_positions() -> dict[str, dict[str, float]]:
    """Left and top of each objective's mark on the square map, as shares of its side."""
    places = {
        "team0_core": (0.35, 0.93),
        "team1_core": (0.35, 0.0),
        "team0_titan": (0.45, 0.79),
        "team1_titan": (0.45, 0.11),
    }
    for kind, tops in _ROWS.items():
        for team, top in enumerate(tops):
            for lane, left in zip((1, 3, 4), _COLUMNS[kind], strict=True):
                places[f"team{team}_{kind}_{lane}"] = (left, top)
    return {
        name: {"left_relative": left, "top_relative": top} for name, (left, top) in places.items()
    }


def _zipline(lane: Lane) -> dict[str, Any]:
    colour = _LANE_COLOURS[lane.assigned]
    x, y = lane.course[0][0], -SPAWN_Y
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return {
        "origin": [x, y, 0.0],
        "color": colour,
        "P0_points": [[point_x - x, point_y - y, 0.0] for point_x, point_y in lane.course],
        "P1_points": [[0.0, 0.0, 0.0] for _ in lane.course],
        "color_parsed": {"red": red, "green": green, "blue": blue, "alpha": 255},
    }
