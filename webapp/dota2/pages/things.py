"""Items as pages name them: in words, with our copy of the picture."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.dota2.domain.catalogue import Item


@dataclass(frozen=True, slots=True)
class Thing:
    """One item; no `icon` where the picture is not here."""

    name: str
    icon: str | None


def thing_of(one: Item) -> Thing:
    """Name an item for a page."""
    return Thing(one.name, one.icon)
