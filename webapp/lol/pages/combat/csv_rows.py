"""Deaths, their recaps and fights as rows for CSV."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.domain.analysis.deaths import Deaths
from webapp.lol.domain.analysis.fights import Fights
from webapp.lol.pages.combat.people import fighter_rows
from webapp.lol.pages.sources import Sources
from webapp.lol.pages.window import NEAR_S, around, before
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Query


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


@dataclass(frozen=True, slots=True)
class FighterLine:
    """One player: kills of the stretch, damage of the whole match; empty where not recorded."""

    slot: int
    champion: str
    kills: str
    deaths: str
    assists: str
    solo: str
    damage: str
    physical: str
    magic: str
    true: str
    taken: str


def fighter_lines(loaded: Sources, moment: Moment) -> list[FighterLine]:
    """Give a row for each player, as the tab shows them."""
    rows = fighter_rows(loaded, around(moment, loaded.row.duration_s, NEAR_S))
    return [
        FighterLine(row.slot, one.seat.name, *(_plain(getattr(one, name)) for name in _FIGURES))
        for row, one in zip(loaded.slices["scoreboard"].rows, rows, strict=True)
    ]


_FIGURES = FighterLine.__match_args__[2:]


def _plain(written: str) -> str:
    return written.replace(",", "").replace("–", "")


def death_lines(loaded: Sources, moment: Moment, query: Query) -> tuple[DeathLine, ...]:
    """Give a row for each death around the moment, or in the seconds before it."""
    deaths: Deaths = loaded.slices["deaths"]
    window = before(moment, query) or around(moment, loaded.row.duration_s, NEAR_S)
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
        if window.holds(one.at_s)
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


def fight_lines(loaded: Sources, moment: Moment) -> tuple[FightLine, ...]:
    """Give a row for each fight around the moment."""
    window = around(moment, loaded.row.duration_s, NEAR_S)
    fights: Fights = loaded.slices["fights"]
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
        if window.meets(one.at_s, one.to_s)
    )
