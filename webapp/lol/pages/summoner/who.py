"""Who a page of a summoner is about, and all their games that are kept here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from webapp.core.db import read_together
from webapp.jobs.latest import LatestRun, latest_question, latest_runs, runs_of
from webapp.lol.domain.asking import summoner_key
from webapp.lol.domain.platforms import PLATFORMS, Platform
from webapp.lol.domain.played import Played
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.models import LolAccount
from webapp.lol.store import accounts, games
from webapp.matchplay.players.narrowing import narrow


class Asked(Protocol):
    """What an address of a summoner says."""

    @property
    def riot_id(self) -> RiotId:
        """The name and tag."""

    @property
    def platform(self) -> Platform | None:
        """The platform; None where it is to be found out."""


@dataclass(frozen=True, slots=True)
class Who:
    """One Riot ID at one address; `account` is None for somebody never looked up.

    `played` are then the games kept here in which somebody bore this Riot ID. `run` is the last
    one that was to bring the account up to date.
    """

    riot_id: RiotId
    platform: Platform | None
    account: LolAccount | None
    played: Sequence[Played]
    chosen: Sequence[Played]
    wanted: Filter
    run: LatestRun | None = None

    @property
    def url(self) -> str:
        """The address of their first page."""
        where = self.platform.route if self.platform else "find"
        return f"/lol/summoners/{where}/{self.riot_id.slug}"


def who(riot_id: RiotId, platform: Platform | None, wanted: Filter) -> Who:
    """Find an account and its games; a known account is shown as it writes itself."""
    route = platform.name if platform else ""
    key = summoner_key(route, riot_id)
    account_rows, games_rows, run_rows = read_together(
        accounts.account_question(riot_id),
        games.games_question(riot_id, route or None),
        latest_question([key]),
    )
    account, runs = accounts.account_of(account_rows), runs_of(run_rows)
    played = games.played_of(games_rows)
    if account is None:
        return Who(riot_id, platform, None, played, narrow(played, wanted), wanted, runs.get(key))
    real = RiotId(account.name, account.tag)
    if account.platform != route:
        key = summoner_key(account.platform, real)
        runs = latest_runs([key])
    here = PLATFORMS[account.platform]
    return Who(real, here, account, played, narrow(played, wanted), wanted, runs.get(key))
