"""What stands on every page of a player: the name, where it comes from, the tabs, the filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.domain.ranks import rank_said
from webapp.dota2.domain.steam_ids import steam_id_of
from webapp.dota2.domain.words import player_key
from webapp.dota2.pages.player.narrowing import Filter, FilterView, filter_view
from webapp.dota2.store import accounts
from webapp.dota2.store.accounts import Known
from webapp.dota2.store.histories import Played
from webapp.jobs.latest import latest_runs
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


def head_of(
    account_id: int, tab: str, played: Sequence[Played], wanted: Filter, names: Catalogue
) -> PlayerHead:
    """Put together what stands around a tab of a player; the first one says how updates go."""
    account, url = accounts.load_account(account_id), f"/dota2/players/{account_id}"
    key = player_key(account_id)
    run = latest_runs([key]).get(key) if tab == TABS[0][0] else None
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
