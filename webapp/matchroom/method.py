"""How we compute this: every term of a game on one page, to which its words lead.

A game gives its groups of terms; it explains nothing here that its tabs do not show.
"""

from __future__ import annotations

from dataclasses import dataclass

from webapp.matchplay.terms import Group


@dataclass(frozen=True, slots=True)
class MethodPage:
    """All terms of a game by the part of its room that shows them."""

    groups: tuple[Group, ...]
