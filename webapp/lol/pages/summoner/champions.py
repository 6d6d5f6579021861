"""All champions somebody plays, and the game's own mastery points beside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.lol.domain.platforms import Platform
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.pages.summoner.head import SummonerHead, head_of
from webapp.lol.pages.summoner.pool import ChampionLine, champion_lines
from webapp.lol.pages.summoner.who import who
from webapp.lol.store import accounts
from webapp.lol.store.catalogue import load_catalogue

MOST: Final = 200
MASTERED: Final = 30


@dataclass(frozen=True, slots=True)
class MasteryLine:
    """The game's own points on one champion."""

    champion: str
    letters: str
    portrait: str | None
    level: int
    points: int
    played_at: datetime | None
    champion_url: str


@dataclass(frozen=True, slots=True)
class ChampionsPage:
    """The pool of a summoner."""

    head: SummonerHead
    champions: tuple[ChampionLine, ...]
    mastery: tuple[MasteryLine, ...]
    total: int
    query: str


def champions_page(riot_id: RiotId, platform: Platform | None, wanted: Filter) -> ChampionsPage:
    """Give every champion somebody played here, and their mastery."""
    names, found = load_catalogue(), who(riot_id, platform, wanted)
    mastery = accounts.load_mastery(found.account.id, MASTERED) if found.account else []
    lines = []
    for one in mastery:
        champion = names.champion(one.champion_id)
        lines.append(
            MasteryLine(
                champion.name,
                champion.letters,
                champion.portrait,
                one.level,
                one.points,
                one.played_at,
                f"/lol/champions/{one.champion_id}",
            )
        )
    return ChampionsPage(
        head=head_of(found, "champions", names),
        champions=champion_lines(found.chosen, names, wanted, MOST),
        mastery=tuple(lines),
        total=len(found.chosen),
        query=wanted.url() if wanted.parts else "",
    )
