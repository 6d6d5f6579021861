"""A player's logs: kills, purchases, buybacks, found items, buffs, streaks."""

from typing import Any

from webapp.simulator.dota2.cast import Person
from webapp.simulator.dota2.chance import stream
from webapp.simulator.dota2.game import Game
from webapp.simulator.dota2.ledger import tally
from webapp.simulator.dota2.wire.basics import first_blood, found_items

DOUBLE_S = 18
STREAK_FROM = 3
_CHARGED = {"tango": 3, "clarity": 1, "flask": 1, "ward_observer": 1, "ward_sentry": 1}


def logs_of(game: Game, person: Person) -> dict[str, Any]:
    """Give every log of the player but wards and runes."""
    kills = [one for one in game.story.deaths if one.killer == person.slot]
    bought = game.bags[person.slot].purchases
    blood = first_blood(game)
    who = {"slot": person.slot, "player_slot": person.wire_slot}
    return {
        "kills_log": [
            {"time": one.at_s, "key": game.story.people[one.victim].hero.unit} for one in kills
        ],
        "purchase_log": [_bought(at_s, name) for at_s, name in bought],
        "purchase": tally(name for _, name in bought),
        "first_purchase_time": {name: at_s for at_s, name in reversed(bought)},
        "purchase_time": _total_times(bought),
        "buyback_log": [
            {"time": at_s, "type": "buyback_log", **who}
            for at_s, slot in game.story.buybacks
            if slot == person.slot
        ],
        "buyback_count": sum(1 for _, slot in game.story.buybacks if slot == person.slot),
        "connection_log": _connections(game, person, who),
        "neutral_tokens_log": [],
        "neutral_item_history": [
            {"time": at_s, "item_neutral": name, "item_neutral_enhancement": None}
            for at_s, name in found_items(game, person)
        ],
        "permanent_buffs": [],
        "firstblood_claimed": int(blood is not None and blood.killer == person.slot),
        "multi_kills": _multi([one.at_s for one in kills]),
        "kill_streaks": _streaks(game, person.slot),
    }


def _bought(at_s: int, name: str) -> dict[str, Any]:
    charges = {"charges": _CHARGED[name]} if name in _CHARGED else {}
    return {"time": at_s, "key": name, **charges}


def _total_times(bought: tuple[tuple[int, str], ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at_s, name in bought:
        found[name] = found.get(name, 0) + at_s
    return found


def _connections(game: Game, person: Person, who: dict[str, int]) -> list[dict[str, Any]]:
    rng = stream(game.story.match_id, f"line {person.slot}")
    if rng.random() > 0.06 or game.story.duration_s < 400:  # noqa: PLR2004 - seldom
        return []
    at_s = rng.randint(100, game.story.duration_s - 200)
    line = {"type": "connection_log", **who}
    back = at_s + rng.randint(10, 90)
    return [
        {"time": at_s, "event": "disconnect", **line},
        {"time": back, "event": "reconnect", **line},
    ]


def _multi(times: list[int]) -> dict[str, int]:
    """Count runs of kills, each within 18 seconds of the one before, by their length."""
    runs: list[list[int]] = []
    for at_s in times:
        if runs and at_s - runs[-1][-1] <= DOUBLE_S:
            runs[-1].append(at_s)
        else:
            runs.append([at_s])
    return tally(str(length) for run in runs for length in range(2, len(run) + 1))


def _streaks(game: Game, slot: int) -> dict[str, int]:
    """Count how often each number of kills without dying was reached, from three."""
    found, streak = [], 0
    for death in game.story.deaths:
        if death.victim == slot:
            streak = 0
        elif death.killer == slot:
            streak += 1
            if streak >= STREAK_FROM:
                found.append(str(streak))
    return tally(found)
