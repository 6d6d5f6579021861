"""One player's combat: sources of damage both ways, casts with their targets, the hardest hit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.combat import Cast, Fighter, Source
from webapp.dota2.pages.called import source_called
from webapp.dota2.pages.people import Person, people_of

MOST = 14


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source: its damage, its share in per cent of the largest, hits, and damage by target."""

    name: str
    damage: int
    bar: int
    hits: int | None
    targets: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class CastRow:
    """One ability or item: how often used, and on whom."""

    name: str
    uses: int
    targets: str


@dataclass(frozen=True, slots=True)
class OneFighter:
    """One player's tables; a part is None where not recorded."""

    person: Person
    enemies: tuple[Person, ...]
    sources: tuple[SourceRow, ...] | None
    received: tuple[SourceRow, ...] | None
    elsewhere: tuple[SourceRow, ...] | None
    casts: tuple[CastRow, ...] | None
    items: tuple[CastRow, ...] | None


def one_fighter(loaded: Any, fighter: Fighter) -> OneFighter:
    """Tell one player's combat."""
    people, names = people_of(loaded), loaded.names
    person = people[fighter.slot]
    enemies = tuple(one for one in people.values() if one.side != person.side)
    return OneFighter(
        person=person,
        enemies=enemies,
        sources=_sources(names, fighter.sources, enemies),
        received=_plain(names, fighter.received),
        elsewhere=_kinds(fighter.elsewhere),
        casts=None
        if fighter.casts is None
        else tuple(_cast(names, one, people.values()) for one in fighter.casts[:MOST]),
        items=None
        if fighter.items is None
        else tuple(
            CastRow(names.item_called(key).name, uses, "") for key, uses in fighter.items[:MOST]
        ),
    )


def _sources(
    names: Any, found: Sequence[Source] | None, enemies: Sequence[Person]
) -> tuple[SourceRow, ...] | None:
    if found is None:
        return None
    most = max((one.damage for one in found), default=0)
    return tuple(
        SourceRow(
            name=source_called(names, one.name),
            damage=one.damage,
            bar=_share(one.damage, most),
            hits=one.hits,
            targets=None
            if one.targets is None
            else tuple(one.targets[other.slot] for other in enemies),
        )
        for one in found[:MOST]
    )


def _plain(names: Any, found: Sequence[tuple[str, int]] | None) -> tuple[SourceRow, ...] | None:
    named = None if found is None else [(source_called(names, key), sum_) for key, sum_ in found]
    return _kinds(named)


def _kinds(found: Sequence[tuple[str, int]] | None) -> tuple[SourceRow, ...] | None:
    if found is None:
        return None
    most = max((damage for _, damage in found), default=0)
    return tuple(
        SourceRow(name[:1].upper() + name[1:], damage, _share(damage, most), None, None)
        for name, damage in found[:MOST]
    )


def _share(amount: int, most: int) -> int:
    return round(100 * amount / most) if most else 0


def _cast(names: Any, cast: Cast, people: Any) -> CastRow:
    told = (
        ""
        if cast.targets is None
        else ", ".join(
            f"{one.hero} {cast.targets[one.slot]}" for one in people if cast.targets[one.slot]
        )
    )
    return CastRow(source_called(names, cast.name), cast.uses, told)
