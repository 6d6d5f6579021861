"""The Arena: eight teams of two, round after round, until one is left. No lanes, no towers."""

import random

from webapp.simulator.riot.chance import stream
from webapp.simulator.riot.facts import Champion, champions, items
from webapp.simulator.riot.game.fighting import kill
from webapp.simulator.riot.game.frames import close_minute
from webapp.simulator.riot.game.state import BLUE, MINUTE_MS, RED, Fighter, Game
from webapp.simulator.riot.ground import near
from webapp.simulator.riot.scenarios import Scenario, cast_of

TEAMS = 8
LIVES = 20
ROUND_GOLD, ROUND_XP = 900, 1_250
ARENA_TRINKET = 3348
MIDDLE = (7400, 13_700)


def play_arena(scenario: Scenario) -> Game:
    """Play a whole Arena."""
    rng = stream(scenario.match_id, "game")
    game = Game(scenario, _line_up(scenario, rng), BLUE, scenario.minutes * MINUTE_MS, [0.0], rng)
    lives = dict.fromkeys(range(1, TEAMS + 1), LIVES)
    game.tell("PAUSE_END", 0, realTimestamp=0)
    close_minute(game, 0, 0)
    for minute in range(scenario.minutes):
        _round(game, minute, lives)
    _settle(game, lives)
    return game


def _round(game: Game, minute: int, lives: dict[int, int]) -> None:
    begins = minute * MINUTE_MS
    for one in game.fighters:
        _ready(game, one, begins)
    standing = [team for team, left in lives.items() if left > 0]
    game.rng.shuffle(standing)
    if minute:
        for first, second in zip(standing[::2], standing[1::2], strict=False):
            _duel(game, begins + 21_000, (first, second), lives, 2 + minute // 2)
    last = minute + 1 == game.scenario.minutes
    if last:
        game.tell("GAME_END", game.end_ms, gameId=game.scenario.number, realTimestamp=0,
                  winningTeam=game.winner)  # fmt: skip
    close_minute(game, begins + MINUTE_MS + (0 if last else game.rng.randrange(90)), minute)


def _ready(game: Game, one: Fighter, begins: int) -> None:
    """Pay, level and shop between two rounds."""
    one.gold += ROUND_GOLD
    one.xp += ROUND_XP
    if one.level < 18:  # noqa: PLR2004 - the highest level
        one.level += 1
        said = {"level": one.level, "participantId": one.slot}
        game.tell("LEVEL_UP", begins + 5, **said)
    wanted = [item for item in items().values() if item.use in {one.champion.kind, "tank"}]
    item = game.rng.choice(wanted)
    if item.cost <= one.purse and len(one.items) < 6 and item.id not in one.items:  # noqa: PLR2004
        one.spent += item.cost
        one.items.append(item.id)
        at = begins + 900 + game.rng.randrange(12_000)
        game.tell("ITEM_PURCHASED", at, itemId=item.id, participantId=one.slot)


def _duel(game: Game, at: int, pair: tuple[int, int], lives: dict[int, int], stake: int) -> None:
    """Play one duel of two teams: both of the losing one fall."""
    won, lost = pair if game.rng.random() < _chance(game, *pair) else pair[::-1]
    winners = [one for one in game.fighters if one.subteam == won]
    for step, victim in enumerate(one for one in game.fighters if one.subteam == lost):
        killer, mate = game.rng.sample(winners, 2)
        where = near(game.rng, MIDDLE, 2_000)
        kill(game, at + step * 4_300, (killer, victim, [mate]), where)
        victim.dead_until = at + step * 4_300 + 9_000
    lives[lost] = max(0, lives[lost] - stake)
    if not lives[lost]:
        left = sum(one > 0 for one in lives.values())
        _place(game, lost, left + 1)


def _chance(game: Game, first: int, second: int) -> float:
    skill = {
        team: sum(one.person.skill for one in game.fighters if one.subteam == team)
        for team in (first, second)
    }
    return 0.5 + max(-0.3, min(0.3, (skill[first] - skill[second]) / 5))


def _settle(game: Game, lives: dict[int, int]) -> None:
    """Give the teams still standing their places by the lives they have."""
    open_ = sorted(
        (team for team in lives if not _placed(game, team)), key=lambda team: (-lives[team], team)
    )
    for place, team in enumerate(open_, 1):
        _place(game, team, place)


def _placed(game: Game, team: int) -> bool:
    return any(one.placed for one in game.fighters if one.subteam == team)


def _place(game: Game, team: int, place: int) -> None:
    """Write a team's place; the better half is team 100 on the wire, the other team 200."""
    for one in game.fighters:
        if one.subteam == team:
            one.placed = place
            one.team = BLUE if place <= TEAMS // 2 else RED


def _line_up(scenario: Scenario, rng: random.Random) -> list[Fighter]:
    pool: list[Champion] = rng.sample(sorted(champions().values(), key=lambda one: one.id), 16)
    found = []
    for place, (person, champion) in enumerate(zip(cast_of(scenario), pool, strict=True)):
        one = Fighter(place + 1, BLUE, "", champion, person, trinket=ARENA_TRINKET)
        one.subteam = place // 2 + 1
        one.augments = tuple(rng.sample(range(1, 200), 4))
        found.append(one)
    return found
