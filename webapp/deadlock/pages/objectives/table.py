"""Each building as a row: when, for how long, by what, and who was near."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from webapp.core.holding import holding
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.objectives.known import buildings_by
from webapp.deadlock.pages.objectives.people import Person, marks_of, people_of
from webapp.deadlock.pages.objectives.words import OTHER, in_span, name_of
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment

TABLES_HELD = 16
BEFORE_S = 60


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who stood near: those who attacked, those who defended, and both in words."""

    attackers: tuple[Person, ...]
    defenders: tuple[Person, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Row:
    """One building. Damage by kind is None where the match does not split it."""

    side: str
    taker: str
    kind: str
    name: str
    first_at_s: int | None
    first: str
    fell_at_s: int | None
    fell: str
    down_by_s: int | None
    down_by: str
    lasted: str
    hero_damage: int
    gun_damage: int | None
    spirit_damage: int | None
    trooper_damage: int
    near_first: Crowd | None
    near_fall: Crowd | None
    kills: str
    kills_href: str


@dataclass(frozen=True, slots=True)
class Group:
    """One side's buildings: how many of them fell, and how many nobody touched."""

    side: str
    name: str
    said: str
    rows: tuple[Row, ...]
    untouched: tuple[str, ...]


def groups_at(loaded: Sources, moment: Moment) -> tuple[Group, ...]:
    """Give both sides' buildings: as known at a moment; with a span, those hurt or fallen in it."""
    if moment.span:
        return tuple(_within(group, moment) for group in _whole(loaded))
    return _whole(loaded) if moment.at is None else _groups(loaded, moment)


@holding(TABLES_HELD)
def _whole(loaded: Sources) -> tuple[Group, ...]:
    return _groups(loaded, Moment())


def _groups(loaded: Sources, moment: Moment) -> tuple[Group, ...]:
    buildings, people = buildings_by(loaded, moment), people_of(loaded)
    return tuple(_group(buildings, side, people) for side in ("a", "b"))


def _group(buildings: Sequence[Any], side: str, people: Mapping[int, Person]) -> Group:
    own = [one for one in buildings if one.side == side]
    touched = [one for one in own if (one.first_damage_at_s, one.fell_at_s) != (None, None)]
    touched.sort(key=lambda one: (one.fell_at_s is None, one.fell_at_s or one.first_damage_at_s))
    fallen = sum(one.down_by_s is not None for one in own)
    return Group(
        side=side,
        name=SIDE_NAMES[side],
        said=f"{fallen} of {len(own)} fell",
        rows=tuple(_row(one, people) for one in touched),
        untouched=tuple(dict.fromkeys(name_of(one) for one in own if one not in touched)),
    )


def _within(group: Group, moment: Moment) -> Group:
    rows = tuple(row for row in group.rows if in_span(moment, row.first_at_s, row.fell_at_s))
    fallen = sum(in_span(moment, row.fell_at_s) for row in rows)
    return Group(group.side, group.name, f"{fallen} fell", rows, ())


def _row(one: Any, people: Mapping[int, Person]) -> Row:
    fell, first, spirit = one.fell_at_s, one.first_damage_at_s, one.spirit_damage
    return Row(
        side=one.side,
        taker=OTHER[one.side],
        kind=one.kind,
        name=name_of(one),
        first_at_s=first,
        first="" if first is None else clock(first),
        fell_at_s=fell,
        fell="" if fell is None else clock(fell),
        down_by_s=one.down_by_s,
        down_by="" if one.down_by_s is None else clock(one.down_by_s),
        lasted="" if one.under_attack_s is None else clock(one.under_attack_s),
        hero_damage=one.player_damage,
        gun_damage=None if spirit is None else max(0, one.player_damage - spirit),
        spirit_damage=spirit,
        trooper_damage=one.trooper_damage,
        near_first=_crowd(one.near_first, people),
        near_fall=_crowd(one.near_fall, people),
        kills="" if fell is None else f"{one.kills_for} – {one.kills_against}",
        kills_href="" if fell is None else f"?from={max(0, fell - BEFORE_S)}&to={fell}",
    )


def _crowd(standing: Any, people: Mapping[int, Person]) -> Crowd | None:
    if standing is None:
        return None
    attackers = marks_of(standing.attackers, people)
    defenders = marks_of(standing.defenders, people)
    words = [", ".join(one.hero for one in side) or "nobody" for side in (attackers, defenders)]
    return Crowd(attackers, defenders, " against ".join(words))
