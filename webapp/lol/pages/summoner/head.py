"""What stands on every page of a summoner: name, platform, level, tabs, filter, update."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.domain.platforms import PLATFORMS
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.pages.index import PlatformChoice
from webapp.lol.pages.summoner.filtering import FilterView, filter_view
from webapp.lol.pages.summoner.update import Update, update_of
from webapp.lol.pages.summoner.who import Who
from webapp.matchplay.frame import Tab
from webapp.matchroom.wording import rewords

TABS: Final[tuple[tuple[str, str, str], ...]] = (
    ("matches", "Matches", ""),
    ("profile", "Profile", "/profile"),
    ("champions", "Champions", "/champions"),
    ("people", "Played with", "/people"),
    ("live", "Live game", "/live"),
    ("coach", "Coach", "/coach"),
)


@dataclass(frozen=True, slots=True)
class SummonerHead:
    """Who this is; `others` are addresses on other platforms for somebody not known yet."""

    name: str
    tag: str
    platform: str
    url: str
    known: bool
    account_id: str | None
    level: int | None
    tabs: tuple[Tab, ...]
    filter: FilterView
    update: Update
    others: tuple[PlatformChoice, ...]


def head_of(who: Who, tab: str, names: Catalogue) -> SummonerHead:
    """Put together what stands around a tab of a summoner."""
    here = next(path for key, _, path in TABS if key == tab)
    return SummonerHead(
        name=who.riot_id.name,
        tag=who.riot_id.tag,
        platform=who.platform.words if who.platform else "",
        url=who.url,
        known=who.account is not None,
        account_id=str(who.account.id) if who.account else None,
        level=who.account.level if who.account else None,
        tabs=_tabs(who, tab),
        filter=filter_view(who.played, names, who.wanted, who.url + here),
        update=update_of(who),
        others=() if who.account else _others(who.riot_id),
    )


def _tabs(who: Who, current: str) -> tuple[Tab, ...]:
    query = who.wanted.url() if who.wanted.parts else ""
    shown = [one for one in TABS if one[0] != "coach" or rewords()]
    return tuple(
        Tab(word, who.url + path + query, key, key == current) for key, word, path in shown
    )


def _others(riot_id: RiotId) -> tuple[PlatformChoice, ...]:
    return tuple(
        PlatformChoice(f"/lol/summoners/{one.route}/{riot_id.slug}", one.words)
        for one in PLATFORMS.values()
    )
