"""Buildings and mid bosses as flat rows, for CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from webapp.deadlock.pages.objectives.known import buildings_by
from webapp.deadlock.pages.objectives.state import left_at
from webapp.deadlock.pages.objectives.words import in_span, seen_at
from webapp.deadlock.pages.sources import Sources
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class BuildingLine:
    """One building; who was near as slots with spaces between, nearest first."""

    side: str
    kind: str
    lane: str | None
    x: int
    y: int
    first_damage_at_s: int | None
    fell_at_s: int | None
    down_by_s: int | None
    under_attack_s: int | None
    hero_damage: int
    spirit_damage: int | None
    trooper_damage: int
    first_attackers: str | None
    first_defenders: str | None
    fall_attackers: str | None
    fall_defenders: str | None
    kills_for: int
    kills_against: int


@dataclass(frozen=True, slots=True)
class BossLine:
    """One death of the mid boss; `followed` counts buildings that fell in the window after."""

    at_s: int
    killed_by: str | None
    claimed_by: str | None
    stolen: bool
    near_a: str
    near_b: str
    followed: int
    kills_a: int
    kills_b: int


@dataclass(frozen=True, slots=True)
class LeftLine:
    """How many buildings of one kind stood at a second, and of how many."""

    at_s: int
    kind: str
    standing_a: int
    standing_b: int
    of_a: int
    of_b: int


def building_lines(loaded: Sources, moment: Moment) -> list[BuildingLine]:
    """Give every building: as known at a moment; with a span, those hurt or fallen in it."""
    return [
        _line(one)
        for one in buildings_by(loaded, moment)
        if in_span(moment, one.first_damage_at_s, one.fell_at_s)
    ]


def left_lines(loaded: Sources, moment: Moment) -> list[LeftLine]:
    """Give what stood at the chosen second, kind by kind."""
    at_s = seen_at(moment, loaded.row.duration_s)
    return [
        LeftLine(at_s, one.word, one.a, one.b, one.of_a, one.of_b) for one in left_at(loaded, at_s)
    ]


def boss_lines(loaded: Sources, moment: Moment) -> list[BossLine]:
    """Give every mid boss as a flat row; with a span, those of it."""
    return [
        BossLine(
            at_s=one.at_s,
            killed_by=one.killed_by,
            claimed_by=one.claimed_by,
            stolen=one.stolen,
            near_a=_slots(one.near_a),
            near_b=_slots(one.near_b),
            followed=len(one.followed),
            kills_a=one.kills_a,
            kills_b=one.kills_b,
        )
        for one in loaded.slices["objectives"].mid_bosses
        if in_span(moment, one.at_s)
    ]


def _line(one: Any) -> BuildingLine:
    first, fall = one.near_first, one.near_fall
    return BuildingLine(
        side=one.side,
        kind=one.kind,
        lane=one.lane,
        x=one.x,
        y=one.y,
        first_damage_at_s=one.first_damage_at_s,
        fell_at_s=one.fell_at_s,
        down_by_s=one.down_by_s,
        under_attack_s=one.under_attack_s,
        hero_damage=one.player_damage,
        spirit_damage=one.spirit_damage,
        trooper_damage=one.trooper_damage,
        first_attackers=_slots(first.attackers) if first else None,
        first_defenders=_slots(first.defenders) if first else None,
        fall_attackers=_slots(fall.attackers) if fall else None,
        fall_defenders=_slots(fall.defenders) if fall else None,
        kills_for=one.kills_for,
        kills_against=one.kills_against,
    )


def _slots(slots: Sequence[int]) -> str:
    return " ".join(map(str, slots))
