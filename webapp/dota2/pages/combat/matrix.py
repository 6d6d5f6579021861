"""Cross tables of heroes: damage, kills or healing from each to each, of one side or both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Any

from webapp.dota2.domain.analysis.combat import Combat, Fighter
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.dota2.pages.people import Person, people_of

STEPS = 6
KINDS = {
    "damage": ("Damage to heroes", "dealt", "dealt"),
    "kills": ("Kills", "kills", "had"),
    "healing": ("Healing", "healed", "healed"),
}
"""What can be shown: its word, the fighter's row it is read from, the verb."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One pair; `heat` is 0 to 6 within the table."""

    amount: int
    heat: int


@dataclass(frozen=True, slots=True)
class Row:
    """What one hero did to each of the columns."""

    person: Person
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class SideTable:
    """One side's table: its heroes against those they could do it to."""

    side: str
    name: str
    verb: str
    columns: tuple[Person, ...]
    totals: tuple[int, ...]
    rows: tuple[Row, ...]
    total: int


def tables_of(loaded: Any, kind: str) -> tuple[SideTable, ...] | None:
    """Give both sides' tables; None where nobody's sums were recorded."""
    combat: Combat = loaded.slices["combat"]
    if all(getattr(one, KINDS[kind][1]) is None for one in combat.players):
        return None
    people = people_of(loaded)
    fighters = {one.slot: one for one in combat.players}
    return tuple(_table(side, kind, people, fighters) for side in ("a", "b"))


def _table(
    side: str, kind: str, people: Mapping[int, Person], fighters: Mapping[int, Fighter]
) -> SideTable:
    own = [one for one in people.values() if one.side == side]
    others = [one for one in people.values() if (one.side == side) == (kind == "healing")]
    amounts = [_amounts(fighters.get(one.slot), kind, others) for one in own]
    most = max((amount for row in amounts for amount in row), default=0)
    rows = tuple(
        Row(person, tuple(Cell(amount, _heat(amount, most)) for amount in row), sum(row))
        for person, row in zip(own, amounts, strict=True)
    )
    return SideTable(
        side=side,
        name=SIDE_NAMES[side],
        verb=KINDS[kind][2],
        columns=tuple(others),
        totals=tuple(sum(column) for column in zip(*amounts, strict=True)),
        rows=rows,
        total=sum(row.total for row in rows),
    )


def _amounts(fighter: Fighter | None, kind: str, others: Sequence[Person]) -> list[int]:
    row = getattr(fighter, KINDS[kind][1], None) or (0,) * 10
    return [row[one.slot] for one in others]


def _heat(amount: int, most: int) -> int:
    return ceil(sqrt(amount / most) * STEPS) if most > 0 and amount > 0 else 0
