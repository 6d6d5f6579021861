"""What a participant took along: items, spells, runes."""

from typing import Any

from webapp.simulator.riot.chance import stream
from webapp.simulator.riot.facts import rune_rows
from webapp.simulator.riot.game.state import Fighter, Game

SPELLS = {"TOP": 12, "JUNGLE": 11, "MIDDLE": 14, "BOTTOM": 7, "UTILITY": 14}
FLASH, SNOWBALL, ARENA_FLASH, ARENA_FLEE = 4, 32, 2202, 2201
ROLE_BOUND = {"TOP": 1221, "JUNGLE": 1209, "MIDDLE": 1206, "UTILITY": 1208}


def loadout(game: Game, one: Fighter) -> dict[str, Any]:
    """Write the items at the end, the spells and the runes."""
    held = [*one.items[:6], *[0] * 6][:6]
    return {
        **{f"item{place}": number for place, number in enumerate(held)},
        "item6": one.trinket,
        **({} if game.scenario.early_season else {"roleBoundItem": _bound(game, one)}),
        "summoner1Id": spells_of(game, one)[0],
        "summoner2Id": spells_of(game, one)[1],
        "perks": runes_of(game, one),
    }


def _bound(game: Game, one: Fighter) -> int:
    return ROLE_BOUND.get(one.role, 0) if game.scenario.kind == "rift" else 0


def spells_of(game: Game, one: Fighter) -> tuple[int, int]:
    """Give the two summoner spells somebody took."""
    if game.scenario.kind == "arena":
        return ARENA_FLEE, ARENA_FLASH
    if game.scenario.kind == "aram":
        return FLASH, SNOWBALL
    return SPELLS[one.role], FLASH


def runes_of(game: Game, one: Fighter) -> dict[str, Any]:
    """Give the runes somebody took: four of one style, two of another, three shards."""
    rng = stream(game.scenario.match_id, f"runes {one.slot}")
    first, second = rng.sample(sorted({row.style for row in rune_rows()}), 2)
    main = [rng.choice(row.ids) for row in rune_rows() if row.style == first]
    rest = [row for row in rune_rows() if row.style == second and row.slot]
    side = [rng.choice(row.ids) for row in rng.sample(rest, 2)]
    return {
        "statPerks": {"defense": 5011, "flex": 5008, "offense": 5005 + 3 * (one.slot % 2)},
        "styles": [
            _style("primaryStyle", first, main, one.level * 90),
            _style("subStyle", second, side, one.level * 30),
        ],
    }


def _style(word: str, style: int, runes: list[int], value: int) -> dict[str, Any]:
    told = [{"perk": rune, "var1": value, "var2": 0, "var3": 0} for rune in runes]
    return {"description": word, "selections": told, "style": style}
