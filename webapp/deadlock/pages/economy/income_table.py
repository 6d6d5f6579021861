"""Income between each two samples: a row for every player, tinted, the side's most in bold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.deadlock.domain.analysis.economy import Economy, PlayerEconomy
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.combat import Cut
from webapp.deadlock.domain.economy import held, intervals, rates, shares
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.economy.asked import Asked
from webapp.deadlock.pages.economy.books import heat_of
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment

MOST_NAMED = 2
Figures = dict[int, list[float | None]]


@dataclass(frozen=True, slots=True)
class IntervalHead:
    """A stretch between two samples, leading to itself; `shown` when it is within the choice."""

    word: str
    said: str
    href: str
    shown: bool


@dataclass(frozen=True, slots=True)
class IncomeCell:
    """A figure, or None where it is not known; `most` when nobody of the side has more."""

    value: int | None
    heat: int
    most: bool


@dataclass(frozen=True, slots=True)
class IncomeRow:
    """One player's figures, or the side's sum."""

    hero: str
    letters: str
    href: str
    cells: tuple[IncomeCell, ...]


@dataclass(frozen=True, slots=True)
class IncomeSide:
    """One side: its players and, for souls a minute, their sum."""

    side: str
    name: str
    said: str
    rows: tuple[IncomeRow, ...]
    total: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class IncomeTable:
    """The table of one figure: its intervals, the largest cell, both sides.

    `term` is the key of the term that explains it.
    """

    figure: str
    term: str
    heading: str
    unit: str
    heads: tuple[IntervalHead, ...]
    most: int
    sides: tuple[IncomeSide, ...]


HEADINGS = {
    "rate": ("Income", "souls / min", "soul-income"),
    "share": ("Who carried the side", "% of its {kind}", "soul-share"),
    "held": ("Held unspent", "souls on average", "soul-held"),
}


@dataclass(frozen=True, slots=True)
class _Asking:
    """What every row of the table needs: figures by slot, the scale of tint, names, the choice."""

    economy: Economy
    figures: Figures
    scale: tuple[float, float]
    names: Catalogue
    asked: Asked


def income_table(economy: Economy, cut: Cut, names: Catalogue, asked: Asked) -> IncomeTable:
    """Write one figure for everybody in each interval."""
    figures = {player.slot: _figures(economy, player, asked) for player in economy.players}
    known = [value for row in figures.values() for value in row if value]
    scale = (min(known, default=0) if asked.figure == "share" else 0, max(known, default=0))
    one = _Asking(economy, figures, scale, names, asked)
    heading, unit, term = HEADINGS[asked.figure]
    kind = asked.kind.word.lower() if asked.of else "souls"
    return IncomeTable(
        figure=asked.figure,
        term=term,
        heading=f"{heading} from {kind}" if asked.of and asked.figure == "rate" else heading,
        unit=unit.format(kind=kind),
        heads=tuple(
            _head(number, span, cut, asked) for number, span in enumerate(intervals(economy))
        ),
        most=round(scale[1]),
        sides=tuple(_side(one, side) for side in ("a", "b")),
    )


def _figures(economy: Economy, player: PlayerEconomy, asked: Asked) -> list[float | None]:
    if asked.figure == "held":
        return held(economy, player)
    if asked.figure == "share":
        found = shares(economy, player, asked.kind)
        return [None if one is None else one * 100 for one in found]
    return rates(economy, player, asked.kind)


def _head(number: int, span: tuple[int, int], cut: Cut, asked: Asked) -> IntervalHead:
    start, end = span
    word = f"{_minutes(start)}–{_minutes(end)}"
    return IntervalHead(
        word=word,
        said=f"{word} minutes, {clock(start)} to {clock(end)}",
        href=asked.href(moment=Moment(span=span)),
        shown=bool(asked.moment != Moment() and cut.first <= number < cut.last),
    )


def _minutes(seconds: int) -> str:
    return str(seconds // 60) if seconds % 60 == 0 else clock(seconds)


def _side(asking: _Asking, side: str) -> IncomeSide:
    own = sorted((one for one in asking.economy.players if one.side == side), key=_poorer)
    rows = [asking.figures[one.slot] for one in own]
    tops = [_top(column) for column in zip(*rows, strict=True)]
    heroes = [asking.names.hero(one.hero_id).name for one in own]
    return IncomeSide(
        side=side,
        name=SIDE_NAMES[side],
        said=_foremost(dict(zip(heroes, rows, strict=True)), tops),
        rows=tuple(_row(asking, one, tops) for one in own),
        total=_totals(rows) if asking.asked.figure == "rate" else (),
    )


def _row(asking: _Asking, player: PlayerEconomy, tops: Sequence[float | None]) -> IncomeRow:
    hero = asking.names.hero(player.hero_id)
    low, high = asking.scale
    return IncomeRow(
        hero=hero.name,
        letters=hero.letters,
        href=asking.asked.href(player=player.slot),
        cells=tuple(
            IncomeCell(
                None if value is None else round(value),
                heat_of((value or 0) - low, high - low),
                value is not None and value == top,
            )
            for value, top in zip(asking.figures[player.slot], tops, strict=True)
        ),
    )


def _poorer(player: PlayerEconomy) -> tuple[int, int]:
    """Order a side as the table of sources does at the end: by net worth."""
    return (-player.net_worth[-1], player.slot)


def _top(column: Sequence[float | None]) -> float | None:
    """Give the largest of a column; nothing stands out where nobody has anything."""
    return max((value for value in column if value), default=None)


def _foremost(rows: dict[str, list[float | None]], tops: Sequence[float | None]) -> str:
    """Say who had the most of the side most often."""
    times = {
        hero: sum(value == top for value, top in zip(row, tops, strict=True) if top is not None)
        for hero, row in rows.items()
    }
    often = max(times.values(), default=0)
    heroes = [hero for hero, count in times.items() if count == often]
    if not often or len(heroes) > MOST_NAMED:
        return ""
    return f"most: {' and '.join(heroes)} in {often} of {len(tops)}"


def _totals(rows: Sequence[Sequence[float | None]]) -> tuple[int | None, ...]:
    return tuple(
        None
        if any(value is None for value in column)
        else round(sum(value or 0 for value in column))
        for column in zip(*rows, strict=True)
    )
