"""Everybody's casts, from the demo, over the match or the chosen span."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.domain.demos import DemoCasts
from webapp.deadlock.domain.terms import Term
from webapp.deadlock.pages.combat.people import Fighter, fighters_of
from webapp.deadlock.pages.demo.part import (
    demo_part,
    demo_terms,
    seconds_shown,
    shown_words,
)
from webapp.deadlock.pages.sources import Sources
from webapp.matchroom.moment import Moment

SHOWN = 6


@dataclass(frozen=True, slots=True)
class CastLine:
    """One player: how often they cast, and what, the most used first."""

    fighter: Fighter
    casts: int
    per_minute: str
    percent: float
    used: tuple[tuple[str, int], ...]
    rest: int


@dataclass(frozen=True, slots=True)
class DemoCastsView:
    """Everybody's casts; `shown` says over which seconds."""

    shown: str
    lines: tuple[CastLine, ...]
    terms: dict[str, Term]


def demo_casts(loaded: Sources, moment: Moment) -> DemoCastsView | None:
    """Count casts up to the moment, over the span, or over the match; None without a demo."""
    part = demo_part(loaded, "demo_casts", DemoCasts)
    if part is None:
        return None
    first, last = seconds_shown(loaded, moment)
    counts: dict[int, dict[str, int]] = {}
    for one in part.casts:
        count = sum(first <= at <= last for at in one.at_s)
        if count:
            mine = counts.setdefault(one.slot, {})
            name = _name(loaded, one.ability)
            mine[name] = mine.get(name, 0) + count
    people = [one for one in fighters_of(loaded) if one.slot in counts]
    most = max((sum(counts[one.slot].values()) for one in people), default=1)
    return DemoCastsView(
        shown=shown_words(moment),
        lines=tuple(_line(one, counts[one.slot], last - first, most) for one in people),
        terms=demo_terms(),
    )


def _line(fighter: Fighter, counts: dict[str, int], seconds: int, most: int) -> CastLine:
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    total = sum(counts.values())
    return CastLine(
        fighter=fighter,
        casts=total,
        per_minute=f"{60 * total / seconds:.1f}" if seconds else "",
        percent=round(100 * total / most, 1),
        used=tuple(ordered[:SHOWN]),
        rest=sum(count for _, count in ordered[SHOWN:]),
    )


def _name(loaded: Sources, ability: str) -> str:
    """Name a thing as players do; one the names do not know keeps its engine name."""
    known = loaded.names.things.get(ability)
    return known.name if known else ability.removeprefix("ability_").replace("_", " ")
