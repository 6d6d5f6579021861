"""Buildings, Roshan and runes as flat rows, for CSV."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.dota2.domain.analysis.objectives import Building, Objectives, Roshan
from webapp.dota2.pages.called import rune_called


@dataclass(frozen=True, slots=True)
class RuneLine:
    """One rune taken, or where runes have no seconds how many of a kind in all."""

    at_s: int | None
    slot: int
    rune: str
    count: int


def building_lines(story: Objectives) -> tuple[Building, ...]:
    """Give every building, with its cell of the map grid."""
    return story.buildings


def roshan_lines(story: Objectives) -> tuple[Roshan, ...]:
    """Give every death of Roshan."""
    return story.roshans or ()


def rune_lines(story: Objectives) -> list[RuneLine]:
    """Give every rune by time, or sums without seconds."""
    if story.runes is not None:
        columns = zip(story.runes.at_s, story.runes.slot, story.runes.kind, strict=True)
        return [RuneLine(at_s, slot, rune_called(kind), 1) for at_s, slot, kind in columns]
    return [
        RuneLine(None, one.slot, rune_called(kind), count)
        for one in story.rune_totals or ()
        for kind, count in zip(one.kinds, one.counts, strict=True)
    ]
