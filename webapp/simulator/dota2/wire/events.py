"""What the whole match remembers by the second: objectives and chat."""

from typing import Any

from webapp.simulator.dota2.cast import Person
from webapp.simulator.dota2.chance import stream
from webapp.simulator.dota2.game import Game
from webapp.simulator.dota2.objectives import Fallen, Taken
from webapp.simulator.dota2.wire.basics import first_blood

_SAID = ("gl hf", "smoke?", "nice", "ward gone", "care mid", "back", "roshan now", "wp", "gg",
         "go", "sorry", "one more", "they have no buyback")  # fmt: skip
_WHEEL = ("1", "2", "9", "15", "71", "88", "142778")


def objectives(game: Game) -> list[dict[str, Any]]:
    """Give buildings, Roshan, aegis, tormentors, couriers and first blood, in order."""
    told = [_building(game, fall) for fall in game.story.fallen]
    for taken in game.story.taken:
        told += _taken(game, taken)
    blood = first_blood(game)
    if blood is not None and blood.killer is not None:
        killer = game.story.people[blood.killer]
        first = {"type": "CHAT_MESSAGE_FIRSTBLOOD", "key": blood.victim}
        told.append({"time": blood.at_s, **first, **_who(killer)})
    return sorted(told, key=lambda one: int(one["time"]))


def chat(game: Game) -> list[dict[str, Any]]:
    """Give a few words said and many wheel phrases."""
    story = game.story
    rng = stream(story.match_id, "chat")
    told = []
    for _ in range(rng.randint(8, 40)):
        person = rng.choice(story.people)
        at_s = rng.randint(-60, story.duration_s)
        if rng.random() < 0.4:  # noqa: PLR2004
            line = {"type": "chat", "key": rng.choice(_SAID), "unit": person.name or ""}
        else:
            line = {"type": "chatwheel", "key": rng.choice(_WHEEL)}
        told.append({"time": at_s, **line, **_who(person)})
    return sorted(told, key=lambda one: int(one["time"]))


def _who(person: Person) -> dict[str, int]:
    return {"slot": person.slot, "player_slot": person.wire_slot}


def _building(game: Game, fall: Fallen) -> dict[str, Any]:
    told: dict[str, Any] = {"time": fall.at_s, "type": "building_kill"}
    if fall.by is None:
        word = "goodguys" if fall.side == 1 else "badguys"
        return {**told, "unit": f"npc_dota_creep_{word}_melee", "key": fall.key}
    killer = game.story.people[fall.by]
    return {**told, "unit": killer.hero.unit, "key": fall.key, **_who(killer)}


def _taken(game: Game, taken: Taken) -> list[dict[str, Any]]:
    by = game.story.people[taken.by]
    if taken.kind == "roshan":
        return [
            {"time": taken.at_s, "type": "CHAT_MESSAGE_ROSHAN_KILL", "team": taken.side + 2},
            {"time": taken.at_s + 1, "type": "CHAT_MESSAGE_AEGIS", **_who(by)},
        ]
    if taken.kind == "tormentor":
        killed = {"time": taken.at_s, "type": "CHAT_MESSAGE_MINIBOSS_KILL"}
        return [{**killed, "team": taken.side + 2, **_who(by)}]
    lost = {"time": taken.at_s, "type": "CHAT_MESSAGE_COURIER_LOST", "value": 60}
    return [{**lost, "killer": by.wire_slot, "team": 3 - taken.side}]
