"""What is told of a fight."""

from __future__ import annotations

import msgspec


class FightPlayer(msgspec.Struct, frozen=True):
    """One player's part. `untimed` are deaths to no hero, whose second nobody recorded.

    `deaths` counts them too. Sums are None where they are not recorded, as where only our own
    rule found the fight. `casts` and `items` are engine names and how often, most used first.
    """

    slot: int
    fought: bool
    kills: int
    deaths: int
    untimed: int
    buybacks: int
    damage: int | None
    healing: int | None
    gold: int | None
    xp: int | None
    casts: tuple[tuple[str, int], ...]
    items: tuple[tuple[str, int], ...]


class FightSide(msgspec.Struct, frozen=True):
    """One side of a fight: sums over its players, and what it took meanwhile and soon after.

    `kills` are deaths of the other side. `took` are places in the objectives' buildings,
    `roshans` seconds at which it killed Roshan.
    """

    fought: int
    kills: int
    buybacks: int
    damage: int | None
    healing: int | None
    gold: int | None
    xp: int | None
    took: tuple[int, ...]
    roshans: tuple[int, ...]


class Fight(msgspec.Struct, frozen=True):
    """One fight. `kills` are places in the events' kills; `x`, `y` the middle of known deaths.

    `found_by` is "both", "log" (our rule alone) or "upstream" (theirs alone, with deaths to no
    hero). `winner` lost fewer heroes, "" for an even fight. `went_on` says that the match ended
    before the fight had cooled down.
    """

    number: int
    start_s: int
    end_s: int
    first_death_s: int | None
    last_death_s: int
    deaths: int
    untimed: int
    found_by: str
    went_on: bool
    kills: tuple[int, ...]
    x: float | None
    y: float | None
    a: FightSide
    b: FightSide
    players: tuple[FightPlayer, ...]
    winner: str


class Fights(msgspec.Struct, frozen=True):
    """Fights by start, None where neither kills nor fights were recorded.

    `outside` are places in the events' kills that lie in no fight.
    """

    fights: tuple[Fight, ...] | None
    outside: tuple[int, ...]
