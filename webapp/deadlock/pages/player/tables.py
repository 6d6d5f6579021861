"""The tables of a player's pages as CSV, whole: every line the filter takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from webapp.deadlock.pages.player.compare import PairLine, pair_lines
from webapp.deadlock.pages.player.heroes import hero_lines
from webapp.deadlock.pages.player.narrowing import Filter
from webapp.deadlock.pages.player.own import load_own
from webapp.deadlock.pages.player.places import figure_lines
from webapp.deadlock.pages.player.records import records_of
from webapp.deadlock.pages.tables import write_csv
from webapp.deadlock.store import company, players
from webapp.deadlock.store.benchmarks import load_benchmarks
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.matchplay.players.narrowing import narrow


@dataclass(frozen=True, slots=True)
class HeroCell:
    """A line of heroes."""

    hero_id: int
    matches: int
    decided: int
    won: int
    won_percent: int | None
    low_percent: int
    high_percent: int
    kills_and_assists_for_a_death: float
    souls_per_minute: int | None


@dataclass(frozen=True, slots=True)
class PersonCell:
    """A line of people met; wins are the page's player's."""

    account_id: int
    name: str
    together: bool
    matches: int
    decided: int
    won: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class PairCell:
    """A figure of two players; places in per cent among the same hero."""

    figure: str
    unit: str
    first_median: str
    first_n: int
    first_place: int | None
    second_median: str
    second_n: int
    second_place: int | None


def player_csv(account_id: int, table: str, wanted: Filter) -> str | None:
    """Give a table of a player as CSV; None when there is no such table."""
    make = TABLES.get(table)
    return write_csv(make(account_id, wanted), load_catalogue()) if make else None


def compare_csv(account_id: int, other_id: int, wanted: Filter) -> str:
    """Give the figures of two players side by side as CSV."""
    first, second = (narrow(own, wanted) for own in load_own(account_id, other_id))
    lines = pair_lines(first, second, load_benchmarks())
    return write_csv([_pair(line) for line in lines], load_catalogue())


def _pair(line: PairLine) -> PairCell:
    first, second = zip(line.medians, line.counts, line.places, strict=True)
    return PairCell(line.word, line.unit, *first, *second)


def _matches(account_id: int, wanted: Filter) -> Sequence[Any]:
    return narrow(players.load_history(account_id), wanted)


def _heroes(account_id: int, wanted: Filter) -> Sequence[Any]:
    names, chosen = load_catalogue(), narrow(players.load_verified(account_id), wanted)
    return [
        HeroCell(
            *(line.hero_id, line.matches, line.share.n, line.share.wins, line.share.percent),
            *(line.share.low, line.share.high, line.ratio, line.souls_per_minute),
        )
        for line in hero_lines(chosen, names, wanted, most=len(chosen))
    ]


def _records(account_id: int, wanted: Filter) -> Sequence[Any]:
    chosen = narrow(players.load_verified(account_id), wanted)
    return records_of(chosen, load_catalogue(), any_mode=wanted.mode is not None)


def _people(account_id: int, wanted: Filter) -> Sequence[Any]:
    chosen = narrow(players.load_history(account_id), wanted)
    met = company.load_companions(account_id, [one.match_id for one in chosen])
    called = players.load_names([one.account_id for one in met])
    return [
        PersonCell(
            account_id=one.account_id,
            name=called.get(one.account_id, ""),
            together=one.together,
            matches=one.matches,
            decided=one.decided,
            won=one.wins,
            last_at=one.last_at,
        )
        for one in met
    ]


def _trends(account_id: int, wanted: Filter) -> Sequence[Any]:
    (own,) = load_own(account_id)
    return figure_lines(narrow(own, wanted), load_benchmarks())


TABLES: dict[str, Callable[[int, Filter], Sequence[Any]]] = {
    "matches": _matches,
    "heroes": _heroes,
    "records": _records,
    "people": _people,
    "figures": _trends,
}
