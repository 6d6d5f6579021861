"""What a game of the Rift will bring, before it is played: who is ahead when, what is fought for.

Gives moments and kinds only; who does it and who dies is settled as it is played.
"""

import random

from webapp.simulator.riot.chance import happens
from webapp.simulator.riot.game.state import BLUE, MINUTE_MS, Due, Game

FIRST_BLOOD_MS = 150_000
DRAGONS_FROM, DRAGONS_AGAIN = 320, 330
GRUBS_AT, HERALD_AT, ATAKHAN_AT, BARON_AT, BARON_AGAIN = 520, 940, 1240, 1290, 400
LANES_END = 14


def plan(game: Game) -> list[Due]:
    """Give everything that is due, in the order of the clock."""
    rng, end = game.rng, game.end_ms
    if game.scenario.kind == "remake":
        return [Due(FIRST_BLOOD_MS, "skirmish")]
    if game.scenario.kind == "aram":
        fights = [one for _ in range(3) for one in _skirmishes(rng, end)]
        return sorted([*fights, *_sieges(rng, end), *_last_push(game)])
    due = [*_skirmishes(rng, end), *_pits(game), *_sieges(rng, end), *_last_push(game)]
    return sorted(one for one in due if one.at < end)


def _skirmishes(rng: random.Random, end: int) -> list[Due]:
    found = [Due(FIRST_BLOOD_MS + rng.randrange(50_000), "skirmish")]
    for minute in range(4, end // MINUTE_MS):
        rate = 0.6 if minute < LANES_END else 0.85
        while happens(rng, rate):
            found.append(Due(minute * MINUTE_MS + rng.randrange(MINUTE_MS), "skirmish"))
            rate -= 0.55
    return found


def _pits(game: Game) -> list[Due]:
    """Give the monsters: dragons again and again, everything else once, barons to the end."""
    rng, last = game.rng, game.end_ms // 1000
    found = []
    at = DRAGONS_FROM + rng.randrange(90)
    while at < last - 60:
        found += [Due(at * 1000, "dragon"), Due(at * 1000 - 9_000, "fight")]
        at += DRAGONS_AGAIN + rng.randrange(60)
    found.append(Due((GRUBS_AT + rng.randrange(60)) * 1000, "grubs"))
    found.append(Due((HERALD_AT + rng.randrange(100)) * 1000, "herald"))
    if game.scenario.early_season:
        found.append(Due((ATAKHAN_AT + rng.randrange(90)) * 1000, "atakhan"))
    at = BARON_AT + rng.randrange(180)
    while at < last - 100:
        found += [Due(at * 1000 + 14_000, "baron"), Due(at * 1000, "fight")]
        at += BARON_AGAIN + rng.randrange(60)
    return found


def _sieges(rng: random.Random, end: int) -> list[Due]:
    return [
        Due(minute * MINUTE_MS + rng.randrange(MINUTE_MS), "siege")
        for minute in range(5, end // MINUTE_MS)
        for _ in range(rng.choice((0, 1, 2)) + (minute >= LANES_END))
    ]


def _last_push(game: Game) -> list[Due]:
    """Give the end: a fight won, then hit upon hit until the nexus has no towers left."""
    end, side = game.end_ms, game.winner
    found = [Due(end - 64_000, "last fight", side)]
    return [*found, *(Due(end - 50_000 + hit * 1_900, "push", side) for hit in range(24))]


def edges_of(shape: str, winner: int, minutes: int, rng: random.Random) -> list[float]:
    """Give who is ahead by design, minute by minute."""
    sign = 1.0 if winner == BLUE else -1.0
    turn = int(minutes * rng.uniform(0.5, 0.68))
    found = []
    for minute in range(minutes + 1):
        if shape == "stomp":
            value = min(1.0, 0.25 + minute / 18)
        elif shape == "comeback":
            value = -0.6 if minute < turn else min(1.0, 0.15 + (minute - turn) / 7)
        else:
            value = rng.uniform(-0.45, 0.45) if minute < turn else 0.1 + (minute - turn) / minutes
        found.append(sign * value)
    return found
