"""One player's items and skills as rows, with what is usual for the hero in the matches here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.deadlock.domain.benchmarks import Benchmarks
from webapp.deadlock.domain.shop import Bought, Learnt
from webapp.deadlock.pages.builds.shelves import Shelf
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment

FEW = 5
"""Below this many the usual time is called one of few."""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item: when, for how much, what became of it, and when others buy it."""

    number: int
    at_s: int
    clock: str
    name: str
    shop: str
    tier: int | None
    cost: int | None
    paid: int | None
    imbues: str | None
    into: str | None
    end: str
    until_s: int | None
    until: str
    flags: int
    usual_s: int | None
    usual: str
    usual_n: int
    few: bool
    apart: str


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One ability: the rank it had after each step of the skill order, None where untouched."""

    name: str
    ranks: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class SkillStep:
    """One step of the skill order."""

    number: int
    at_s: int
    clock: str
    points: int


def item_rows(
    shelf: Shelf, moment: Moment, usual: Benchmarks, match_id: int
) -> tuple[ItemRow, ...]:
    """Give a player's items; with a moment those bought by then, with a span those within."""
    times = _usual_times(shelf, usual, match_id)
    return tuple(_row(one, *times[one.item_id]) for one in bought_by(shelf, moment))


def _usual_times(
    shelf: Shelf, usual: Benchmarks, match_id: int
) -> dict[int, tuple[float | None, int]]:
    """Give when others buy each item, and how many; the match itself is left out of them."""
    own: dict[int, int] = {}
    for one in shelf.bought:
        own[one.item_id] = min(one.at_s, own.get(one.item_id, one.at_s))
    known = match_id in usual.counted
    return {
        item: usual.item_time(shelf.hero_id, item, but=at_s if known else None) or (None, 0)
        for item, at_s in own.items()
    }


def bought_by(shelf: Shelf, moment: Moment) -> tuple[Bought, ...]:
    """Give a player's purchases; with a moment as far as then, with a span those within."""
    first, last = moment.reach
    return tuple(one for one in shelf.bought if first <= one.at_s <= last)


def learnt_by(shelf: Shelf, moment: Moment) -> tuple[Learnt, ...]:
    """Give a player's skill order; with a moment as far as then, with a span what lies within."""
    first, last = moment.reach
    return tuple(one for one in shelf.learnt if first <= one.at_s <= last)


def skill_rows(learnt: Sequence[Learnt]) -> tuple[SkillRow, ...]:
    """Give a skill order as a grid: a row for each ability, a column for each step."""
    return tuple(
        SkillRow(
            name=next(one.name for one in learnt if one.ability_id == ability),
            ranks=tuple(one.rank if one.ability_id == ability else None for one in learnt),
        )
        for ability in dict.fromkeys(one.ability_id for one in learnt)
    )


def skill_steps(learnt: Sequence[Learnt]) -> tuple[SkillStep, ...]:
    """Give the columns of the grid."""
    return tuple(SkillStep(one.number, one.at_s, clock(one.at_s), one.points) for one in learnt)


def _row(one: Bought, median: float | None, n: int) -> ItemRow:
    return ItemRow(
        number=one.number,
        at_s=one.at_s,
        clock=clock(one.at_s),
        name=one.name,
        shop=one.shop,
        tier=one.tier,
        cost=one.cost,
        paid=one.paid,
        imbues=one.imbues,
        into=one.into,
        end=one.end,
        until_s=one.until_s,
        until="" if one.until_s is None else clock(one.until_s),
        flags=one.flags,
        usual_s=None if median is None else round(median),
        usual="" if median is None else clock(round(median)),
        usual_n=n,
        few=0 < n < FEW,
        apart="" if median is None else _apart(one.at_s - round(median)),
    )


def _apart(seconds: int) -> str:
    if not seconds:
        return "the same"
    return f"{clock(abs(seconds))} {'later' if seconds > 0 else 'earlier'}"
