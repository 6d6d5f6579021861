"""Souls by source for everybody, over the stretch shown; one scale of tint for all cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.deadlock.domain.analysis.economy import Economy
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.combat import Cut
from webapp.deadlock.domain.economy import Purse, purses
from webapp.deadlock.domain.words import SIDE_NAMES, counted
from webapp.deadlock.pages.economy.asked import Asked

HEATS: Final = 6
SHORT: Final = {
    "Neutral enemies": "Neutrals",
    "Breakable pickups": "Breakables",
    "Enemy kills": "Kills",
    "Kill assists": "Assists",
    "Team catch-up": "Catch-up",
}
ALWAYS: Final = frozenset({"Troopers", "Neutral enemies", "Enemy kills"})
"""What a narrow screen shows too."""


@dataclass(frozen=True, slots=True)
class SourceHead:
    """A source as a column: its word, and the classes that hide it where there is no room."""

    word: str
    kind: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A number with its tint, 0 to 6."""

    value: int
    heat: int


@dataclass(frozen=True, slots=True)
class BookRow:
    """One player's books. `held` and `idle` are None where nothing can be said."""

    slot: int
    hero: str
    letters: str
    href: str
    chosen: bool
    worth: int
    percent: int
    cells: tuple[Cell, ...]
    gross: int
    lost: int
    denies: int
    held: int | None
    idle: int | None


@dataclass(frozen=True, slots=True)
class BookSide:
    """One side's rows, and what they come to."""

    side: str
    name: str
    said: str
    rows: tuple[BookRow, ...]


@dataclass(frozen=True, slots=True)
class Books:
    """The table: its source columns, the largest cell, both sides."""

    heads: tuple[SourceHead, ...]
    most: int
    sides: tuple[BookSide, ...]


@dataclass(frozen=True, slots=True)
class _Scales:
    """What every row needs: the largest cell, the largest worth, souls not in items by slot."""

    most: int
    richest: int
    idle: dict[int, int]
    names: Catalogue
    asked: Asked


def books_of(
    economy: Economy,
    cut: Cut,
    idle: dict[int, tuple[int, ...]] | None,
    names: Catalogue,
    asked: Asked,
) -> Books:
    """Write everybody's books between two samples."""
    found = purses(economy, cut)
    scales = _Scales(
        most=max((value for purse in found for value in purse.earned), default=0),
        richest=max((purse.worth for purse in found), default=0),
        idle={slot: row[cut.last - 1] for slot, row in (idle or {}).items()} if cut.last else {},
        names=names,
        asked=asked,
    )
    return Books(
        heads=tuple(
            SourceHead(SHORT.get(one, one), "n" if one in ALWAYS else "n p2")
            for one in economy.sources
        ),
        most=scales.most,
        sides=tuple(
            _side(side, [one for one in found if one.side == side], scales) for side in ("a", "b")
        ),
    )


def heat_of(value: float, most: float) -> int:
    """Give the step of tint, 0 to 6, of a value on a scale from nothing to the most."""
    if most <= 0 or value <= 0:
        return 0
    return min(HEATS, 1 + int(value / most * (HEATS - 0.001)))


def _row(purse: Purse, scales: _Scales) -> BookRow:
    hero = scales.names.hero(purse.hero_id)
    chosen = purse.slot == scales.asked.player
    return BookRow(
        slot=purse.slot,
        hero=hero.name,
        letters=hero.letters,
        href=scales.asked.href(player=None if chosen else purse.slot),
        chosen=chosen,
        worth=purse.worth,
        percent=round(100 * purse.worth / scales.richest) if scales.richest else 0,
        cells=tuple(Cell(value, heat_of(value, scales.most)) for value in purse.earned),
        gross=purse.gross,
        lost=purse.lost,
        denies=purse.denies,
        held=None if purse.held is None else round(purse.held),
        idle=scales.idle.get(purse.slot),
    )


def _side(side: str, own: list[Purse], scales: _Scales) -> BookSide:
    gross, worth = sum(one.gross for one in own), sum(one.worth for one in own)
    denies = sum(one.denies for one in own)
    ranked = sorted(own, key=lambda one: (-one.worth, one.slot))
    return BookSide(
        side,
        SIDE_NAMES[side],
        f"{gross:,} souls earned · worth {worth:,} · {counted(denies, 'deny', 'denies')}",
        tuple(_row(one, scales) for one in ranked),
    )
