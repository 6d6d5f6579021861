"""Which findings are told: the weightiest, none of them twice in other words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from webapp.matchplay.findings.finding import Finding

MOST: Final = 5
SAME_S: Final = 90
"""Findings of one side within so many seconds tell of the same thing."""


def ranked(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Order findings by their weight; what is worth nothing is left out.

    Where some have points of win chance and some money alone, those with money stand behind.
    """
    told = [one for one in found if one.weight > 0]
    return tuple(sorted(told, key=lambda one: (*_order(one), one.at_s, one.rule, one.slots)))


def about(found: Iterable[Finding], slot: int) -> list[Finding]:
    """Give those about one player, the weightiest first; what is shared weighs a part."""
    own = [one for one in found if slot in one.slots]
    return sorted(own, key=lambda one: _order(one, len(one.slots)))


def chosen(
    found: Iterable[Finding], most_of: Mapping[str, int], most: int = MOST
) -> tuple[Finding, ...]:
    """Take from the weightiest down, a rule so often (else once), and nothing said already."""
    told: list[Finding] = []
    for one in found:
        same = [other for other in told if other.rule == one.rule]
        if len(same) < most_of.get(one.rule, 1) and not _said(one, told):
            told.append(one)
        if len(told) == most:
            break
    return tuple(told)


def _order(one: Finding, shared_by: int = 1) -> tuple[bool, float]:
    return one.points is None, -one.weight / shared_by


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
