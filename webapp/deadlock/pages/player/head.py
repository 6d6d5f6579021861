"""What stands on every page of a player: the name, where it comes from, the tabs, the filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.pages.frame import Tab
from webapp.deadlock.pages.player.narrowing import Filter, FilterView, Narrowable, filter_view
from webapp.deadlock.store.players import Known
from webapp.jobs.latest import LatestRun

STEAM_BASE: Final = 76561197960265728
TABS: Final = (
    ("matches", "Matches", ""),
    ("trends", "Trends", "/trends"),
    ("people", "Played with", "/people"),
)


@dataclass(frozen=True, slots=True)
class PlayerHead:
    """Who this is, how fresh what we know is, and what is chosen."""

    account_id: int
    steam_id: str
    url: str
    name: str
    known: bool
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
    who: Who, tab: str, played: Sequence[Narrowable], wanted: Filter, names: Catalogue
) -> PlayerHead:
    """Put together what stands around a tab of a player; its first tab says how updates go."""
    account_id, account, run = who.account_id, who.known, who.run
    url = f"/deadlock/players/{account_id}"
    here = next(path for key, _, path in TABS if key == tab)
    return PlayerHead(
        account_id=account_id,
        steam_id=str(account_id + STEAM_BASE),
        url=url,
        name=(account and account.persona_name) or f"Account {account_id}",
        known=bool(played or (account and account.history_fetched_at)),
        history_fetched_at=account.history_fetched_at if account else None,
        fetching_url=run.url if run and run.live else None,
        failed_sentence=run.sentence if run and run.state in {"failed", "dead"} else None,
        tabs=_tabs(url, tab, wanted),
        filter=filter_view(played, names, wanted, url + here),
    )


def _tabs(url: str, current: str, wanted: Filter) -> tuple[Tab, ...]:
    query = wanted.url() if wanted.parts else ""
    return tuple(Tab(word, url + path + query, key, key == current) for key, word, path in TABS)
