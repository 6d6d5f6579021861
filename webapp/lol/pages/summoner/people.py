"""Whom somebody played with and against, more than once, in the games kept here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.lol.domain.platforms import Platform
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.pages.summoner.head import SummonerHead, head_of
from webapp.lol.pages.summoner.who import Who, who
from webapp.lol.store import games
from webapp.lol.store.catalogue import load_catalogue
from webapp.matchplay.shares import Share, share_of

MOST: Final = 60


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody met; shares are of the games won with and against them."""

    name: str
    tag: str
    url: str
    together: int
    together_share: Share
    against: int
    against_share: Share


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The company a summoner keeps."""

    head: SummonerHead
    people: tuple[PersonLine, ...]
    total: int
    query: str


def people_page(riot_id: RiotId, platform: Platform | None, wanted: Filter) -> PeoplePage:
    """Give everybody met more than once, most often first."""
    names, found = load_catalogue(), who(riot_id, platform, wanted)
    return PeoplePage(
        head=head_of(found, "people", names),
        people=people_lines(found),
        total=len(found.chosen),
        query=wanted.url() if wanted.parts else "",
    )


def people_lines(found: Who) -> tuple[PersonLine, ...]:
    """Give everybody met more than once, most often first."""
    if found.account is None or found.platform is None:
        return ()
    ids = [one.match_id for one in found.chosen if one.won is not None]
    route = found.platform.route
    return tuple(
        PersonLine(
            name=one.name,
            tag=one.tag,
            url=f"/lol/summoners/{route}/{RiotId(one.name, one.tag).slug}",
            together=one.together,
            together_share=share_of(one.together_won, one.together),
            against=one.against,
            against_share=share_of(one.against_won, one.against),
        )
        for one in games.load_company(found.account.id, ids, MOST)
    )
