"""One player's souls: every source between each two samples, what deaths cost, what was left."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from webapp.deadlock.domain.analysis.economy import Economy, PlayerEconomy
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.economy import held, intervals
from webapp.deadlock.pages.economy.asked import Asked
from webapp.deadlock.pages.economy.books import Cell, heat_of
from webapp.deadlock.pages.economy.income_table import IntervalHead
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source: souls in each interval, in all, and of everything earned."""

    word: str
    cells: tuple[Cell, ...]
    total: int
    percent: int


@dataclass(frozen=True, slots=True)
class SumRow:
    """A row of sums below the sources; None where a figure is not known."""

    word: str
    values: tuple[int | None, ...]
    total: int | None


@dataclass(frozen=True, slots=True)
class OnePlayer:
    """One player's souls, source by source."""

    slot: int
    side: str
    hero: str
    letters: str
    heads: tuple[IntervalHead, ...]
    rows: tuple[SourceRow, ...]
    sums: tuple[SumRow, ...]


def one_player(economy: Economy, names: Catalogue, asked: Asked) -> OnePlayer | None:
    """Write the chosen player's souls; None when nobody is chosen."""
    player = next((one for one in economy.players if one.slot == asked.player), None)
    if player is None:
        return None
    hero = names.hero(player.hero_id)
    gains = {
        source: _steps(row)
        for source, row in zip(economy.sources, player.earned, strict=True)
        if any(row)
    }
    gross = sum(sum(row) for row in gains.values())
    most = max((value for row in gains.values() for value in row), default=0)
    return OnePlayer(
        slot=player.slot,
        side=player.side,
        hero=hero.name,
        letters=hero.letters,
        heads=tuple(_head(span, asked) for span in intervals(economy)),
        rows=tuple(_source(word, row, most, gross) for word, row in gains.items()),
        sums=_sums(economy, player, gains),
    )


def _head(span: tuple[int, int], asked: Asked) -> IntervalHead:
    start, end = (clock(at_s) for at_s in span)
    href = asked.href(moment=Moment(span=span))
    return IntervalHead(end, f"{start} to {end}", href, shown=span == asked.moment.span)


def _source(word: str, row: list[int], most: int, gross: int) -> SourceRow:
    total = sum(row)
    return SourceRow(
        word=word,
        cells=tuple(Cell(value, heat_of(value, most)) for value in row),
        total=total,
        percent=round(100 * total / gross) if gross else 0,
    )


def _sums(
    economy: Economy, player: PlayerEconomy, gains: dict[str, list[int]]
) -> tuple[SumRow, ...]:
    earned = [sum(column) for column in zip(*gains.values(), strict=True)]
    lost = _steps(player.lost)
    idle = [None if one is None else round(one) for one in held(economy, player)]
    rows = [
        SumRow("Earned", tuple(earned), sum(earned)),
        SumRow("Lost to deaths", tuple(lost), sum(lost)),
        SumRow("Net worth at the end", player.net_worth, None),
        SumRow("Denies", tuple(_steps(player.denies)), sum(_steps(player.denies))),
    ]
    known = [SumRow("Held unspent, on average", tuple(idle), None)] if any(idle) else []
    return tuple(rows + known)


def _steps(totals: tuple[int, ...]) -> list[int]:
    return [after - before for before, after in pairwise((0, *totals))]
