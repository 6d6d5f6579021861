"""The rules of this game, and which of what they find is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from webapp.deadlock.domain.findings.dying import (
    deaths_alone,
    deaths_before_a_fall,
    deaths_in_a_row,
)
from webapp.deadlock.domain.findings.earning import denied, left, out_earned, unspent
from webapp.deadlock.domain.findings.fighting import fights_won, sprees
from webapp.deadlock.domain.findings.leading import lanes_won, lead_swing
from webapp.deadlock.domain.findings.material import Material, material_of
from webapp.deadlock.domain.findings.meter import meter_of
from webapp.deadlock.domain.findings.taking import mid_bosses
from webapp.matchplay.findings import Finding, about, chosen, ranked
from webapp.matchplay.winning import Model

Rule = Callable[[Material], Iterator[Finding]]
RULES: Final[tuple[Rule, ...]] = (
    lead_swing,
    fights_won,
    sprees,
    deaths_alone,
    deaths_before_a_fall,
    deaths_in_a_row,
    lanes_won,
    mid_bosses,
    unspent,
    denied,
    out_earned,
    left,
)
MOST_OF: Final = {"fight": 2}
"""How often one rule may speak for a match; the others once."""
OF_ONE: Final = {"fight": 2, "alone": 2, "spree": 2, "before-a-fall": 2}


def all_findings(material: Material) -> tuple[Finding, ...]:
    """Give whatever the rules find in a match, the weightiest first."""
    return ranked(one for rule in RULES for one in rule(material))


def findings_of(
    found: Sequence[Finding], within: tuple[int, int] | None = None
) -> tuple[Finding, ...]:
    """Choose the five weightiest of all findings, or of those of a stretch, or fewer."""
    return chosen(found, MOST_OF) if within is None else chosen(_inside(found, within), OF_ONE)


def match_findings(
    slices: Mapping[str, Any], heroes: Mapping[int, str], duration_s: int, model: Model | None
) -> tuple[Finding, ...]:
    """Give a match's findings from its stored slices (at least SLICES) and its heroes' names."""
    return findings_of(all_findings(gathered(slices, heroes, duration_s, model)))


def gathered(
    slices: Mapping[str, Any], heroes: Mapping[int, str], duration_s: int, model: Model | None
) -> Material:
    """Put together what rules read, with the model's measure where there is one."""
    sides = {row.slot: row.side for row in slices["scoreboard"].rows}
    meter = meter_of(model, slices["lead"], slices["events"], sides, duration_s) if model else None
    return material_of(slices, heroes, duration_s, meter)


def personal_findings(
    found: Sequence[Finding], slot: int, within: tuple[int, int] | None = None
) -> tuple[Finding, ...]:
    """Choose the five weightiest about one player, of a stretch or of all; shares weigh a part."""
    here = found if within is None else _inside(found, within)
    return chosen(about(here, slot), OF_ONE)


def _inside(found: Sequence[Finding], within: tuple[int, int]) -> list[Finding]:
    """Give those that begin and end in a stretch."""
    first, last = within
    return [one for one in found if first <= one.at_s and (one.to_s or one.at_s) <= last]
