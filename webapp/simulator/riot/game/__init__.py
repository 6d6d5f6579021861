"""A game of five against five on the Rift, played minute by minute; the same number, the same game.

Everything the two bodies say is counted from one course of events, so that they agree.
"""

import random
from functools import lru_cache

from webapp.simulator.riot.chance import happens, stream
from webapp.simulator.riot.facts import champions, champions_of
from webapp.simulator.riot.game import feats, fighting, growing, monsters, shopping, sieges, warding
from webapp.simulator.riot.game.arena import play_arena
from webapp.simulator.riot.game.frames import close_minute
from webapp.simulator.riot.game.plan import edges_of, plan
from webapp.simulator.riot.game.state import BLUE, MINUTE_MS, RED, Due, Fighter, Game
from webapp.simulator.riot.people import Person
from webapp.simulator.riot.scenarios import Scenario, cast_of

LENGTHS = {"close": (27, 36), "comeback": (29, 38), "stomp": (20, 25)}
FIRST_SHOP = 3
ARAM_START = (1400, 660)


@lru_cache(maxsize=32)
def play(scenario: Scenario) -> Game:
    """Play a whole game."""
    if scenario.kind == "arena":
        return play_arena(scenario)
    game = _begin(scenario)
    game.due = plan(game)
    shopping.start(game)
    for one in game.fighters:
        growing.learn(game, one, 4_000 + game.rng.randrange(60_000))
    game.tell("PAUSE_END", 0, realTimestamp=0)
    close_minute_zero(game)
    for minute in range(-(-game.end_ms // MINUTE_MS)):
        _play_minute(game, minute)
    return game


def close_minute_zero(game: Game) -> None:
    """Write the frame at 0:00, which holds what is bought in the first seconds on the wire too."""
    opened, game.open = game.open, [one for one in game.open if one["timestamp"] == 0]
    close_minute(game, 0, 0)
    game.open = [one for one in opened if one["timestamp"] > 0]


def _play_minute(game: Game, minute: int) -> None:
    ends = min((minute + 1) * MINUTE_MS, game.end_ms)
    if minute >= FIRST_SHOP:
        shopping.shop(game, minute)
    if minute >= 1:
        growing.grow(game, minute)
    while game.due and game.due[0].at < ends:
        _happen(game, game.due.pop(0))
    if game.scenario.kind != "aram":
        warding.ward(game, minute)
    growing.level_up(game, minute)
    if minute % 2 and minute > 10:  # noqa: PLR2004 - bounties begin after the lanes
        monsters.bounties(game, ends - 1)
    _tell_later(game, ends)
    if ends == game.end_ms:
        _finish(game)
    drift = 0 if ends == game.end_ms else game.rng.randrange(12, 140)
    close_minute(game, ends + drift, minute)


def _happen(game: Game, due: Due) -> None:
    if due.kind in monsters.PLAYED:
        monsters.PLAYED[due.kind](game, due)
    elif due.kind == "skirmish":
        fighting.skirmish(game, due)
    elif due.kind in {"fight", "last fight"}:
        fighting.big_fight(game, due)
    elif due.kind == "death":
        fighting.death(game, due)
    elif due.kind == "siege":
        sieges.siege(game, due)
    else:
        sieges.push(game, due)


def _tell_later(game: Game, ends: int) -> None:
    for at, kind, said in [one for one in game.later if one[0] < ends]:
        game.tell(kind, at, **said)
    game.later = [one for one in game.later if one[0] >= ends]


def _finish(game: Game) -> None:
    for one in game.fighters:
        one.longest_life = max(one.longest_life, 0, game.end_ms - one.last_spawn)
    if game.scenario.early_season:
        feats.tell_feats(game)
    game.tell("GAME_END", game.end_ms, gameId=game.scenario.number, realTimestamp=0,
              winningTeam=game.winner)  # fmt: skip


def _begin(scenario: Scenario) -> Game:
    rng = stream(scenario.match_id, "game")
    cast = cast_of(scenario)
    blue, red = (sum(one.skill for one in side) for side in (cast[:5], cast[5:]))
    winner = BLUE if happens(rng, 0.5 + max(-0.3, min(0.3, (blue - red) / 10))) else RED
    end = _length_ms(scenario, rng)
    edges = edges_of(scenario.edge, winner, end // MINUTE_MS + 1, rng)
    game = Game(scenario, _line_up(scenario, cast), winner, end, edges, rng)
    if scenario.kind == "aram":
        for one in game.fighters:
            one.gold, one.xp = ARAM_START
    return game


def _length_ms(scenario: Scenario, rng: random.Random) -> int:
    low, high = LENGTHS[scenario.edge]
    if scenario.minutes:
        return scenario.minutes * MINUTE_MS + rng.randrange(MINUTE_MS // 3)
    return rng.randint(low * 60, high * 60) * 1000 + rng.randrange(1000)


def _line_up(scenario: Scenario, cast: tuple[Person, ...]) -> list[Fighter]:
    rng = stream(scenario.match_id, "champions")
    taken: set[int] = set()
    found = []
    for place, person in enumerate(cast):
        liked = [number for number in person.favourites if number not in taken]
        pool = liked or [one.id for one in champions_of(person.role) if one.id not in taken]
        champion = champions()[rng.choices(pool, [5, 3, 2, 1, 1][: len(pool)])[0]]
        taken.add(champion.id)
        team = BLUE if place < len(cast) // 2 else RED
        found.append(Fighter(place + 1, team, person.role, champion, person))
    return found
