"""Rules about epic monsters: taken with and without anybody there, and vision by phase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from webapp.lol.domain.analysis.events import Monster
from webapp.lol.domain.analysis.objectives import SetUp, Taken, kind_of
from webapp.lol.domain.analysis.vision import PlayerVision
from webapp.lol.domain.findings.material import OTHER, SIDE_NAMES, Material
from webapp.lol.domain.findings.things import monster_taken
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding

WORTH: Final = {"elder": 1_250, "baron": 1_500, "dragon": 300, "herald": 300, "atakhan": 1_000}
"""About what each pays a side in gold: what it is told by where no model gives it a weight."""
NO_POINTS: Final = 1e-6
"""Chances summed up in another order differ by less."""
HARDLY: Final = 0.1
"""Wards and monsters of one phase stand side by side; that one came of the other is not known."""
LEAST_FEWER: Final = 5
PHASES: Final = ("the laning phase", "the middle game", "the late game")


def objectives(material: Material) -> Iterator[Finding]:
    """Find monsters that were taken; one the other side had set nothing up for says so."""
    for one in material.objectives.taken:
        monster = material.events.monsters[one.number]
        if monster.side in OTHER and one.kind in WORTH:
            yield _taken(material, one)


def _taken(material: Material, one: Taken) -> Finding:
    monster = material.events.monsters[one.number]
    side = monster.side or ""
    own, theirs = (one.a, one.b) if side == "a" else (one.b, one.a)
    given = theirs.placed == theirs.cleared == 0 and material.events.recorded
    thing = monster_taken(monster)
    near = (monster.killer or 0, *one.assists)
    slots = [slot for slot in near if material.sides.get(slot) == side]
    said = f"{thing.taker} took {thing.words} at {clock(monster.at_s)}"
    other = SIDE_NAMES[OTHER[side]]
    return Finding(
        rule="no-set-up" if given else "objective",
        at_s=monster.at_s,
        to_s=None,
        side=side,
        slots=tuple(dict.fromkeys(slots)),
        sentence=f"{said}; {other} placed and cleared no ward within a minute of it."
        if given
        else f"{said}, with {own.placed} wards placed within a minute of it to {theirs.placed}.",
        detail=_alive(own, theirs, side),
        evidence="/objectives",
        worth=WORTH[one.kind],
        points=_points(material, side, monster.at_s, thing.figures),
    )


def _points(material: Material, side: str, at_s: int, figures: Mapping[str, float]) -> float | None:
    """Give the price of monsters; None where the model gives them no weight: they have gold."""
    points = material.of(side, at_s, **figures)
    return points if points is not None and points > NO_POINTS else None


def _alive(own: SetUp, theirs: SetUp, side: str) -> str:
    if own.alive is None or theirs.alive is None:
        return "How many were alive is not worked out for this mode."
    a, b = (own.alive, theirs.alive) if side == "a" else (theirs.alive, own.alive)
    return f"Alive then: Blue {a}, Red {b}."


def vision(material: Material) -> Iterator[Finding]:
    """Find who gave up vision in a phase in which the other side took monsters.

    Placed and cleared wards are compared with the same role. In win chance the monsters of the
    phase count for a tenth.
    """
    for one in material.vision.players if material.vision.recorded else ():
        other = material.opponent(one.slot)
        rival = next((two for two in material.vision.players if two.slot == other), None)
        if rival is None or material.sides.get(one.slot) is None:
            continue
        for phase in range(len(material.vision.phases_s)):
            own, their = _wards(one, phase), _wards(rival, phase)
            if their - own >= LEAST_FEWER and own * 3 <= their * 2:
                yield from _dark(material, (one.slot, rival.slot), (own, their), phase)


def _wards(one: PlayerVision, phase: int) -> int:
    return sum(row[phase] for row in (*one.placed, *one.cleared))


def _dark(
    material: Material, pair: tuple[int, int], wards: tuple[int, int], phase: int
) -> Iterator[Finding]:
    taker = material.sides[pair[1]]
    ends = (*material.vision.phases_s, material.duration_s)
    first, last = ends[phase], min(ends[phase + 1], material.duration_s)
    lost = _lost(material, taker, first, last)
    if not lost:
        return
    names = material.names(pair)
    yield Finding(
        rule="vision",
        at_s=first,
        to_s=last,
        side=taker,
        slots=pair,
        sentence=f"{names[0]} placed and cleared {wards[0]} wards to {names[1]}’s {wards[1]} in "
        f"{PHASES[phase]}; {SIDE_NAMES[taker]} took {len(lost)} of its large monsters.",
        detail=f"From {clock(first)} to {clock(last)}. That one came of the other is not said.",
        evidence="/vision",
        worth=sum(WORTH[kind_of(one)] for one in lost),
        points=_together(material, taker, lost),
        confidence=HARDLY,
    )


def _lost(material: Material, taker: str, first: int, last: int) -> list[Monster]:
    """Give the large monsters a side took from one second to before another."""
    return [
        one
        for one in material.events.monsters
        if kind_of(one) in WORTH and first <= one.at_s < last and one.side == taker
    ]


def _together(material: Material, side: str, monsters: list[Monster]) -> float | None:
    sums: dict[str, float] = {}
    for one in monsters:
        for name, amount in monster_taken(one).figures.items():
            sums[name] = sums.get(name, 0.0) + amount
    return _points(material, side, monsters[0].at_s, sums)
