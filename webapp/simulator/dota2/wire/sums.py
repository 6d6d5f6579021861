"""A player's tables: damage by target and spell, kills by unit, gold by reason, uses, orders.

Dealt and taken are told from one list of blows, so they are the same numbers.
"""

from typing import Any

from webapp.simulator.dota2.cast import Person
from webapp.simulator.dota2.chance import stream
from webapp.simulator.dota2.combat import Blow, summed
from webapp.simulator.dota2.fights import Death
from webapp.simulator.dota2.game import Game
from webapp.simulator.dota2.ledger import tally
from webapp.simulator.dota2.wire.basics import tower_damage
from webapp.simulator.dota2.wire.wards import wards_killed

_CREEP = "npc_dota_neutral_"


def sums_of(game: Game, person: Person) -> dict[str, Any]:
    """Give every table of the player."""
    slot, people = person.slot, game.story.people
    book = game.books[slot]
    dealt = [one for one in game.combat.blows if one.by == slot]
    taken = [one for one in game.combat.blows if one.to == slot]
    killed = book.killed() | wards_killed(game, person) | _heroes_killed(game, slot)
    return {
        "damage": _with_creeps(game, person, killed, dealt),
        "damage_taken": summed((people[one.by].hero.unit, one.damage) for one in taken),
        "damage_inflictor": summed((one.source, one.damage) for one in dealt),
        "damage_inflictor_received": summed((one.source, one.damage) for one in taken),
        "damage_targets": _targets(game, dealt),
        "hero_hits": tally(one.source for one in dealt),
        "max_hero_hit": _hardest(game, person, dealt),
        "healing": _healing(game, slot),
        "killed": killed,
        "killed_by": _killed_by(game, slot),
        "gold_reasons": book.reasons("gold"),
        "xp_reasons": book.reasons("xp"),
        **_uses(game, person),
        **_kinds(killed),
        "life_state": _life(game, slot),
        "life_state_dead": sum(_away(game, one) for one in game.story.deaths if one.victim == slot),
    }


def _away(game: Game, death: Death) -> int:
    """Give how long a death lasted: a buyback or the end cuts it short."""
    back = [
        at_s
        for at_s, slot in game.story.buybacks
        if slot == death.victim and death.at_s <= at_s <= death.at_s + death.away_s
    ]
    until = min([death.at_s + death.away_s, game.story.duration_s, *back])
    return max(0, until - death.at_s)


def _life(game: Game, slot: int) -> dict[str, int]:
    dead = sum(_away(game, one) for one in game.story.deaths if one.victim == slot)
    return {"0": game.story.duration_s - dead, "1": 0, "2": dead}


def _heroes_killed(game: Game, slot: int) -> dict[str, int]:
    people = game.story.people
    return tally(people[one.victim].hero.unit for one in game.story.deaths if one.killer == slot)


def _killed_by(game: Game, slot: int) -> dict[str, int]:
    people = game.story.people
    mine = [one for one in game.story.deaths if one.victim == slot]
    creep = f"{_CREEP}centaur_outrunner"
    return tally(creep if one.killer is None else people[one.killer].hero.unit for one in mine)


def _with_creeps(
    game: Game, person: Person, killed: dict[str, int], dealt: list[Blow]
) -> dict[str, int]:
    people = game.story.people
    heroes = summed((people[one.to].hero.unit, one.damage) for one in dealt)
    creeps = {unit: count * 540 for unit, count in killed.items() if "_hero_" not in unit}
    falls = [one for one in game.story.fallen if one.side != person.side]
    if falls and tower_damage(game, person):
        creeps[falls[0].key] = tower_damage(game, person)
    return {**creeps, **heroes}


def _targets(game: Game, dealt: list[Blow]) -> dict[str, dict[str, int]]:
    people = game.story.people
    told: dict[str, dict[str, int]] = {}
    for blow in dealt:
        row = told.setdefault(blow.source, {})
        unit = people[blow.to].hero.unit
        row[unit] = row.get(unit, 0) + blow.damage
    return told


def _hardest(game: Game, person: Person, dealt: list[Blow]) -> dict[str, Any] | None:
    if not dealt:
        return None
    blow = max(dealt, key=lambda one: (one.damage, -one.at_s))
    return {
        "type": "max_hero_hit",
        "time": blow.at_s,
        "max": True,
        "inflictor": blow.source,
        "unit": person.hero.unit,
        "key": game.story.people[blow.to].hero.unit,
        "value": blow.damage,
        "slot": person.slot,
        "player_slot": person.wire_slot,
    }


def _healing(game: Game, slot: int) -> dict[str, int]:
    people = game.story.people
    mine = [one for one in game.combat.heals if one[1] == slot]
    return summed((people[healed].hero.unit, amount) for _, _, healed, amount in mine)


def _uses(game: Game, person: Person) -> dict[str, Any]:
    people, rng = game.story.people, stream(game.story.match_id, f"uses {person.slot}")
    casts = [one for one in game.combat.casts if one.by == person.slot]
    aimed: dict[str, dict[str, int]] = {}
    for one in casts:
        if one.at is not None:
            row = aimed.setdefault(one.spell, {})
            unit = people[one.at].hero.unit
            row[unit] = row.get(unit, 0) + 1
    minutes = game.story.duration_s // 60
    orders = {"1": 95 * minutes, "3": 9 * minutes, "4": 22 * minutes, "6": 3 * minutes,
              "8": 4 * minutes, "16": minutes}  # fmt: skip
    bought = tally(name for _, name in game.bags[person.slot].purchases)
    drunk = ("tango", "flask", "clarity", "tpscroll", "smoke_of_deceit", "dust", "ward_observer",
             "ward_sentry")  # fmt: skip
    return {
        "ability_uses": tally(one.spell for one in casts),
        "ability_targets": aimed,
        "item_uses": {name: bought[name] for name in drunk if name in bought},
        "actions": orders,
        "actions_per_min": sum(orders.values()) // max(1, minutes),
        "pings": {"0": rng.randint(0, 90)},
        "stuns": round(rng.uniform(0, 80), 4) if person.position > 1 else 0,
        "camps_stacked": rng.randint(0, 6) if person.position > 3 else 0,  # noqa: PLR2004
        "creeps_stacked": 0,
        "randomed": False,
        "pred_vict": False,
        "additional_units": None,
    }


def _kinds(killed: dict[str, int]) -> dict[str, int]:
    """Count kills by kind, as OpenDota adds them up from the units' names."""

    def count(*words: str) -> int:
        return sum(n for unit, n in killed.items() if any(word in unit for word in words))

    return {
        "neutral_kills": count("npc_dota_neutral"),
        "tower_kills": count("_tower"),
        "towers_killed": count("_tower"),
        "courier_kills": count("courier"),
        "lane_kills": count("npc_dota_creep", "_siege"),
        "hero_kills": count("npc_dota_hero"),
        "observer_kills": count("observer_wards"),
        "sentry_kills": count("sentry_wards"),
        "roshan_kills": count("roshan"),
        "roshans_killed": count("roshan"),
    }
