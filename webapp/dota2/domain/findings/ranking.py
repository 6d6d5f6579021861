"""The rules of this game, and which of what they find is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from webapp.dota2.domain.findings.dying import died_again, long_dead
from webapp.dota2.domain.findings.fighting import fights_won, sprees
from webapp.dota2.domain.findings.leading import lead_swing, thrown_lead
from webapp.dota2.domain.findings.material import Material
from webapp.dota2.domain.findings.taking import mega_creeps, roshans
from webapp.matchplay.findings import Finding, about, chosen, ranked

Rule = Callable[[Material], Iterator[Finding]]
RULES: Final[tuple[Rule, ...]] = (
    lead_swing,
    thrown_lead,
    fights_won,
    sprees,
    roshans,
    mega_creeps,
    died_again,
    long_dead,
)
MOST_OF: Final = {"fight": 2}
"""How often one rule may speak for a match; the others once."""
OF_ONE: Final = {"fight": 2, "spree": 2, "died-again": 2}


def findings_of(material: Material, within: tuple[int, int] | None = None) -> tuple[Finding, ...]:
    """Give the five weightiest findings of a match, or of a stretch of it, or fewer."""
    return chosen(_all(material, within), MOST_OF if within is None else OF_ONE)


def personal_findings(
    material: Material, slot: int, within: tuple[int, int] | None = None
) -> tuple[Finding, ...]:
    """Give the five weightiest findings about one player; what is shared weighs a part."""
    return chosen(about(_all(material, within), slot), OF_ONE)


def _all(material: Material, within: tuple[int, int] | None) -> tuple[Finding, ...]:
    found = ranked(one for rule in RULES for one in rule(material))
    if within is None:
        return found
    first, last = within
    return tuple(one for one in found if first <= one.at_s and (one.to_s or one.at_s) <= last)
