"""What is told of a death, and what damage is known beside it."""

import msgspec


class SoulsLost(msgspec.Struct, frozen=True):
    """Souls the victim lost by dying between two samples, and in how many deaths."""

    from_s: int
    to_s: int
    souls: int
    deaths: int


class Crowd(msgspec.Struct, frozen=True):
    """Who stood near, nearest first: slots, the victim left out."""

    own: tuple[int, ...]
    enemy: tuple[int, ...]


class Around(msgspec.Struct, frozen=True):
    """Who was there; `side` is the victim's, `own` and `enemy` are seen from it.

    `alive_*` count both sides just before the death, the victim among them. `near` is None without
    positions; `before` is the same some seconds earlier, around where the victim then was.
    `health` is in per cent, one for each second up to the death; `max_health` is the last sample's.
    """

    side: str
    alive_own: int
    alive_enemy: int
    near: Crowd | None
    before: Crowd | None
    health: tuple[int, ...]
    max_health: int | None


class After(msgspec.Struct, frozen=True):
    """What came soon after; that it came of the death is not said.

    `answered` are enemies who fell close by; `fell` are buildings of the victim's side, as numbers
    of the events' objectives; `mid_boss_at_s` is when the enemy took the mid boss.
    """

    souls: SoulsLost | None
    answered: tuple[int, ...]
    fell: tuple[int, ...]
    mid_boss_at_s: int | None


class DeathTold(msgspec.Struct, frozen=True):
    """One death. Places are world units, named as the victim would; killer None: no player.

    `time_to_kill_s` is the length of the fight before it, None where that is not known.

    `recap` numbers the recap that holds it.
    """

    at_s: int
    victim: int
    side: str
    killer: int | None
    x: float | None
    y: float | None
    killer_x: float | None
    killer_y: float | None
    place: str
    killer_place: str
    distance_m: float | None
    time_to_kill_s: float | None
    respawn_s: int
    around: Around
    recap: int | None
    after: After


class Recap(msgspec.Struct, frozen=True):
    """What hit one victim between two damage samples that hold one death of theirs or more.

    Columns of one length: dealer (slot, 0 for troopers and buildings), source (a number of
    `Deaths.sources`), damage dealt between the samples, and what the game counts towards
    the deaths (`lethal`), booked at the death and true for it alone when `deaths` is 1.
    """

    victim: int
    from_s: int
    to_s: int
    deaths: int
    dealers: tuple[int, ...]
    sources: tuple[int, ...]
    damage: tuple[int, ...]
    lethal: tuple[int, ...]


class Deaths(msgspec.Struct, frozen=True):
    """Every death in order, in the order of the events' kills."""

    deaths: tuple[DeathTold, ...]
    recaps: tuple[Recap, ...]
    sources: tuple[str, ...]
