"""Tables of champions as CSV: the catalogue, and one champion by role, by patch, game by game."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.lol.domain.played import Played
from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.pages.champions import RoleLine, champion_page, champions_catalogue
from webapp.lol.store import games
from webapp.matchplay.players.narrowing import narrow
from webapp.matchplay.shares import Share
from webapp.matchplay.tables import csv_of

NAMES: Final = ("roles", "patches", "games")


@dataclass(frozen=True, slots=True)
class ChampionCell:
    """One champion of the catalogue, and how games on it here ended."""

    champion_id: int
    champion: str
    kind: str
    decided: int
    won: int
    won_percent: int | None
    low_percent: int
    high_percent: int


@dataclass(frozen=True, slots=True)
class PartCell:
    """One champion in one role, or on one patch."""

    word: str
    games: int
    won: int
    won_percent: int | None
    low_percent: int
    high_percent: int
    ratio: float | None
    cs_per_minute: float | None


def champions_csv() -> str:
    """Give the catalogue with how games ended."""
    cells = [
        ChampionCell(one.champion_id, one.name, one.tags, one.share.n, *_won(one.share))
        for one in champions_catalogue().champions
    ]
    return csv_of(cells, ChampionCell)


def champion_csv(champion_id: int, name: str, wanted: Filter) -> str | None:
    """Give one table of a champion; None when there is no such champion or table."""
    page = champion_page(champion_id, wanted) if name in NAMES else None
    if page is None:
        return None
    if name == "games":
        return csv_of(list(narrow(games.games_on(champion_id), wanted)), Played)
    parts = page.roles if name == "roles" else page.patches
    return csv_of([_cell(one) for one in parts], PartCell)


def _cell(one: RoleLine) -> PartCell:
    mean = one.averages
    return PartCell(one.word, one.games, *_won(one.share), mean.ratio, mean.cs_per_minute)


def _won(share: Share) -> tuple[int, int | None, int, int]:
    return share.wins, share.percent, share.low, share.high
