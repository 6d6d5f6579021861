"""Every metric the room shows, defined once.

Pages explain their words from here, and the method page lists them all. Words only; what is
computed lies in `analysis`.
"""

from __future__ import annotations

from typing import Final

from webapp.dota2.domain.terms import (
    builds,
    chance,
    chat,
    combat,
    draft,
    economy,
    fights,
    findings,
    laning,
    objectives,
    players,
    scoreboard,
    vision,
)
from webapp.matchplay.terms import Group, Term

GROUPS: Final[tuple[Group, ...]] = (
    scoreboard.GROUP,
    vision.GROUP,
    combat.GROUP,
    economy.GROUP,
    laning.GROUP,
    objectives.GROUP,
    fights.GROUP,
    builds.GROUP,
    draft.GROUP,
    chat.GROUP,
    chance.GROUP,
    findings.GROUP,
    players.GROUP,
)
"""In the order of a match's tabs."""

TERMS: Final[dict[str, Term]] = {term.key: term for group in GROUPS for term in group.terms}

__all__ = ["GROUPS", "TERMS", "Group", "Term"]
