"""Rules about single deaths: before an objective, with a bounty, or alone against one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from webapp.lol.domain.analysis.deaths import (
    BEFORE,
    BEFORE_S,
    BOUNTY,
    SOLO,
    Death,
    gold_paid,
)
from webapp.lol.domain.findings.material import OTHER, Material
from webapp.lol.domain.findings.things import NEXUS, Taken, taken_by
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding

PERHAPS: Final = 0.5
"""What falls within a minute of a death might have fallen anyway."""
LEAST_BOUNTY: Final = 300


def deaths(material: Material) -> Iterator[Finding]:
    """Find the deaths that stand out; each is told once, by what it led up to first.

    Worth what the kill paid; in win chance a kill and its gold, with what fell after it.
    """
    for one in material.deaths.deaths:
        side = material.sides.get(one.victim)
        if side is None:
            continue
        after = _after(material, one, OTHER[side])
        if BEFORE in one.classes and after:
            yield _before(material, one, OTHER[side], after)
        elif BOUNTY in one.classes and (one.shutdown or 0) >= LEAST_BOUNTY and one.killer:
            yield _bounty(material, one, OTHER[side])
        elif SOLO in one.classes and one.killer:
            yield _alone(material, one, OTHER[side])


def _after(material: Material, one: Death, taker: str) -> list[Taken]:
    """Give what fell after a death, what counts most first; by the nexus the game is over."""
    found = taken_by(material, taker, one.at_s + 1, one.at_s + BEFORE_S - 1)
    told = [thing for thing in found if thing.words != NEXUS]
    return sorted(told, key=lambda thing: -thing.rank)


def _before(material: Material, one: Death, taker: str, after: list[Taken]) -> Finding:
    thing = after[0]
    rest = f" {len(after)} things fell in that minute." if len(after) > 1 else ""
    name = material.name(one.victim)
    return Finding(
        rule="death-objective",
        at_s=one.at_s,
        to_s=thing.at_s if thing.at_s > one.at_s else None,
        side=taker,
        slots=(one.victim,),
        sentence=f"{name} died at {clock(one.at_s)}, and {thing.taker} took {thing.words} "
        f"{thing.at_s - one.at_s} s later.",
        detail=f"{_by(material, one)}{_where(one)}.{rest}",
        evidence="/combat",
        worth=paid(one),
        points=material.of(taker, one.at_s, kills=1, gold=paid(one), **thing.figures),
        confidence=PERHAPS,
    )


def _bounty(material: Material, one: Death, taker: str) -> Finding:
    return Finding(
        rule="death-bounty",
        at_s=one.at_s,
        to_s=None,
        side=taker,
        slots=(one.victim, one.killer or 0),
        sentence=f"{material.name(one.victim)} died to {material.name(one.killer)} at "
        f"{clock(one.at_s)} with a bounty: {paid(one):,} gold.",
        detail=f"Of it {one.shutdown or 0:,} for the bounty{_where(one)}.",
        evidence="/combat",
        worth=paid(one),
        points=material.of(taker, one.at_s, kills=1, gold=paid(one)),
    )


def _alone(material: Material, one: Death, taker: str) -> Finding:
    return Finding(
        rule="death-alone",
        at_s=one.at_s,
        to_s=None,
        side=taker,
        slots=(one.victim, one.killer or 0),
        sentence=f"{material.name(one.killer)} killed {material.name(one.victim)} one on one at "
        f"{clock(one.at_s)}.",
        detail=f"{_gold(one)}{_where(one)}.".strip(", ").capitalize(),
        evidence="/combat",
        worth=paid(one),
        points=material.of(taker, one.at_s, kills=1, gold=paid(one)),
    )


def paid(one: Death) -> int:
    """Give the gold a kill paid."""
    return gold_paid(one.bounty, one.shutdown)


def _gold(one: Death) -> str:
    return f"{paid(one):,} gold" if one.bounty is not None else "nobody helped"


def _by(material: Material, one: Death) -> str:
    if one.killer is None:
        return "To no champion"
    helped = f" and {len(one.assists)} more" if one.assists else " alone"
    return f"To {material.name(one.killer)}{helped}"


def _where(one: Death) -> str:
    return f", {one.place}" if one.place else ""
