"""What players bought, in what order, and what they had at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.builds import Build
from webapp.dota2.domain.analysis.moments import Moments
from webapp.dota2.pages.people import Person, people_of
from webapp.dota2.pages.things import Thing, thing_of
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment

NOTE_GOLD = 2_000
"""An item from this cost on is told for everybody."""


@dataclass(frozen=True, slots=True)
class Bought:
    """One purchase; `cost` is None where the item is not known.

    `earned` is all gold the buyer had earned at the last full minute by then, `net_worth` what
    they had in items and gold at the same minute; None where not recorded. `icon` is our copy of
    its picture, None where that is not here.
    """

    at_s: int
    clock: str
    item: str
    charges: int | None
    cost: int | None
    earned: int | None
    net_worth: int | None
    icon: str | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """One player's end: items carried, and the items of note with their clocks.

    `items` is None where not recorded, `noted` without a log of purchases.
    """

    person: Person
    href: str
    current: bool
    items: tuple[Thing, ...] | None
    backpack: tuple[str, ...]
    neutral: str
    lasting: tuple[str, ...]
    noted: tuple[Bought, ...] | None


@dataclass(frozen=True, slots=True)
class Step:
    """One ability point: which in order, the hero's level and the second where told.

    The clock runs from the start of the draft: nobody tells when the horn sounded in it.
    """

    number: int
    level: int | None
    clock: str
    ability: str
    talent: bool


def purchases_of(loaded: Any, build: Build, moment: Moment) -> tuple[Bought, ...] | None:
    """Give a player's purchases: in the span, by the moment, or all; None without a log."""
    log = build.purchases
    if log is None:
        return None
    first, last = moment.reach
    moments: Moments = loaded.slices["moments"]
    columns = zip(log.at_s, log.item, log.charges, log.earned, strict=True)
    return tuple(
        _bought(
            loaded.names.item_called(key),
            at_s,
            charges,
            earned,
            moments.at(build.slot, "net_worth", at_s),
        )
        for at_s, key, charges, earned in columns
        if first <= at_s <= last
    )


def _bought(
    item: Any, at_s: int, charges: int | None, earned: int | None, net_worth: int | None
) -> Bought:
    return Bought(at_s, clock(at_s), item.name, charges, item.cost, earned, net_worth, item.icon)


def shelf_of(loaded: Any, build: Build, moment: Moment, href: str, *, current: bool) -> Shelf:
    """Tell what a player ended with, and what of note was bought."""
    names = loaded.names
    bought = purchases_of(loaded, build, moment)
    return Shelf(
        person=people_of(loaded)[build.slot],
        href=href,
        current=current,
        items=None
        if build.items is None
        else tuple(thing_of(names.item(one)) for one in build.items if one),
        backpack=_named(names, build.backpack or ()),
        neutral=", ".join(_named(names, (build.neutral or 0, build.enhancement or 0))),
        lasting=_lasting(names, build),
        noted=None
        if bought is None
        else tuple(one for one in bought if (one.cost or 0) >= NOTE_GOLD),
    )


def _named(names: Any, ids: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(names.item(one).name for one in ids if one)


def _lasting(names: Any, build: Build) -> tuple[str, ...]:
    """Name what was kept for good, once each: by the list of gains, else by the final flags."""
    told = [_buff(names, one) for one in build.lasting or ()]
    flags = (
        (build.scepter, "Aghanim’s Scepter"),
        (build.shard, "Aghanim’s Shard"),
        (build.moon_shard, "Moon Shard"),
    )
    plain = {one.split(" (")[0].replace("'", "’") for one in told}
    return (*told, *(word for has, word in flags if has and word not in plain))


def _buff(names: Any, one: Any) -> str:
    name = names.buff(one.buff_id)
    return f"{name} ({one.stacks})" if one.stacks > 1 else str(name)


def steps_of(loaded: Any, build: Build) -> tuple[Step, ...] | None:
    """Give a player's ability points in order; None where not recorded."""
    if build.abilities is None:
        return None
    columns = zip(build.abilities, build.levels or (), build.clocks_s or (), strict=True)
    found = []
    for number, (ability_id, level, clock_s) in enumerate(columns, start=1):
        ability = loaded.names.ability(ability_id)
        at = "" if clock_s is None else clock(clock_s)
        found.append(Step(number, level, at, ability.name, ability.is_talent))
    return tuple(found)
