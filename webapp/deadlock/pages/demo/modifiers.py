"""Which buffs and debuffs one player had, from the demo, over the match or the chosen span."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from webapp.core.holding import holding
from webapp.deadlock.domain.demos import DemoModifiers
from webapp.deadlock.domain.demos.modifiers import ModifierOn
from webapp.deadlock.domain.terms import Term
from webapp.deadlock.domain.words import counted
from webapp.deadlock.pages.combat.people import Fighter, fighters_of
from webapp.deadlock.pages.demo.part import demo_part, demo_terms, seconds_shown, shown_words
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment

SHOWN: Final = 20
HELD: Final = 64


@dataclass(frozen=True, slots=True)
class ModifierLine:
    """One modifier: how long it was on, how often it was put on, when first.

    `engine` is its name in the game's files, or its number; `casters` are who put it on, the
    first first, and `others` says that somebody who is no player did too.
    """

    name: str
    engine: str
    casters: tuple[Fighter, ...]
    others: bool
    seconds: float
    percent: float
    times: int
    first_s: int
    first: str


@dataclass(frozen=True, slots=True)
class DemoModifiersView:
    """One player's modifiers, those that were on longest first; `shown` says over which seconds."""

    slot: int
    side: str
    hero: str
    shown: str
    said: str
    lines: tuple[ModifierLine, ...]
    terms: dict[str, Term]


def demo_modifiers(loaded: Sources, moment: Moment, slot: int | None) -> DemoModifiersView | None:
    """Add up a player's modifiers up to the moment, over the span or the match; None without."""
    part = demo_part(loaded, "demo_modifiers", DemoModifiers)
    people = {one.slot: one for one in fighters_of(loaded)}
    if part is None or slot is None:
        return None
    span = seconds_shown(loaded, moment)
    found = (_line(loaded, alike, span, people) for alike in _kinds(loaded, slot))
    every = sorted(
        (line for line in found if line),
        key=lambda line: (-line.seconds, line.first_s, line.name),
    )
    most = max((line.seconds for line in every), default=0.0)
    return DemoModifiersView(
        slot=slot,
        side=people[slot].side,
        hero=people[slot].hero,
        shown=shown_words(moment),
        said=_said(len(every), dict(part.on.lasting).get(slot, 0), part.on.left_out),
        lines=tuple(
            replace(line, percent=round(100 * line.seconds / most, 1)) if most else line
            for line in every[:SHOWN]
        ),
        terms=demo_terms(),
    )


@holding(HELD)
def _kinds(loaded: Sources, slot: int) -> tuple[tuple[ModifierOn, ...], ...]:
    """Put together what is one modifier of one thing, whoever put it on."""
    part = demo_part(loaded, "demo_modifiers", DemoModifiers)
    found: dict[tuple[int, int], list[ModifierOn]] = {}
    for one in part.on.kinds if part else ():
        if one.slot == slot:
            found.setdefault((one.modifier_id, one.ability_id), []).append(one)
    return tuple(tuple(alike) for alike in found.values())


def _line(
    loaded: Sources,
    alike: Sequence[ModifierOn],
    span: tuple[int, int],
    people: Mapping[int, Fighter],
) -> ModifierLine | None:
    """Tell one modifier within a span; None where it was not on."""
    within = [one for one in alike if any(_clipped(one, span))]
    spells = sorted(spell for one in within for spell in _clipped(one, span))
    if not spells:
        return None
    casters = [one.caster for one in within]
    first_s = int(spells[0][0])
    return ModifierLine(
        name=_name(loaded, alike[0]),
        engine=alike[0].name or f"number {alike[0].modifier_id}",
        casters=tuple(people[one] for one in dict.fromkeys(casters) if one and one in people),
        others=any(one not in people for one in casters),
        seconds=round(_together(spells), 1),
        percent=0.0,
        times=sum(span[0] <= at <= span[1] for one in within for at in one.at_s),
        first_s=first_s,
        first=clock(first_s),
    )


def _clipped(one: ModifierOn, span: tuple[int, int]) -> Iterable[tuple[float, float]]:
    """Give the parts of each spell that lie within a span."""
    for at, lasted in zip(one.at_s, one.lasted_s, strict=True):
        if at <= span[1] and at + lasted >= span[0]:
            yield max(at, span[0]), min(at + lasted, span[1])


def _together(spells: Iterable[tuple[float, float]]) -> float:
    """Add up spells in the order they began; what overlaps counts once."""
    total, until = 0.0, 0.0
    for start, end in spells:
        total += max(0.0, end - max(start, until))
        until = max(until, end)
    return total


def _name(loaded: Sources, one: ModifierOn) -> str:
    """Name a modifier by what put it on, as players do; else by what the engine calls it."""
    known = loaded.names.items.get(one.ability_id)
    if known:
        return known.name
    return one.name.removeprefix("modifier_").replace("_", " ") or f"Modifier {one.modifier_id}"


def _said(kinds: int, lasting: int, left_out: int) -> str:
    shown = f"{counted(kinds, 'kind')}, those on longest first"
    more = f"; the {SHOWN} on longest are shown" if kinds > SHOWN else ""
    never = f" {lasting:,} more came once and never went." if lasting else ""
    full = f" {counted(left_out, 'kind')} of the match are in the table alone." if left_out else ""
    return f"{shown}{more}.{never}{full}"
