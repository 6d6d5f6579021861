"""Items, spells and runes as pages name them: in words, with our copy of the picture."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.domain.catalogue import Item, RuneName, Spell


@dataclass(frozen=True, slots=True)
class Thing:
    """One item, spell or rune; no `icon` where the picture is not here."""

    name: str
    icon: str | None


def thing_of(one: Item | Spell | RuneName) -> Thing:
    """Name something for a page."""
    return Thing(one.name, one.icon)


def several(one: Thing, count: int) -> Thing:
    """Name so many of something."""
    return one if count == 1 else Thing(f"{count} × {one.name}", one.icon)
