"""Who did how much to whom: a table for each side, heat on one scale over both."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.combat import WORLD
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.combat.asked import Asked
from webapp.deadlock.pages.combat.people import Fighter

HEAT_STEPS = 6
SELF = "self"


@dataclass(frozen=True, slots=True)
class Column:
    """One target, or everybody themselves; `world` is what no player did to it."""

    hero: str
    letters: str
    side: str
    href: str
    total: int
    world: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What one did to another; `heat` is 0 to 6 of the largest on the page."""

    amount: int
    heat: int
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """One player and everything done by them."""

    slot: int
    hero: str
    letters: str
    href: str
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class SideTable:
    """What one side did; `world` says whether anything came from no player."""

    side: str
    name: str
    total: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    world: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Both sides' tables; `most` is the largest cell."""

    sides: tuple[SideTable, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Sums:
    """Amounts by dealer and target: within the stretch, and over the match for a steady shape."""

    now: NDArray[np.int64]
    ever: NDArray[np.int64]


def matrix_of(people: tuple[Fighter, ...], sums: Sums, asked: Asked) -> Matrix:
    """Draw both tables; rows and columns by how much, those with nothing last."""
    slots = [one.slot for one in people]
    most = int(sums.now[np.ix_(slots, slots)].max()) if slots else 0
    sides = (_side(side, people, sums, asked, most) for side in SIDE_NAMES)
    return Matrix(tuple(side for side in sides if side.rows and side.columns), most)


def _side(side: str, people: tuple[Fighter, ...], sums: Sums, asked: Asked, most: int) -> SideTable:
    dealers = [one for one in people if one.side == side]
    targets = _targets(side, people, sums)
    columns = tuple(_column(one, dealers, sums, asked) for one in targets)
    rows = [_row(one, targets, sums, asked, most) for one in dealers]
    rows.sort(key=lambda row: (-row.total, row.slot))
    return SideTable(
        side=side,
        name=SIDE_NAMES[side],
        total=sum(row.total for row in rows),
        columns=columns,
        rows=tuple(rows),
        world=sum(column.world for column in columns),
    )


def _targets(side: str, people: tuple[Fighter, ...], sums: Sums) -> list[Fighter | None]:
    """Pick the columns: enemies and allies that anything ever went to, or None for oneself."""
    dealers = [one.slot for one in people if one.side == side]
    found: list[Fighter | None] = []
    for own in (False, True):
        group = [one for one in people if (one.side == side) == own]
        ever = sums.ever[np.ix_(dealers, [one.slot for one in group])]
        others = ever.sum() - (np.trace(ever) if own else 0)
        if others:
            got = {one.slot: int(sums.now[dealers, one.slot].sum()) for one in group}
            group.sort(key=lambda one, got=got: (-got[one.slot], one.slot))  # type: ignore[misc]
            found += group
        elif ever.any():
            found.append(None)
    return found


def _column(target: Fighter | None, dealers: list[Fighter], sums: Sums, asked: Asked) -> Column:
    if target is None:
        own = sum(int(sums.now[one.slot, one.slot]) for one in dealers)
        return Column(SELF, "", "", "", own, 0)
    total = int(sums.now[[one.slot for one in dealers], target.slot].sum())
    world = int(sums.now[WORLD, target.slot])
    href = asked.href(player=target.slot, target=None)
    return Column(target.hero, target.letters, target.side, href, total, world)


def _row(
    dealer: Fighter, targets: list[Fighter | None], sums: Sums, asked: Asked, most: int
) -> Row:
    cells = []
    for target in targets:
        slot = target.slot if target else dealer.slot
        amount = int(sums.now[dealer.slot, slot])
        href = asked.href(player=dealer.slot, target=slot) if amount else ""
        cells.append(Cell(amount, heat_of(amount, most), href))
    href = asked.href(player=dealer.slot, target=None)
    total = sum(cell.amount for cell in cells)
    return Row(dealer.slot, dealer.hero, dealer.letters, href, tuple(cells), total)


def heat_of(amount: int, most: int) -> int:
    """Give a step of 0 to 6: 0 for nothing, 6 for the top sixth."""
    return -(-amount * HEAT_STEPS // most) if most > 0 and amount > 0 else 0
