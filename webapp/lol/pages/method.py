"""How we compute this: every figure of the room, once."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.domain.terms import GROUPS, Group


@dataclass(frozen=True, slots=True)
class MethodPage:
    """All terms by the part of the room that shows them."""

    groups: tuple[Group, ...]


def method_page() -> MethodPage:
    """Give the page that defines every figure."""
    return MethodPage(GROUPS)
