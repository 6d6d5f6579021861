"""The damage of one fight, from the demo."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from webapp.deadlock.domain.analysis.fights import Fight
from webapp.deadlock.domain.demos import DemoFights
from webapp.deadlock.domain.terms import Term
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.combat.people import Fighter, fighters_of
from webapp.deadlock.pages.demo.part import demo_part, demo_terms
from webapp.deadlock.pages.sources import Sources


@dataclass(frozen=True, slots=True)
class FighterDamage:
    """One who fought: health points taken from the other side and by it, and own hits.

    `percent` is what was dealt as a share of the most anybody dealt.
    """

    fighter: Fighter
    dealt: int
    taken: int
    hits: int
    percent: float


@dataclass(frozen=True, slots=True)
class SideDamage:
    """What one side dealt in all."""

    side: str
    name: str
    dealt: int


@dataclass(frozen=True, slots=True)
class DemoFightView:
    """A fight in damage: both sides, then everybody, who dealt most first."""

    sides: tuple[SideDamage, ...]
    lines: tuple[FighterDamage, ...]
    terms: dict[str, Term]


def demo_fight(loaded: Sources, fight: Fight) -> DemoFightView | None:
    """Tell what those who fought did to each other; None where no demo tells it."""
    part = demo_part(loaded, "demo_fights", DemoFights)
    ends = fight.start_s, fight.end_s
    fights = part.fights if part else ()
    told = next((one for one in fights if (one.start_s, one.end_s) == ends), None)
    if told is None:
        return None
    dealt, taken, hits = Counter[int](), Counter[int](), Counter[int]()
    for by, on, damage, count in zip(
        told.attacker, told.victim, told.damage, told.hits, strict=True
    ):
        dealt[by] += damage
        taken[on] += damage
        hits[by] += count
    people = [one for one in fighters_of(loaded) if one.slot in {*fight.a.fought, *fight.b.fought}]
    most = max(dealt.values(), default=0) or 1
    lines = [
        FighterDamage(
            one,
            dealt[one.slot],
            taken[one.slot],
            hits[one.slot],
            round(100 * dealt[one.slot] / most, 1),
        )
        for one in people
    ]
    return DemoFightView(
        sides=tuple(
            SideDamage(side, SIDE_NAMES[side], sum(dealt[p.slot] for p in people if p.side == side))
            for side in "ab"
        ),
        lines=tuple(sorted(lines, key=lambda one: -one.dealt)),
        terms=demo_terms(),
    )
