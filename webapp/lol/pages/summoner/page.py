"""A summoner's first page: rank, form, champions and matches, each one click from its analysis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.lol.domain.platforms import Platform
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.domain.summoner.sums import Averages, averages_of
from webapp.lol.pages.summoner.form import (
    Form,
    SittingLine,
    form_of,
    sitting_lines,
    streak_said,
)
from webapp.lol.pages.summoner.head import SummonerHead, head_of
from webapp.lol.pages.summoner.lines import GameLine, game_lines
from webapp.lol.pages.summoner.pool import ChampionLine, champion_lines
from webapp.lol.pages.summoner.standing import Standings, standings_of
from webapp.lol.pages.summoner.who import Who, who
from webapp.lol.store import games
from webapp.lol.store.catalogue import load_catalogue
from webapp.matchplay.players import leaf_of, share_won
from webapp.matchplay.shares import Share

ROWS: Final = 20
TOP_CHAMPIONS: Final = 8


@dataclass(frozen=True, slots=True)
class SummonerPage:
    """Everything known here about one account, narrowed down."""

    head: SummonerHead
    standings: Standings | None
    total: int
    listed: int
    share: Share
    averages: Averages
    streak: str
    form: Form | None
    sittings: tuple[SittingLine, ...]
    champions: tuple[ChampionLine, ...]
    lines: tuple[GameLine, ...]
    shown_said: str
    page: int
    numbers: tuple[int | None, ...]
    urls: dict[int, str]
    query: str


def summoner_page(
    riot_id: RiotId, platform: Platform | None, wanted: Filter, page: int = 1
) -> SummonerPage:
    """Give a summoner's page; one nobody looked up yet has an empty one with a button."""
    names, found = load_catalogue(), who(riot_id, platform, wanted)
    leaf = leaf_of(found.chosen, page, ROWS, url=wanted.page_url, nothing="no games")
    return SummonerPage(
        head=head_of(found, "matches", names),
        standings=standings_of(found.account.id) if found.account else None,
        total=len(found.chosen),
        listed=_still_listed(found),
        share=share_won(found.chosen),
        averages=averages_of(found.chosen),
        streak=streak_said(found.chosen),
        form=form_of(found.chosen, names),
        sittings=sitting_lines(found.played),
        champions=champion_lines(found.chosen, names, wanted, TOP_CHAMPIONS),
        lines=game_lines(leaf.shown, names),
        shown_said=leaf.said,
        page=leaf.page,
        numbers=leaf.numbers,
        urls=leaf.urls,
        query=wanted.url() if wanted.parts else "",
    )


def _still_listed(found: Who) -> int:
    """Count the matches Riot lists that are not kept here yet."""
    return games.count_not_kept(found.account.id) if found.account else 0
