"""Every metric the room shows, defined once.

Pages explain their words from here, and the method page lists them all. Words only; what is
computed lies in `analysis`.
"""

from __future__ import annotations

from typing import Final

from webapp.deadlock.domain.terms import (
    builds,
    chance,
    combat,
    deaths,
    demo,
    economy,
    fights,
    findings,
    heroes,
    laning,
    objectives,
    performance,
    players,
    scoreboard,
)
from webapp.matchplay.terms import Group, Term

GROUPS: Final[tuple[Group, ...]] = (
    scoreboard.GROUP,
    combat.GROUP,
    deaths.GROUP,
    fights.GROUP,
    economy.GROUP,
    laning.GROUP,
    objectives.GROUP,
    builds.GROUP,
    performance.GROUP,
    chance.GROUP,
    findings.GROUP,
    demo.GROUP,
    heroes.GROUP,
    players.GROUP,
)
"""In the order of a match's tabs, then players and heroes."""

TERMS: Final[dict[str, Term]] = {term.key: term for group in GROUPS for term in group.terms}

__all__ = ["GROUPS", "TERMS", "Group", "Term"]
