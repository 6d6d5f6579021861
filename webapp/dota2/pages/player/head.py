"""What stands on every page of a player: the name, where it comes from, the tabs, the filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.domain.ranks import rank_said
from webapp.dota2.domain.steam_ids import steam_id_of
from webapp.dota2.pages.player.narrowing import Filter, FilterView, filter_view
from webapp.dota2.store.accounts import Known
from webapp.dota2.store.histories import Played
from webapp.jobs.latest import LatestRun
from webapp.matchplay.frame import Tab

TABS: Final = (("matches", "Matches", ""), ("people", "Played with", "/people"))


@dataclass(frozen=True, slots=True)
class PlayerHead:
    """Who this is, how fresh what we know is, and what is chosen."""

    account_id: int
    steam_id: str
    url: str
    name: str
    rank: str
    known: bool
    hidden: bool
    history_fetched_at: datetime | None
    fetching_url: str | None
    failed_sentence: str | None
    tabs: tuple[Tab, ...]
    filter: FilterView


@dataclass(frozen=True, slots=True)
class Who:
    """An account: what is known of it, and the last run that was to update it."""

    account_id: int
    known: Known | None
    run: LatestRun | None = None


def head_of(
    who: Who, tab: str, played: Sequence[Played], wanted: Filter, names: Catalogue
) -> PlayerHead:
    """Put together what stands around a tab of a player; the first one says how updates go."""
    account_id, account, run = who.account_id, who.known, who.run
    url = f"/dota2/players/{account_id}"
    return PlayerHead(
        account_id=account_id,
        steam_id=str(steam_id_of(account_id)),
        url=url,
        name=_name(account) or f"Account {account_id}",
        rank=rank_said(account.rank_tier if account else None),
        known=bool(played or (account and account.history_fetched_at)),
        hidden=bool(account and account.hidden),
        history_fetched_at=account.history_fetched_at if account else None,
        fetching_url=run.url if run and run.live else None,
        failed_sentence=run.sentence if run and run.state in {"failed", "dead"} else None,
        tabs=tuple(Tab(word, url + path, name, name == tab) for name, word, path in TABS),
        filter=filter_view(played, names, wanted, url),
    )


def _name(account: Known | None) -> str | None:
    return (account.pro_name or account.persona_name) if account else None
