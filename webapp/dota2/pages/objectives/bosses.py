"""Roshan, Tormentors, couriers and runes, at a moment or in a span."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from webapp.dota2.domain.analysis.objectives import Runes, RuneTotals
from webapp.dota2.domain.analysis.whose import OTHER
from webapp.dota2.domain.buildings import name_of
from webapp.dota2.domain.findings.taking import AEGIS_S
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.dota2.pages.called import rune_called
from webapp.dota2.pages.people import Person, hero_of, people_of, side_said
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment


class _Timed(Protocol):
    @property
    def at_s(self) -> int: ...


T = TypeVar("T", bound=_Timed)


@dataclass(frozen=True, slots=True)
class RoshanRow:
    """One death of Roshan; `followed` says what fell while its Aegis lasted."""

    number: int
    at_s: int
    clock: str
    side: str
    killer: str
    aegis: str
    holder: str
    followed: tuple[str, ...]
    after_href: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A Tormentor killed or a courier lost."""

    at_s: int
    clock: str
    what: str
    side: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RuneRow:
    """What one player took: a count for each kind of `RuneTable.kinds`."""

    person: Person
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class RuneTable:
    """Runes by player and kind; `timed` says whether seconds are known."""

    kinds: tuple[str, ...]
    rows: tuple[RuneRow, ...]
    timed: bool


def within(found: Iterable[T], moment: Moment) -> list[T]:
    """Keep what happened in the span, or by the moment; all of it without one."""
    first, last = moment.reach
    return [one for one in found if first <= one.at_s <= last]


def roshans_at(loaded: Any, moment: Moment) -> tuple[RoshanRow, ...] | None:
    """Give every death of Roshan; None where nobody recorded them."""
    story = loaded.slices["objectives"]
    if story.roshans is None:
        return None
    return tuple(_roshan(loaded, one) for one in within(story.roshans, moment))


def _roshan(loaded: Any, one: Any) -> RoshanRow:
    side = OTHER.get(one.side or "") if one.aegis == "stolen" else one.side
    falls = [
        fall
        for fall in loaded.slices["events"].falls
        if fall.taken_by == side and one.at_s <= fall.at_s <= one.at_s + AEGIS_S
    ]
    last = min(one.at_s + AEGIS_S, loaded.row.duration_s)
    return RoshanRow(
        number=one.number,
        at_s=one.at_s,
        clock=clock(one.at_s),
        side=one.side or "",
        killer=side_said(one.side),
        aegis=one.aegis or "not recorded",
        holder="" if one.holder is None else hero_of(loaded, one.holder),
        followed=tuple(_fallen(fall) for fall in falls),
        after_href=f"?from={max(0, one.at_s)}&to={last}",
    )


def _fallen(fall: Any) -> str:
    return f"{name_of(fall.kind, fall.tier, fall.lane)} {clock(fall.at_s)}"


def taken_at(loaded: Any, moment: Moment) -> tuple[Taken, ...]:
    """Give Tormentors and couriers, by time."""
    story = loaded.slices["objectives"]
    found = [_tormentor(loaded, one) for one in story.tormentors or ()]
    found += [_courier(loaded, one) for one in story.couriers or ()]
    return tuple(sorted(within(found, moment), key=lambda one: one.at_s))


def _tormentor(loaded: Any, one: Any) -> Taken:
    who = f" ({hero_of(loaded, one.slot)})" if one.slot is not None else ""
    killer = SIDE_NAMES.get(one.side or "", "Somebody")
    sentence = f"{killer} killed a Tormentor{who}."
    return Taken(one.at_s, clock(one.at_s), "Tormentor", one.side or "", sentence)


def _courier(loaded: Any, one: Any) -> Taken:
    whose = f"{side_said(one.side)} lost a courier" if one.side else "A courier was lost"
    by = f" to {hero_of(loaded, one.by)}" if one.by is not None else ""
    gold = f", worth {one.gold} gold" if one.gold else ""
    taker = OTHER.get(one.side or "", "")
    return Taken(one.at_s, clock(one.at_s), "Courier", taker, f"{whose}{by}{gold}.")


def runes_at(loaded: Any, moment: Moment) -> RuneTable | None:
    """Count runes by player and kind: up to the moment where they have seconds, else in all."""
    story, people = loaded.slices["objectives"], people_of(loaded)
    if story.runes is None and story.rune_totals is None:
        return None
    counts = _timed(story.runes, moment) if story.runes else _totals(story.rune_totals)
    kinds = sorted({kind for _, kind in counts})
    return RuneTable(
        kinds=tuple(rune_called(kind) for kind in kinds),
        rows=tuple(_runes(person, kinds, counts) for person in people.values()),
        timed=story.runes is not None,
    )


def _timed(runes: Runes, moment: Moment) -> Counter[tuple[int, int]]:
    first, last = moment.reach
    columns = zip(runes.at_s, runes.slot, runes.kind, strict=True)
    return Counter((slot, kind) for at_s, slot, kind in columns if first <= at_s <= last)


def _totals(totals: Iterable[RuneTotals]) -> Counter[tuple[int, int]]:
    found: Counter[tuple[int, int]] = Counter()
    for one in totals:
        for kind, count in zip(one.kinds, one.counts, strict=True):
            found[one.slot, kind] += count
    return found


def _runes(person: Person, kinds: list[int], counts: Counter[tuple[int, int]]) -> RuneRow:
    own = tuple(counts[person.slot, kind] for kind in kinds)
    return RuneRow(person, own, sum(own))
