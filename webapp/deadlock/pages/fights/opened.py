"""One fight in full: its seconds, both sides, everybody's part, the kills, the souls, the map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from webapp.deadlock.domain.analysis.fights import Fight, FightSide
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.combat.people import Fighter, fighters_of
from webapp.deadlock.pages.deaths.asked import key_of
from webapp.deadlock.pages.deaths.rows import fell_words
from webapp.deadlock.pages.demo import DemoFightView, demo_fight
from webapp.deadlock.pages.fights.drawn import fight_map
from webapp.deadlock.pages.fights.lost import sum_known
from webapp.deadlock.pages.fights.rows import outcome_of
from webapp.deadlock.pages.fights.souls import SoulLine, soul_lines
from webapp.deadlock.pages.fights.timeline import Timeline, timeline_of
from webapp.deadlock.pages.frame import url_of
from webapp.deadlock.pages.map.cutout import Cutout
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock


@dataclass(frozen=True, slots=True)
class SideTold:
    """One side of the fight."""

    side: str
    name: str
    fought: tuple[Fighter, ...]
    alive: int
    fell: int
    out_s: int
    health_lost: int | None
    took: str


@dataclass(frozen=True, slots=True)
class Part:
    """One player's part."""

    fighter: Fighter
    seconds: int
    health_lost: int | None
    kills: int
    fell: str


@dataclass(frozen=True, slots=True)
class KillTold:
    """One kill of the fight, with the way to the death."""

    at_s: int
    clock: str
    victim: Fighter
    killer: Fighter | None
    distance_m: int | None
    near_own: int | None
    near_enemy: int | None
    href: str


@dataclass(frozen=True, slots=True)
class OpenedFight:
    """One fight told."""

    number: int
    start_s: int
    end_s: int
    clock: str
    seconds: int
    place: str
    winner: str
    outcome: str
    map_href: str
    timeline: Timeline
    sides: tuple[SideTold, ...]
    parts: tuple[Part, ...]
    kills: tuple[KillTold, ...]
    souls: tuple[SoulLine, ...]
    map: Cutout | None
    map_clock: str
    demo: DemoFightView | None


def opened_fight(loaded: Sources, fight: Fight, at_s: int | None) -> OpenedFight:
    """Tell one fight; the map stands at a moment of it, its end when none is given."""
    people = {one.slot: one for one in fighters_of(loaded)}
    events = loaded.slices["events"]
    url = url_of(loaded.row.match_id)
    shown = shown_at(fight, at_s)
    return OpenedFight(
        number=fight.number,
        start_s=fight.start_s,
        end_s=fight.end_s,
        clock=f"{clock(fight.start_s)}–{clock(fight.end_s)}",
        seconds=fight.end_s - fight.start_s,
        place=fight.place,
        winner=fight.winner,
        outcome=outcome_of(fight),
        map_href=f"{url}/map?t={fight.start_s}&from={fight.start_s}&to={fight.end_s}&heat=all",
        timeline=timeline_of(fight, events, people),
        sides=tuple(_side(one, fight, events, people) for one in (fight.a, fight.b)),
        parts=tuple(_parts(fight, events, people)),
        kills=tuple(_kills(loaded, fight, people, url)),
        souls=soul_lines(loaded.slices["fights"].souls, fight, events.kills, people),
        map=fight_map(loaded, fight, shown),
        map_clock=clock(shown),
        demo=demo_fight(loaded, fight),
    )


def shown_at(fight: Fight, at_s: int | None) -> int:
    """Give the second the map stands at."""
    return at_s if at_s is not None and goes_on(fight, at_s) else fight.end_s


def goes_on(fight: Fight, at_s: int | None) -> bool:
    """Say whether a second lies within a fight."""
    return at_s is not None and fight.start_s < at_s <= fight.end_s


def _side(one: FightSide, fight: Fight, events: Any, people: dict[int, Fighter]) -> SideTold:
    own = [events.kills[number] for number in fight.deaths]
    own = [kill for kill in own if people[kill.victim].side == one.side]
    kinds = [events.objectives[number].kind for number in one.took]
    return SideTold(
        side=one.side,
        name=SIDE_NAMES[one.side],
        fought=tuple(people[slot] for slot in one.fought),
        alive=one.alive,
        fell=len(own),
        out_s=sum(kill.respawn_s for kill in own),
        health_lost=sum_known(one.health_lost),
        took=fell_words(kinds, next(iter(one.mid_bosses), None)),
    )


def _parts(fight: Fight, events: Any, people: dict[int, Fighter]) -> Iterator[Part]:
    kills = [events.kills[number] for number in fight.deaths]
    for side in (fight.a, fight.b):
        columns = zip(side.fought, side.fought_s, side.health_lost, strict=True)
        for slot, seconds, lost in columns:
            fell = [clock(kill.at_s) for kill in kills if kill.victim == slot]
            done = sum(kill.killer == slot for kill in kills)
            yield Part(people[slot], seconds, lost, done, ", ".join(fell))


def _kills(
    loaded: Sources, fight: Fight, people: dict[int, Fighter], url: str
) -> Iterator[KillTold]:
    for death in (loaded.slices["deaths"].deaths[number] for number in fight.deaths):
        near = death.around.near
        yield KillTold(
            at_s=death.at_s,
            clock=clock(death.at_s),
            victim=people[death.victim],
            killer=people.get(death.killer or 0),
            distance_m=None if death.distance_m is None else round(death.distance_m),
            near_own=len(near.own) + 1 if near else None,
            near_enemy=len(near.enemy) if near else None,
            href=f"{url}/combat/deaths?t={death.at_s}&death={key_of(death)}",
        )
