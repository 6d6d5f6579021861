"""One frame of the timeline: what everybody has and where they stand at the end of a minute."""

from typing import Any

from webapp.simulator.riot.game.state import Damage, Fighter, Game
from webapp.simulator.riot.ground import FOUNTAIN, near, point, standing


def close_minute(game: Game, at: int, minute: int) -> None:
    """Close the open minute: its events in order, and everybody's state at its end."""
    ready = [event for event in game.open if event["timestamp"] <= at]
    ready.sort(key=lambda event: int(event["timestamp"]))
    people = {str(one.slot): _frame_of(game, one, at, minute) for one in game.fighters}
    game.frames.append({"events": ready, "participantFrames": people, "timestamp": at})
    game.events += ready
    game.open = [event for event in game.open if event["timestamp"] > at]


def _frame_of(game: Game, one: Fighter, at: int, minute: int) -> dict[str, Any]:
    down = not one.alive(at)
    place = near(game.rng, FOUNTAIN[one.team], 60) if down else None
    where = place or standing(
        game.rng, one.team, one.role if game.scenario.kind != "aram" else "", minute
    )
    return {
        "championStats": _stats(game, one, down=down),
        "currentGold": one.purse,
        "damageStats": _damage(one),
        "goldPerSecond": 0,
        "jungleMinionsKilled": one.camps,
        "level": one.level,
        "minionsKilled": one.minions,
        "participantId": one.slot,
        "position": point(where),
        "timeEnemySpentControlled": one.controlled_ms,
        "totalGold": one.gold,
        "xp": one.xp,
    }


def _damage(one: Fighter) -> dict[str, int]:
    said: dict[str, int] = {}
    for word, part in (("Done", one.done), ("DoneToChampions", one.to_champions)):
        said |= _kinds(word, part)
    return {**said, **_kinds("Taken", one.taken)}


def _kinds(word: str, part: Damage) -> dict[str, int]:
    return {
        f"magicDamage{word}": part.magic,
        f"physicalDamage{word}": part.physical,
        f"totalDamage{word}": part.total,
        f"trueDamage{word}": part.true,
    }


def _stats(game: Game, one: Fighter, *, down: bool) -> dict[str, int]:
    built = len(one.items)
    most = one.champion.health + 105 * (one.level - 1) + 120 * built
    magic = one.champion.kind == "magic"
    return {
        "abilityHaste": 5 * built,
        "abilityPower": 60 * built if magic else 0,
        "armor": 34 + 4 * one.level + 6 * built,
        "armorPen": 0,
        "armorPenPercent": 0,
        "attackDamage": 60 + 3 * one.level + (0 if magic else 18 * built),
        "attackSpeed": 100 + 3 * one.level,
        "bonusArmorPenPercent": 0,
        "bonusMagicPenPercent": 0,
        "ccReduction": 0,
        "cooldownReduction": 0,
        "health": 0 if down else int(most * game.rng.uniform(0.35, 1.0)),
        "healthMax": most,
        "healthRegen": 10 + one.level,
        "lifesteal": 0,
        "magicPen": 0,
        "magicPenPercent": 0,
        "magicResist": 32 + 2 * one.level,
        "movementSpeed": 340 + (45 if built > 1 else 0),
        "omnivamp": 0,
        "physicalVamp": 0,
        "power": 400 + 40 * one.level,
        "powerMax": 500 + 50 * one.level,
        "powerRegen": 15,
        "spellVamp": 0,
    }
