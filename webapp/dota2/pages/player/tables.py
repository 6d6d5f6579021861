"""The tables of a player's pages as CSV, whole: every line the filter takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from webapp.dota2.pages.player.heroes import hero_lines
from webapp.dota2.pages.player.narrowing import Filter
from webapp.dota2.pages.player.records import Record, records_of
from webapp.dota2.store import accounts, histories
from webapp.dota2.store.accounts import Met
from webapp.dota2.store.catalogue import load_catalogue
from webapp.dota2.store.histories import Played
from webapp.matchplay.players.narrowing import narrow
from webapp.matchplay.tables import Beside, csv_of


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
    kda: float | None
    gold_per_minute: int | None


@dataclass(frozen=True, slots=True)
class PersonCell:
    """A line of people met; wins are the page's player's."""

    account_id: int
    name: str | None
    with_games: int
    with_wins: int
    against_games: int
    against_wins: int
    last_at: datetime | None


def player_csv(account_id: int, table: str, wanted: Filter) -> str | None:
    """Give a table of a player as CSV; None when there is no such table."""
    made = TABLES.get(table)
    if made is None:
        return None
    rows, record = made
    names = load_catalogue()
    hero = Beside("hero_id", "hero", lambda hero_id: names.hero(hero_id).name)
    return csv_of(rows(account_id, wanted), record, hero)


def _matches(account_id: int, wanted: Filter) -> Sequence[Any]:
    return narrow(histories.load_history(account_id), wanted)


def _heroes(account_id: int, wanted: Filter) -> Sequence[Any]:
    names, chosen = load_catalogue(), narrow(histories.load_history(account_id), wanted)
    return [
        HeroCell(
            *(line.hero_id, line.matches, line.share.n, line.share.wins, line.share.percent),
            *(line.share.low, line.share.high, line.ratio, line.gold_per_minute),
        )
        for line in hero_lines(chosen, names, wanted, most=len(chosen))
    ]


def _records(account_id: int, wanted: Filter) -> Sequence[Any]:
    chosen = narrow(histories.load_history(account_id), wanted)
    return records_of(chosen, load_catalogue(), any_mode=wanted.mode is not None)


def _people(account_id: int, wanted: Filter) -> Sequence[Any]:
    del wanted
    return [_person(one) for one in accounts.load_peers(account_id)]


def _person(one: Met) -> PersonCell:
    return PersonCell(
        account_id=one.other_id,
        name=one.name,
        with_games=one.with_games,
        with_wins=one.with_wins,
        against_games=one.against_games,
        against_wins=one.against_wins,
        last_at=one.last_at,
    )


TABLES: dict[str, tuple[Callable[[int, Filter], Sequence[Any]], type[Any]]] = {
    "matches": (_matches, Played),
    "heroes": (_heroes, HeroCell),
    "records": (_records, Record),
    "people": (_people, PersonCell),
}
