"""The tables of hero pages as CSV."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.domain.across.heroes import HeroRow, Part
from webapp.deadlock.domain.across.items import ItemRow
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.pages.heroes.choice import Chosen
from webapp.deadlock.pages.heroes.figures import metric_lines
from webapp.deadlock.pages.heroes.shop import ItemLine, item_lines
from webapp.deadlock.pages.heroes.sources import load_facts, load_items, load_rows
from webapp.deadlock.pages.tables import write_csv
from webapp.deadlock.store.benchmarks import load_benchmarks
from webapp.deadlock.store.catalogue import load_catalogue


@dataclass(frozen=True, slots=True)
class HeroCell:
    """A line of the list."""

    hero_id: int
    matches: int
    decided: int
    won: int
    won_percent: int | None
    low_percent: int
    high_percent: int
    souls_per_minute: float | None
    damage_per_minute: float | None
    kills: float | None
    deaths: float | None
    assists: float | None


@dataclass(frozen=True, slots=True)
class PartCell:
    """A line of lanes, sides or enemies."""

    name: str
    matches: int
    decided: int
    won: int
    won_percent: int | None
    low_percent: int
    high_percent: int


@dataclass(frozen=True, slots=True)
class MetricCell:
    """A line of metrics."""

    metric: str
    unit: str
    median: str
    lower_quarter: str
    upper_quarter: str
    all_heroes: str
    n: int


@dataclass(frozen=True, slots=True)
class ItemCell:
    """A line of items; seconds from the start of the match."""

    item_id: int
    item: str
    slot: str
    cost: int | None
    bought: int
    of_matches: int
    median_s: float
    early_quarter_s: float
    late_quarter_s: float
    decided: int
    won: int


TABLES = ("metrics", "items", "enemies", "lanes", "sides")


def heroes_csv(version: str, chosen: Chosen) -> str:
    """Give the list of heroes as CSV."""
    _, rows = load_rows(version, chosen.rank)
    return write_csv([_hero(row) for row in rows], load_catalogue())


def hero_csv(version: str, hero_id: int, table: str, chosen: Chosen) -> str | None:
    """Give a table of one hero as CSV; None when there is no such table."""
    names = load_catalogue()
    if table == "items":
        return write_csv(_items(version, hero_id, chosen.rank, names), names)
    if table == "metrics":
        return write_csv(_metrics(hero_id, chosen.rank), names)
    if table not in TABLES:
        return None
    parts: tuple[Part, ...] = getattr(load_facts(version, hero_id, chosen.rank), table)
    heroes = table == "enemies"
    return write_csv([_part(one, names if heroes else None) for one in parts], names)


def _hero(row: HeroRow) -> HeroCell:
    share = row.share
    return HeroCell(
        *(row.hero_id, row.matches, share.n, share.wins, share.percent, share.low, share.high),
        *(row.souls_per_minute, row.damage_per_minute, row.kills, row.deaths, row.assists),
    )


def _part(one: Part, names: Catalogue | None) -> PartCell:
    name, share = names.hero(int(one.name)).name if names else one.name, one.share
    return PartCell(name, one.matches, share.n, share.wins, share.percent, share.low, share.high)


def _metrics(hero_id: int, band: str | None) -> list[MetricCell]:
    return [
        MetricCell(one.word, one.unit, one.median, one.low, one.high, one.everyone, one.n)
        for one in metric_lines(load_benchmarks(), hero_id, band)
    ]


def _items(version: str, hero_id: int, band: str | None, names: Catalogue) -> list[ItemCell]:
    bought = load_items(version, hero_id, band)
    exact = {row.item_id: row for row in bought.rows}
    lines = item_lines(bought, names, most=len(bought.rows)).shown
    return [_item(line, exact[line.item_id], bought.matches) for line in lines]


def _item(line: ItemLine, row: ItemRow, matches: int) -> ItemCell:
    return ItemCell(
        item_id=line.item_id,
        item=line.item,
        slot=line.slot,
        cost=line.cost,
        bought=line.bought,
        of_matches=matches,
        median_s=row.median_s,
        early_quarter_s=row.early_s,
        late_quarter_s=row.late_s,
        decided=row.won.n,
        won=row.won.wins,
    )
