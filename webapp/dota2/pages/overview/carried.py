"""What everybody carried at the end, by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.core.holding import holding
from webapp.dota2.domain.analysis.scoreboard import ScoreRow
from webapp.dota2.pages.people import Person, people_of
from webapp.dota2.pages.things import Thing, thing_of

KITS_HELD = 32


@dataclass(frozen=True, slots=True)
class Carried:
    """One player's things; None where a response does not say."""

    person: Person
    items: tuple[Thing, ...] | None
    backpack: tuple[str, ...]
    neutral: str
    upgrades: tuple[str, ...]


@holding(KITS_HELD)
def carried_by(loaded: Any) -> tuple[Carried, ...]:
    """Give everybody's things by slot; nothing where nobody's are recorded."""
    rows: tuple[ScoreRow, ...] = loaded.slices["scoreboard"].rows
    if all(row.items is None for row in rows):
        return ()
    people = people_of(loaded)
    return tuple(_carried(row, people[row.slot], loaded.names) for row in rows)


def _carried(row: ScoreRow, person: Person, names: Any) -> Carried:
    upgrades = (
        ("Aghanim’s Scepter", row.scepter),
        ("Aghanim’s Shard", row.shard),
        ("Moon Shard", row.moon_shard),
    )
    return Carried(
        person=person,
        items=None
        if row.items is None
        else tuple(thing_of(names.item(one)) for one in row.items if one),
        backpack=_named(row.backpack or (), names),
        neutral=" · ".join(_named((row.neutral or 0, row.enhancement or 0), names)),
        upgrades=tuple(word for word, has in upgrades if has),
    )


def _named(items: tuple[int, ...], names: Any) -> tuple[str, ...]:
    return tuple(names.item(one).name for one in items if one)
