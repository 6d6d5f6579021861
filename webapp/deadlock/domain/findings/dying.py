"""Rules about deaths: alone in enemy ground, before a building fell, and many in a row."""

from __future__ import annotations

from collections.abc import Iterator

from webapp.deadlock.domain.analysis.deaths import DeathTold
from webapp.deadlock.domain.analysis.events import Fall, Kill, killed_by
from webapp.deadlock.domain.findings.material import OTHER, Material
from webapp.deadlock.domain.findings.words import counted, nearby
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding, listed

BEFORE_S = 45
"""A death counts as before a building's fall when it lies at most so many seconds before."""
ROW_S = 300
LEAST_IN_A_ROW = 3
LEAST_NEAR = 2
NOT_GUARDED = frozenset({"Guardian", "Weakened Patron"})


def deaths_alone(material: Material) -> Iterator[Finding]:
    """Find deaths beyond the own half with nobody near and two enemies or more."""
    for number, death in enumerate(material.deaths.deaths):
        near = death.around.near
        if near and "enemy" in death.place and not near.own and len(near.enemy) >= LEAST_NEAR:
            yield _alone(material, number, len(near.enemy))


def _alone(material: Material, number: int, enemies: int) -> Finding:
    death, kill = material.deaths.deaths[number], material.events.kills[number]
    enemy = OTHER[death.side]
    falls = nearby([material.events.objectives[one] for one in death.after.fell], death.place)
    paid = _paid(material, [kill])
    return Finding(
        rule="alone",
        at_s=death.at_s,
        to_s=None,
        side=enemy,
        slots=(death.victim,),
        sentence=f"{material.heroes[death.victim]} died alone in {_ground(death, enemy)} at "
        f"{clock(death.at_s)}, with {enemies} enemies near{_lost(death, falls)}.",
        detail=f"Away for {material.away(kill)} s. {_answer(material, death)}",
        evidence="/combat/deaths",
        worth=round(paid + sum(material.building_souls(one) for one in death.after.fell)),
        points=material.at_seconds(enemy, [death.at_s, *(one.at_s for one in falls)]),
    )


def _ground(death: DeathTold, enemy: str) -> str:
    name = SIDE_NAMES[enemy]
    part = "base" if "base" in death.place else "half"
    return f"{name[:1].lower()}{name[1:]}’s {part}"


def _lost(death: DeathTold, falls: list[Fall]) -> str:
    if not falls:
        return ""
    by = clock(max(one.at_s for one in falls))
    return f"; {SIDE_NAMES[death.side]} lost {counted([one.kind for one in falls])} by {by}"


def _answer(material: Material, death: DeathTold) -> str:
    if death.after.answered:
        return f"{listed(material.names(death.after.answered))} fell in return."
    return "Nobody fell in return."


def deaths_before_a_fall(material: Material) -> Iterator[Finding]:
    """Find buildings beyond the Guardians that fell while two or more had just died."""
    for number, fall in enumerate(material.events.objectives):
        dead = [
            kill
            for kill in material.events.kills
            if material.sides.get(kill.victim) == fall.side
            and fall.at_s - BEFORE_S <= kill.at_s < fall.at_s < kill.at_s + kill.respawn_s
        ]
        if len(dead) >= LEAST_NEAR and fall.kind not in NOT_GUARDED:
            yield _before(material, number, fall, dead)


def _before(material: Material, number: int, fall: Fall, dead: list[Kill]) -> Finding:
    taker = OTHER[fall.side]
    lane = f"{fall.lane} " if fall.lane else ""
    slots = tuple(dict.fromkeys(kill.victim for kill in dead))
    back = min(kill.at_s + kill.respawn_s for kill in dead)
    first = f"the first was back at {clock(back)}"
    ended = "the match ended before any of them was back"
    return Finding(
        rule="before-a-fall",
        at_s=fall.at_s,
        to_s=None,
        side=taker,
        slots=slots,
        sentence=f"{listed(material.names(slots))} were dead when the {lane}{fall.kind} fell at "
        f"{clock(fall.at_s)}.",
        detail=f"They had died from {clock(dead[0].at_s)} on; "
        f"{first if back <= material.duration_s else ended}.",
        evidence="/map",
        worth=round(material.building_souls(number)),
        points=material.jumped(taker, fall.at_s, fall.at_s),
    )


def deaths_in_a_row(material: Material) -> Iterator[Finding]:
    """Find each player's densest five minutes of three deaths or more."""
    for slot in material.heroes:
        kills = [one for one in material.events.kills if one.victim == slot]
        rows = [
            [one for one in kills[spot:] if one.at_s <= first.at_s + ROW_S]
            for spot, first in enumerate(kills)
        ]
        row = max(rows, key=len, default=[])
        if len(row) >= LEAST_IN_A_ROW and slot in material.sides:
            yield _in_a_row(material, slot, row)


def _in_a_row(material: Material, slot: int, row: list[Kill]) -> Finding:
    enemy, times = OTHER[material.sides[slot]], [one.at_s for one in row]
    paid = _paid(material, row)
    away = sum(material.away(one) for one in row)
    return Finding(
        rule="deaths",
        at_s=times[0],
        to_s=times[-1],
        side=enemy,
        slots=(slot,),
        sentence=f"{material.heroes[slot]} died {len(row)} times between {clock(times[0])} and "
        f"{clock(times[-1])} and was away for {clock(away)}.",
        detail=f"That paid {SIDE_NAMES[enemy]} about {paid:,.0f} souls in kills and assists.",
        evidence="/combat/deaths",
        worth=round(paid),
        points=material.at_seconds(enemy, times),
    )


def _paid(material: Material, kills: list[Kill]) -> float:
    """Give what some deaths paid the other side; a death to no player pays nothing."""
    dealt = ((one.at_s, killed_by(one, material.sides)) for one in kills)
    return sum(material.kill_souls(at_s, side) for at_s, side in dealt if side)
