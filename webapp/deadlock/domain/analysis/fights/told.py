"""What is told of a fight."""

import msgspec


class FightSide(msgspec.Struct, frozen=True):
    """One side of a fight.

    Columns of one length for those who fought: slot, seconds of fighting, health points lost (at
    least so many; None where the most they can have is not known). `alive` counts the side when
    the fight began. `kills` is how many of the other side its players killed in it; `took` are
    buildings of the other side that fell meanwhile and soon after, as numbers of the events'
    objectives.
    """

    side: str
    fought: tuple[int, ...]
    fought_s: tuple[int, ...]
    health_lost: tuple[int | None, ...]
    alive: int
    kills: int
    took: tuple[int, ...]
    mid_bosses: tuple[int, ...]


class Fight(msgspec.Struct, frozen=True):
    """One fight; `deaths` are numbers of the events' kills, in order.

    `x` and `y` are the middle of where people fought. `winner` is the side that killed more, ""
    for an even fight.
    """

    number: int
    start_s: int
    end_s: int
    x: int
    y: int
    place: str
    a: FightSide
    b: FightSide
    deaths: tuple[int, ...]
    winner: str


class KillSouls(msgspec.Struct, frozen=True):
    """What both sides got for kills and assists between two samples, in how many kills."""

    from_s: int
    to_s: int
    kills_a: int
    kills_b: int
    souls_a: int
    souls_b: int


class Fights(msgspec.Struct, frozen=True):
    """Fights by start. `known_by` says what they were found by.

    "combat": the game's own note of who is in combat with heroes; "deaths": only deaths and who
    was near, so a fight without a death is not known; "": neither, so there are none. `outside`
    are the deaths of no fight.
    """

    known_by: str
    fights: tuple[Fight, ...]
    outside: tuple[int, ...]
    souls: tuple[KillSouls, ...]
