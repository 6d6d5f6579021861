"""Wards: where they stood, for how long, and who took them down."""

from typing import Any

from webapp.simulator.dota2.cast import Person
from webapp.simulator.dota2.chance import Chance, stream
from webapp.simulator.dota2.game import Game
from webapp.simulator.dota2.ledger import tally
from webapp.simulator.dota2.wire.teamfights import grid_of

LASTS_S = {"obs": 360, "sen": 420}
_SHOP = {"obs": "ward_observer", "sen": "ward_sentry"}
_DEWARDED = 0.3
_SPOTS = ((106, 146), (118, 132), (96, 150), (150, 110), (138, 118), (128, 96), (88, 120),
          (168, 136), (112, 106), (144, 148), (160, 120), (100, 128))  # fmt: skip


def ward_logs(game: Game, person: Person) -> dict[str, Any]:
    """Give a player's ward logs and the grids counted from them."""
    told: dict[str, Any] = {}
    for kind in ("obs", "sen"):
        placed, left = _life(game, person, kind)
        told |= {
            f"{kind}_log": placed,
            f"{kind}_left_log": left,
            f"{kind}_placed": len(placed),
            kind: grid_of([(one["x"], one["y"]) for one in placed]),
        }
    return {**told, "observers_placed": told["obs_placed"]}


def wards_killed(game: Game, person: Person) -> dict[str, int]:
    """Give the wards this player took down, by their units."""
    names = {"obs": "npc_dota_observer_wards", "sen": "npc_dota_sentry_wards"}
    found = []
    for other in game.story.people:
        if other.side == person.side:
            continue
        for kind, unit in names.items():
            gone = _life(game, other, kind)[1]
            found += [unit for one in gone if one["attackername"] == person.hero.unit]
    return tally(found)


def _life(
    game: Game, person: Person, kind: str
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    story = game.story
    rng = stream(story.match_id, f"{kind} {person.slot}")
    bought = [at_s for at_s, name in game.bags[person.slot].purchases if name == _SHOP[kind]]
    placed, left = [], []
    for number, at_s in enumerate(bought):
        begins = max(at_s + rng.randint(10, 90), 5)
        if begins >= story.duration_s:
            continue
        line = _line(rng, person, kind, begins, number)
        placed.append({**line, "entityleft": False})
        ends, by = _end(rng, game, person, begins + LASTS_S[kind], begins)
        if ends < story.duration_s:
            gone = {"time": ends, "type": f"{kind}_left_log", "entityleft": True}
            left.append({**line, **gone, "attackername": by})
    placed.sort(key=lambda one: int(one["time"]))
    return placed, sorted(left, key=lambda one: int(one["time"]))


def _line(rng: Chance, person: Person, kind: str, at_s: int, number: int) -> dict[str, Any]:
    near_x, near_y = rng.choice(_SPOTS)
    x, y = round(near_x + rng.uniform(-2, 2), 1), round(near_y + rng.uniform(-2, 2), 1)
    base = 5_000_000 if kind == "obs" else 9_000_000
    return {
        "time": at_s,
        "type": f"{kind}_log",
        "key": f"[{round(x)},{round(y)}]",
        "slot": person.slot,
        "x": x,
        "y": y,
        "z": 130,
        "ehandle": base + person.slot * 1000 + number,
        "player_slot": person.wire_slot,
    }


def _end(rng: Chance, game: Game, person: Person, expires: int, begins: int) -> tuple[int, str]:
    """Give when a ward leaves and whose doing it was; its owner's name when time ran out."""
    if rng.random() < _DEWARDED:
        foes = [one for one in game.story.people if one.side != person.side]
        return rng.randint(begins + 10, expires - 5), rng.choice(foes).hero.unit
    return expires, person.hero.unit
