"""Who plays: ten invented people, their heroes, positions and lanes.

Every account is of one of ten circles of twenty and plays one match id in twenty, so an
account's history can be told from ids alone. A league's teams are fixed. No real account id or
name appears.
"""

from dataclasses import dataclass

from webapp.simulator.dota2.chance import Chance, happens, stream
from webapp.simulator.dota2.facts import Hero, heroes
from webapp.simulator.dota2.league import accounts_in, is_league_match

FIRST_ACCOUNT = 910_000_001
CIRCLES = 10
CIRCLE_SIZE = 20
ACCOUNTS = CIRCLES * CIRCLE_SIZE
SIDE = 5
BOT, MID, TOP = 1, 2, 3
_LANES = ({1: BOT, 2: MID, 3: TOP, 4: TOP, 5: BOT}, {1: TOP, 2: MID, 3: BOT, 4: BOT, 5: TOP})
_FIRST = ("Ash", "Briar", "Clover", "Drift", "Elm", "Flint", "Gale", "Heath", "Ivy", "Jasper",
          "Knoll", "Larch", "Moss", "North", "Onyx", "Pike", "Quartz", "Reed", "Slate",
          "Tarn")  # fmt: skip
_LAST = ("brook", "croft", "dale", "field", "garth", "holm", "mere", "ridge", "stead", "wood")


@dataclass(frozen=True, slots=True)
class Person:
    """One player of one match; side 0 is Radiant; an account is None when it is hidden."""

    slot: int
    side: int
    position: int
    lane: int
    hero: Hero
    account_id: int | None
    skill: float

    @property
    def wire_slot(self) -> int:
        """The slot as the game numbers it: Dire from 128."""
        return self.slot if self.side == 0 else 128 + self.slot - SIDE

    @property
    def name(self) -> str | None:
        """The name shown, none for a hidden account."""
        return None if self.account_id is None else name_of(self.account_id)


def accounts_of(match_id: int) -> list[int]:
    """Give the ten accounts that play a match, one from each circle or two league teams."""
    if is_league_match(match_id):
        return [FIRST_ACCOUNT + member for member in accounts_in(match_id)]
    turn = match_id // CIRCLE_SIZE
    return [
        FIRST_ACCOUNT + circle * CIRCLE_SIZE + (match_id + turn * circle) % CIRCLE_SIZE
        for circle in range(CIRCLES)
    ]


def plays(account_id: int) -> bool:
    """Say whether anybody here has this account."""
    return FIRST_ACCOUNT <= account_id < FIRST_ACCOUNT + ACCOUNTS


def name_of(account_id: int) -> str:
    """Give the invented handle of an invented account."""
    circle, member = divmod(account_id - FIRST_ACCOUNT, CIRCLE_SIZE)
    return _FIRST[member] + _LAST[circle]


def cast_match(match_id: int) -> tuple[Person, ...]:
    """Seat ten people in slots 0 to 9, five a side, each at a position."""
    rng = stream(match_id, "cast")
    accounts = accounts_of(match_id)
    league = is_league_match(match_id)
    if not league:
        rng.shuffle(accounts)
    taken: set[int] = set()
    people: list[Person] = []
    for side in (0, 1):
        positions = list(range(1, SIDE + 1))
        if not league:
            rng.shuffle(positions)
        for position in positions:
            slot = len(people)
            hero = _hero(rng, position, taken)
            hidden = not league and happens(rng, 0.12)
            account = None if hidden else accounts[slot]
            skill = rng.uniform(0.82, 1.2)
            lane = _LANES[side][position]
            people.append(Person(slot, side, position, lane, hero, account, skill))
    return tuple(people)


def _hero(rng: Chance, position: int, taken: set[int]) -> Hero:
    able = [one for one in heroes() if position in one.positions and one.id not in taken]
    hero = rng.choice(able)
    taken.add(hero.id)
    return hero
