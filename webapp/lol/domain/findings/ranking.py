"""The rules of this game, and which of what they find is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from webapp.lol.domain.findings.dying import deaths
from webapp.lol.domain.findings.fighting import fights
from webapp.lol.domain.findings.holding import idle_gold, late_recalls
from webapp.lol.domain.findings.joining import participation
from webapp.lol.domain.findings.laning import lanes
from webapp.lol.domain.findings.leading import largest_turn, thrown_lead
from webapp.lol.domain.findings.material import Material
from webapp.lol.domain.findings.taking import objectives, vision
from webapp.matchplay.findings import MOST, Finding, about, chosen, ranked

Rule = Callable[[Material], Iterator[Finding]]
RULES: Final[tuple[Rule, ...]] = (
    largest_turn,
    thrown_lead,
    fights,
    objectives,
    deaths,
    lanes,
    late_recalls,
    idle_gold,
    vision,
    participation,
)
MOST_OF: Final = {"fight": 2}
"""How often one rule may speak for a match; the others once."""
OF_ONE: Final = {"fight": 2, "death-objective": 2, "death-bounty": 2, "death-alone": 2}
LEAST_POINTS: Final = 0.5
"""What is worth less would round to no point: it is told in gold, behind all that has points."""
LEAST_OF_EACH: Final = 1
"""What worked is told as well as what did not, where both were found."""


def every_finding(material: Material) -> tuple[Finding, ...]:
    """Give everything the rules find, weightiest first, what has no point to speak of by gold."""
    return ranked(_in_gold(one) for rule in RULES for one in rule(material))


def findings_of(
    material: Material,
    within: tuple[int, int] | None = None,
    every: Sequence[Finding] | None = None,
) -> tuple[Finding, ...]:
    """Choose the five weightiest findings of a match, or of a stretch of it, or fewer.

    `every` is what `every_finding` gave, where it is at hand.
    """
    found = every_finding(material) if every is None else every
    if within is None:
        return chosen(found, MOST_OF)
    return chosen(_inside(found, within), OF_ONE)


def personal_findings(
    material: Material,
    slot: int,
    within: tuple[int, int] | None = None,
    every: Sequence[Finding] | None = None,
) -> tuple[Finding, ...]:
    """Choose five about one player, gains and costs both where there are."""
    found = every_finding(material) if every is None else every
    if within is not None:
        found = _inside(found, within)
    return balanced(about(found, slot), material.sides.get(slot))


def _inside(found: Sequence[Finding], within: tuple[int, int]) -> list[Finding]:
    """Give those that begin and end in a stretch."""
    first, last = within
    return [one for one in found if first <= one.at_s and (one.to_s or one.at_s) <= last]


def _in_gold(one: Finding) -> Finding:
    """Tell what is worth hardly any points in gold; what is worth none stays so."""
    small = one.points is not None and 0 < one.points < LEAST_POINTS
    return replace(one, points=None) if small else one


def balanced(found: Sequence[Finding], side: str | None) -> tuple[Finding, ...]:
    """Choose five; when all are of one sort, the last gives way to the best of the other sort."""
    told = chosen(found, OF_ONE)
    gains = [one.side == side for one in told]
    if side is None or len(told) < MOST or len(set(gains)) > 1:
        return told
    other = [one for one in found if (one.side == side) != gains[0]]
    return (*told[:-LEAST_OF_EACH], *other[:LEAST_OF_EACH]) if other else told
