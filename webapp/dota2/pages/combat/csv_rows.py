"""Combat as flat rows, for CSV: every pair of heroes, every source, everybody's figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.combat import Combat, Fighter
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Query


@dataclass(frozen=True, slots=True)
class PairLine:
    """What one slot did to another."""

    slot: int
    target: int
    damage: int | None
    kills: int | None
    healing: int | None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """What one source of a player's did to heroes of the other side, or how often it was cast."""

    slot: int
    kind: str
    name: str
    damage: int | None
    hits: int | None
    uses: int | None


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One player's figures."""

    slot: int
    hero_damage: int | None
    tower_damage: int | None
    hero_healing: int | None
    stuns_s: float | None
    participation: float | None
    dead_s: int | None
    hardest_hit: int | None
    hardest_hit_at_s: int | None
    hardest_hit_source: str | None


def pair_lines(combat: Combat) -> list[PairLine]:
    """Give every pair of heroes that had to do with each other."""
    return [
        line
        for one in combat.players
        for other in combat.players
        if (line := _pair(one, other.slot)) is not None
    ]


def _pair(one: Fighter, target: int) -> PairLine | None:
    rows = (one.dealt, one.kills, one.healed)
    amounts = [None if row is None else row[target] for row in rows]
    return PairLine(one.slot, target, *amounts) if any(amounts) else None


def source_lines(loaded: Any, _moment: Moment, query: Query) -> list[SourceLine]:
    """Give every source of damage, cast and item used: everybody's, or the chosen player's."""
    players = loaded.slices["combat"].players
    own = [one for one in players if str(one.slot) == query.get("player")]
    return [line for one in own or players for line in _sources(one)]


def _sources(one: Fighter) -> Iterator[SourceLine]:
    for source in one.sources or ():
        yield SourceLine(one.slot, "damage", source.name, source.damage, source.hits, None)
    for name, damage in one.received or ():
        yield SourceLine(one.slot, "received", name, damage, None, None)
    for cast in one.casts or ():
        yield SourceLine(one.slot, "cast", cast.name, None, None, cast.uses)
    for name, uses in one.items or ():
        yield SourceLine(one.slot, "item", name, None, None, uses)


def figure_lines(combat: Combat) -> list[FigureLine]:
    """Give everybody's figures."""
    return [
        FigureLine(
            slot=one.slot,
            hero_damage=one.hero_damage,
            tower_damage=one.tower_damage,
            hero_healing=one.hero_healing,
            stuns_s=one.stuns_s,
            participation=one.participation,
            dead_s=one.dead_s,
            hardest_hit=one.hit.damage if one.hit else None,
            hardest_hit_at_s=one.hit.at_s if one.hit else None,
            hardest_hit_source=one.hit.source if one.hit else None,
        )
        for one in combat.players
    ]
