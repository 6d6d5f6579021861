"""Where a hero stood in the first ten minutes, and the runes picked up on the way."""

from typing import Any

from webapp.simulator.dota2.cast import Person
from webapp.simulator.dota2.chance import Chance, stream
from webapp.simulator.dota2.fights import LANE_GROUND
from webapp.simulator.dota2.game import Game
from webapp.simulator.dota2.ledger import tally
from webapp.simulator.dota2.wire.teamfights import Grid, grid_of

LANING_S = 600
BOUNTY, WATER, WISDOM = 5, 7, 8
_POWER = (0, 1, 2, 3, 4, 6, 9)
_HOME = ((76.0, 76.0), (180.0, 178.0))


def lane_pos(game: Game, person: Person) -> Grid:
    """Give one place for each second of laning, on even cells."""
    rng = stream(game.story.match_id, f"steps {person.slot}")
    ground, home = LANE_GROUND[person.lane], _HOME[person.side]
    places = []
    for second in range(min(LANING_S, game.story.duration_s)):
        share = min(1.0, second / 45)
        wobble = 7 * rng.random() + (12 * rng.random() if person.position > 3 else 0)  # noqa: PLR2004
        angle = -1 if person.side == 0 else 1
        x = home[0] + (ground[0] - home[0]) * share + angle * wobble * share
        y = home[1] + (ground[1] - home[1]) * share + angle * wobble * share * 0.5
        places.append((2.0 * round(x / 2), 2.0 * round(y / 2)))
    return grid_of(places)


def runes(game: Game, person: Person) -> dict[str, Any]:
    """Give the runes a player took: each rune has one taker."""
    mine = [{"time": at_s, "key": kind} for at_s, kind, slot in _all(game) if slot == person.slot]
    counts = tally(str(one["key"]) for one in mine)
    return {"runes_log": mine, "runes": counts, "rune_pickups": len(mine)}


def _all(game: Game) -> list[tuple[int, int, int]]:
    rng = stream(game.story.match_id, "runes")
    told = []
    for second in range(0, game.story.duration_s - 20, 60):
        for kind in _appearing(rng, second):
            slot = rng.choice([one.slot for one in game.story.people if one.position in {2, 4, 5}])
            told.append((second + rng.randint(0, 15), kind, slot))
    return sorted(told)


def _appearing(rng: Chance, second: int) -> list[int]:
    """Bounties every four minutes, water at two and four, power from six, wisdom every seven."""
    found = [BOUNTY] * 4 if second % 240 == 0 else []
    if second in {120, 240}:
        found += [WATER] * 2
    if second >= 360 and second % 120 == 0:  # noqa: PLR2004 - six minutes
        found.append(rng.choice(_POWER))
    if second and second % 420 == 0:
        found += [WISDOM] * 2
    return found
