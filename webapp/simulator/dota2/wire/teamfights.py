"""Fights as OpenDota cuts them: three deaths or more, each within 15 seconds of the next.

A fight begins 15 seconds before its first death and ends 15 after its last.
"""

from typing import Any

from webapp.simulator.dota2.cast import Person
from webapp.simulator.dota2.fights import Death
from webapp.simulator.dota2.game import Game
from webapp.simulator.dota2.ledger import tally

COOL_DOWN_S = 15
FEWEST_DEATHS = 3
Grid = dict[str, dict[str, int]]


def teamfights(game: Game) -> list[dict[str, Any]]:
    """Give every fight with each player's part in it."""
    groups: list[list[Death]] = []
    for death in sorted(game.story.deaths, key=lambda one: one.at_s):
        if groups and death.at_s - groups[-1][-1].at_s < COOL_DOWN_S:
            groups[-1].append(death)
        else:
            groups.append([death])
    return [_fight(game, group) for group in groups if len(group) >= FEWEST_DEATHS]


def grid_of(places: list[tuple[float, float]]) -> Grid:
    """Count places by x, then y, written as OpenDota does."""
    found: Grid = {}
    for x, y in places:
        row = found.setdefault(f"{x:g}", {})
        row[f"{y:g}"] = row.get(f"{y:g}", 0) + 1
    return found


def _fight(game: Game, deaths: list[Death]) -> dict[str, Any]:
    start, end = deaths[0].at_s - COOL_DOWN_S, deaths[-1].at_s + COOL_DOWN_S
    return {
        "start": start,
        "end": end,
        "last_death": deaths[-1].at_s,
        "deaths": len(deaths),
        "players": [_part(game, one, start, end, deaths) for one in game.story.people],
    }


def _part(game: Game, person: Person, start: int, end: int, deaths: list[Death]) -> dict[str, Any]:
    slot, people, combat = person.slot, game.story.people, game.combat
    own = [one for one in deaths if one.victim == slot]
    lines = [one for one in game.books[slot].lines if start <= one.at_s <= end]
    before = sum(one.xp for one in game.books[slot].lines if one.at_s < start)
    xp = sum(one.xp for one in lines)
    casts = [one for one in combat.casts if one.by == slot and start <= one.at_s <= end]
    return {
        "deaths_pos": grid_of([(one.x, one.y) for one in own]),
        "ability_uses": tally(one.spell for one in casts),
        "ability_targets": {},
        "item_uses": {},
        "killed": tally(people[one.victim].hero.unit for one in deaths if one.killer == slot),
        "deaths": len(own),
        "buybacks": sum(
            1 for at_s, who in game.story.buybacks if who == slot and start <= at_s <= end
        ),
        "damage": sum(b.damage for b in combat.blows if b.by == slot and start <= b.at_s <= end),
        "healing": sum(h[3] for h in combat.heals if h[1] == slot and start <= h[0] <= end),
        "gold_delta": sum(one.gold for one in lines),
        "xp_delta": xp,
        "xp_start": before,
        "xp_end": before + xp,
    }


__all__ = ["grid_of", "teamfights"]
