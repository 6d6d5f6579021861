"""An invented league: eight teams, series of one to three games, ids that rise with time.

Its history is listed as Valve lists one: the newest series first, the games of a series in the
order they were played, so that neither ids nor times are sorted.
"""

from dataclasses import dataclass
from functools import cache

from webapp.simulator.dota2.chance import stream

LEAGUE_ID = 17_001
LEAGUE_NAME = "The Millpond League"
FIRST_MATCH = 8_100_000_000
STEP = 1_319_000  # keeps the last three digits, which say what becomes of an id
SERIES = 48
TEAMS = 8
SIDE = 5
FIRST_TEAM = 9_100_001
TEAM_NAMES = ("Copper Otters", "Night Herons", "Salt Foxes", "Paper Wolves", "Quiet Storm",
              "Lantern Club", "Field Mice", "Red Kettle")  # fmt: skip
_WON_IN_TWO = 0.62


@dataclass(frozen=True, slots=True)
class Game:
    """One game of a series: home plays Radiant."""

    match_id: int
    series_id: int
    home: int
    away: int


@cache
def games() -> tuple[Game, ...]:
    """Every game, oldest first."""
    rng = stream(LEAGUE_ID, "league")
    found: list[Game] = []
    for number in range(SERIES):
        home, away = rng.sample(range(TEAMS), 2)
        for game in range(2 if rng.random() < _WON_IN_TWO else 3):
            match_id = FIRST_MATCH + len(found) * STEP
            sides = (home, away) if game % 2 == 0 else (away, home)
            found.append(Game(match_id, 500_000 + number, *sides))
    return tuple(found)


@cache
def _by_id() -> dict[int, Game]:
    return {game.match_id: game for game in games()}


def is_league_match(match_id: int) -> bool:
    """Say whether a match belongs to the league."""
    return match_id in _by_id()


def game_of(match_id: int) -> Game | None:
    """Give the league's game of this id."""
    return _by_id().get(match_id)


def accounts_in(match_id: int) -> list[int]:
    """Give the ten members who play, as places in the register: home's five, then away's."""
    game = _by_id()[match_id]
    return [team * SIDE + seat for team in (game.home, game.away) for seat in range(SIDE)]


def listed() -> tuple[Game, ...]:
    """Give all games in the order Valve lists them: newest series first, its games ascending."""
    series = sorted({game.series_id for game in games()}, reverse=True)
    return tuple(game for number in series for game in games() if game.series_id == number)
