"""Gold and experience by source, and what was killed for it; over the whole match."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from webapp.core.holding import holding
from webapp.dota2.domain.analysis.economy import GOLD_WORDS, XP_WORDS, Economy, PlayerEconomy
from webapp.dota2.pages.people import Person, people_of

HELD: Final = 32
STEPS: Final = 7


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure and its tint, 0 to 6 on one scale for the whole table."""

    value: int | None
    heat: int = 0


@dataclass(frozen=True, slots=True)
class BookRow:
    """One player's gold: from each source, by itself, all of it, and what was lost."""

    person: Person
    cells: tuple[Cell, ...]
    unlisted: int | None
    earned: int | None
    lost: int | None
    buybacks: int | None
    sold: int | None


@dataclass(frozen=True, slots=True)
class XpRow:
    """One player's experience by source."""

    person: Person
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Books:
    """The tables of sources; sources nobody had are left out."""

    gold_heads: tuple[str, ...]
    gold: tuple[BookRow, ...]
    xp_heads: tuple[str, ...]
    xp: tuple[XpRow, ...]
    old: bool


@holding(HELD)
def books_of(loaded: Any) -> Books | None:
    """Give the sources of gold and experience; None where neither is recorded."""
    economy: Economy = loaded.slices["economy"]
    if all(one.gold is None and one.xp is None for one in economy.players):
        return None
    people = people_of(loaded)
    gold = _used([one.gold for one in economy.players], len(GOLD_WORDS))
    xp = _used([one.xp for one in economy.players], len(XP_WORDS))
    most = _most([one.gold for one in economy.players])
    most_xp = _most([one.xp for one in economy.players])
    return Books(
        gold_heads=tuple(_head(GOLD_WORDS[place]) for place in gold),
        gold=tuple(_row(one, people[one.slot], gold, most) for one in economy.players),
        xp_heads=tuple(_head(XP_WORDS[place]) for place in xp),
        xp=tuple(XpRow(people[one.slot], _cells(one.xp, xp, most_xp)) for one in economy.players),
        old=economy.dialect == "old",
    )


def _row(one: PlayerEconomy, person: Person, places: list[int], most: int) -> BookRow:
    return BookRow(
        person=person,
        cells=_cells(one.gold, places, most),
        unlisted=one.unlisted,
        earned=one.earned,
        lost=one.lost_to_deaths,
        buybacks=one.buybacks,
        sold=one.sold,
    )


def _cells(values: tuple[int, ...] | None, places: list[int], most: int) -> tuple[Cell, ...]:
    if values is None:
        return tuple(Cell(None) for _ in places)
    return tuple(Cell(values[place], _heat(values[place], most)) for place in places)


def _heat(value: int, most: int) -> int:
    return min(STEPS - 1, max(0, value) * STEPS // (most + 1))


def _used(columns: list[tuple[int, ...] | None], width: int) -> list[int]:
    return [place for place in range(width) if any(one and one[place] for one in columns)]


def _most(columns: list[tuple[int, ...] | None]) -> int:
    return max((value for one in columns for value in one or ()), default=0)


def _head(word: str) -> str:
    return word[:1].upper() + word[1:]
