"""Every figure the room shows, defined once.

Pages explain their words from here, and the method page lists them all. Words only; what is
computed lies in `analysis`.
"""

from __future__ import annotations

from typing import Final

from webapp.lol.domain.terms import (
    builds,
    chance,
    combat,
    economy,
    findings,
    laning,
    objectives,
    profile,
    score,
    scoreboard,
    vision,
)
from webapp.lol.domain.terms import map as map_words
from webapp.matchplay.terms import Group, Term

GROUPS: Final[tuple[Group, ...]] = (
    scoreboard.GROUP,
    score.GROUP,
    map_words.GROUP,
    combat.GROUP,
    economy.GROUP,
    laning.GROUP,
    objectives.GROUP,
    builds.GROUP,
    vision.GROUP,
    chance.GROUP,
    findings.GROUP,
    profile.GROUP,
)
"""In the order of a match's tabs, and a summoner's after them."""

TERMS: Final[dict[str, Term]] = {term.key: term for group in GROUPS for term in group.terms}

__all__ = ["GROUPS", "TERMS", "Group", "Term"]
