"""Buildings, Roshan and runes as flat rows, for CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.objectives import Building, Objectives, Roshan
from webapp.dota2.pages.called import rune_called
from webapp.dota2.pages.objectives.bosses import within
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class RuneLine:
    """One rune taken, or where runes have no seconds how many of a kind in all."""

    at_s: int | None
    slot: int
    rune: str
    count: int


def building_lines(loaded: Any, moment: Moment) -> tuple[Building, ...]:
    """Give every building, with its cell of the map grid; with a span, those fallen in it."""
    first, last = moment.span or (None, None)
    return tuple(
        one
        for one in loaded.slices["objectives"].buildings
        if first is None or (one.fell_at_s is not None and first <= one.fell_at_s <= last)
    )


def roshan_lines(loaded: Any, moment: Moment) -> tuple[Roshan, ...]:
    """Give every death of Roshan by then, or in the span."""
    return tuple(within(loaded.slices["objectives"].roshans or (), moment))


def rune_lines(loaded: Any, moment: Moment) -> list[RuneLine]:
    """Give every rune by time, as far as was chosen; or sums without seconds."""
    story: Objectives = loaded.slices["objectives"]
    if story.runes is not None:
        columns = zip(story.runes.at_s, story.runes.slot, story.runes.kind, strict=True)
        found = [RuneLine(at_s, slot, rune_called(kind), 1) for at_s, slot, kind in columns]
        first, last = moment.reach
        return [one for one in found if first <= (one.at_s or 0) <= last]
    return [
        RuneLine(None, one.slot, rune_called(kind), count)
        for one in story.rune_totals or ()
        for kind, count in zip(one.kinds, one.counts, strict=True)
    ]
