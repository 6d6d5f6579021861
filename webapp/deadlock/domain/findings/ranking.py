"""Which findings are told: the weightiest, none of them twice in other words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from webapp.deadlock.domain.findings.dying import (
    deaths_alone,
    deaths_before_a_fall,
    deaths_in_a_row,
)
from webapp.deadlock.domain.findings.earning import denied, left, out_earned, unspent
from webapp.deadlock.domain.findings.fighting import fights_won, sprees
from webapp.deadlock.domain.findings.finding import Finding
from webapp.deadlock.domain.findings.leading import lanes_won, lead_swing
from webapp.deadlock.domain.findings.material import Material, material_of
from webapp.deadlock.domain.findings.meter import meter_of
from webapp.deadlock.domain.findings.taking import mid_bosses
from webapp.matchplay.winning import Model

MOST: Final = 5
MATCHES_HELD: Final = 32
SAME_S: Final = 90
"""Findings of one side within so many seconds tell of the same thing."""
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


def findings_of(material: Material, within: tuple[int, int] | None = None) -> tuple[Finding, ...]:
    """Give the five weightiest findings of a match, or of a stretch of it, or fewer."""
    found = _all(material)
    if within is None:
        return _chosen(found, MOST_OF)
    first, last = within
    here = [one for one in found if first <= one.at_s and (one.to_s or one.at_s) <= last]
    return _chosen(here, OF_ONE)


def match_findings(
    slices: Mapping[str, Any], heroes: Mapping[int, str], duration_s: int, model: Model | None
) -> tuple[Finding, ...]:
    """Give a match's findings from its stored slices (at least SLICES) and its heroes' names."""
    return findings_of(gathered(slices, heroes, duration_s, model))


def gathered(
    slices: Mapping[str, Any], heroes: Mapping[int, str], duration_s: int, model: Model | None
) -> Material:
    """Put together what rules read, with the model's measure where there is one."""
    sides = {row.slot: row.side for row in slices["scoreboard"].rows}
    meter = meter_of(model, slices["lead"], slices["events"], sides, duration_s) if model else None
    return material_of(slices, heroes, duration_s, meter)


def personal_findings(material: Material, slot: int) -> tuple[Finding, ...]:
    """Give the five weightiest findings about one player; what is shared weighs a part."""
    own = [one for one in _all(material) if slot in one.slots]
    own.sort(key=lambda one: -one.weight / len(one.slots))
    return _chosen(own, OF_ONE)


@lru_cache(maxsize=MATCHES_HELD)
def _all(material: Material) -> tuple[Finding, ...]:
    found = [one for rule in RULES for one in rule(material) if one.weight > 0]
    return tuple(sorted(found, key=lambda one: (-one.weight, one.at_s, one.rule, one.slots)))


def _chosen(ranked: Iterable[Finding], most_of: dict[str, int]) -> tuple[Finding, ...]:
    """Take from the weightiest down, a rule so often, and nothing that was said already."""
    told: list[Finding] = []
    for one in ranked:
        same = [other for other in told if other.rule == one.rule]
        if len(same) < most_of.get(one.rule, 1) and not _said(one, told):
            told.append(one)
        if len(told) == MOST:
            break
    return tuple(told)


def _said(one: Finding, told: Iterable[Finding]) -> bool:
    """Say whether another finding of the same side and time tells of it; long stretches do not."""
    return any(
        other.side == one.side
        and _short(one)
        and _short(other)
        and one.at_s <= (other.to_s or other.at_s) + SAME_S
        and other.at_s <= (one.to_s or one.at_s) + SAME_S
        for other in told
    )


def _short(one: Finding) -> bool:
    return (one.to_s or one.at_s) - one.at_s <= 2 * SAME_S
