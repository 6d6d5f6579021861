"""What is told of combat: who hurt, healed and killed whom, by what, and what was cast."""

from __future__ import annotations

import msgspec

Row = tuple[int, ...]


class Source(msgspec.Struct, frozen=True):
    """What one ability, item or the plain attack did to heroes of the other side.

    `name` is the engine's, or "attack". `targets` is damage by slot, None where the response does
    not split it.
    """

    name: str
    damage: int
    hits: int | None
    targets: Row | None


class Cast(msgspec.Struct, frozen=True):
    """An ability or item used: how often, and on which heroes by slot where that is told."""

    name: str
    uses: int
    targets: Row | None


class Hit(msgspec.Struct, frozen=True):
    """The hardest single blow to a hero: `victim` is None where the unit is not of this match."""

    at_s: int | None
    source: str
    victim: int | None
    damage: int


class Fighter(msgspec.Struct, frozen=True):
    """One player; every part is None where not recorded. Rows are by slot, 0 to 9.

    `dealt` and `taken` are damage to and from heroes; `elsewhere` what was dealt to everything
    else, by kind of target. `received` is damage by the heroes' sources. `kills` and `deaths`
    count heroes by slot, `died_to` what else killed this one. `multi_kills` and `streaks` are
    pairs of size and how often. `dead_s` are seconds spent dead.
    """

    slot: int
    dealt: Row | None
    taken: Row | None
    healed: Row | None
    elsewhere: tuple[tuple[str, int], ...] | None
    sources: tuple[Source, ...] | None
    received: tuple[tuple[str, int], ...] | None
    kills: Row | None
    deaths: Row | None
    died_to: tuple[tuple[str, int], ...] | None
    casts: tuple[Cast, ...] | None
    items: tuple[tuple[str, int], ...] | None
    hit: Hit | None
    multi_kills: tuple[tuple[int, int], ...] | None
    streaks: tuple[tuple[int, int], ...] | None
    stuns_s: float | None
    participation: float | None
    dead_s: int | None
    hero_damage: int | None
    tower_damage: int | None
    hero_healing: int | None


class Combat(msgspec.Struct, frozen=True):
    """Players by slot."""

    players: tuple[Fighter, ...]
