"""Fights and everybody's part in them as flat rows, for CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.fights import Fight
from webapp.dota2.pages.fights.asked import asked_of, listed
from webapp.dota2.pages.frame import url_of
from webapp.dota2.pages.people import people_of
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Query


@dataclass(frozen=True, slots=True)
class FightLine:
    """One fight; places are cells of the map grid."""

    number: int
    start_s: int
    end_s: int
    deaths: int
    untimed: int
    winner: str
    found_by: str
    x: float | None
    y: float | None
    fought_a: int
    fought_b: int
    kills_a: int
    kills_b: int
    gold_a: int | None
    gold_b: int | None
    xp_a: int | None
    xp_b: int | None
    damage_a: int | None
    damage_b: int | None


@dataclass(frozen=True, slots=True)
class FighterLine:
    """One player's part in one fight."""

    number: int
    slot: int
    fought: bool
    kills: int
    deaths: int
    buybacks: int
    gold: int | None
    xp: int | None
    damage: int | None
    healing: int | None


def fight_lines(loaded: Any, moment: Moment, query: Query) -> list[FightLine]:
    """Give every fight asked for as a flat row."""
    return [_line(one) for one in _asked(loaded, moment, query)]


def _asked(loaded: Any, moment: Moment, query: Query) -> list[Fight]:
    asked = asked_of(url_of(loaded.row.match_id), moment, query, people_of(loaded))
    return listed(asked, loaded.slices["fights"].fights or ())


def _line(one: Fight) -> FightLine:
    return FightLine(
        number=one.number,
        start_s=one.start_s,
        end_s=one.end_s,
        deaths=one.deaths,
        untimed=one.untimed,
        winner=one.winner,
        found_by=one.found_by,
        x=one.x,
        y=one.y,
        fought_a=one.a.fought,
        fought_b=one.b.fought,
        kills_a=one.a.kills,
        kills_b=one.b.kills,
        gold_a=one.a.gold,
        gold_b=one.b.gold,
        xp_a=one.a.xp,
        xp_b=one.b.xp,
        damage_a=one.a.damage,
        damage_b=one.b.damage,
    )


def fighter_lines(loaded: Any, moment: Moment, query: Query) -> list[FighterLine]:
    """Give everybody's part in every fight asked for, or in the one named."""
    fights = _asked(loaded, moment, query)
    named = [one for one in fights if str(one.number) == query.get("fight")]
    return [
        FighterLine(
            number=fight.number,
            slot=part.slot,
            fought=part.fought,
            kills=part.kills,
            deaths=part.deaths,
            buybacks=part.buybacks,
            gold=part.gold,
            xp=part.xp,
            damage=part.damage,
            healing=part.healing,
        )
        for fight in named or fights
        for part in fight.players
    ]
