"""Deaths, their recaps and fights as rows for CSV."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.domain.analysis.deaths import Deaths
from webapp.lol.domain.analysis.fights import Fights


@dataclass(frozen=True, slots=True)
class DeathLine:
    """One death; lists are joined by a space or a semicolon."""

    number: int
    at_s: int
    victim_slot: int
    killer_slot: int | None
    assist_slots: str
    bounty: int | None
    shutdown: int | None
    place: str
    level: int
    away_s: int | None
    classes: str
    physical: int | None
    magic: int | None
    true: int | None


@dataclass(frozen=True, slots=True)
class RecapLine:
    """One source of the damage of one death."""

    number: int
    at_s: int
    victim_slot: int
    by_slot: int | None
    source: str
    name: str
    spell: str
    key: str
    physical: int
    magic: int
    true: int


@dataclass(frozen=True, slots=True)
class FightLine:
    """One fight."""

    from_s: int
    to_s: int
    x: int | None
    y: int | None
    kills_a: int
    kills_b: int
    gold_a: int
    gold_b: int
    slots_a: str
    slots_b: str
    winner: str | None


def death_lines(deaths: Deaths) -> tuple[DeathLine, ...]:
    """Give a row for each death."""
    return tuple(
        DeathLine(
            number=number,
            at_s=one.at_s,
            victim_slot=one.victim,
            killer_slot=one.killer,
            assist_slots=" ".join(map(str, one.assists)),
            bounty=one.bounty,
            shutdown=one.shutdown,
            place=one.place,
            level=one.level,
            away_s=one.away_s,
            classes="; ".join(one.classes),
            physical=one.physical,
            magic=one.magic,
            true=one.true,
        )
        for number, one in enumerate(deaths.deaths)
    )


def recap_lines(deaths: Deaths) -> tuple[RecapLine, ...]:
    """Give a row for each source of each death."""
    return tuple(
        RecapLine(
            number=number,
            at_s=death.at_s,
            victim_slot=death.victim,
            by_slot=one.slot,
            source=one.source,
            name=one.name,
            spell=one.spell,
            key=one.key,
            physical=one.physical,
            magic=one.magic,
            true=one.true,
        )
        for number, death in enumerate(deaths.deaths)
        for one in deaths.sources(death) or ()
    )


def fight_lines(fights: Fights) -> tuple[FightLine, ...]:
    """Give a row for each fight."""
    return tuple(
        FightLine(
            from_s=one.at_s,
            to_s=one.to_s,
            x=one.x,
            y=one.y,
            kills_a=one.a.kills,
            kills_b=one.b.kills,
            gold_a=one.a.gold,
            gold_b=one.b.gold,
            slots_a=" ".join(map(str, one.a.slots)),
            slots_b=" ".join(map(str, one.b.slots)),
            winner=one.winner,
        )
        for one in fights.fights
    )
