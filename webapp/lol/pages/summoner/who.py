"""Who a page of a summoner is about, and all their games that are kept here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from webapp.lol.domain.platforms import PLATFORMS, Platform
from webapp.lol.domain.played import Played
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.domain.summoner.narrowing import Filter, narrow
from webapp.lol.models import LolAccount
from webapp.lol.store import accounts, games


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

    `played` are then the games kept here in which somebody bore this Riot ID.
    """

    riot_id: RiotId
    platform: Platform | None
    account: LolAccount | None
    played: Sequence[Played]
    chosen: Sequence[Played]
    wanted: Filter

    @property
    def url(self) -> str:
        """The address of their first page."""
        where = self.platform.route if self.platform else "find"
        return f"/lol/summoners/{where}/{self.riot_id.slug}"


def who(riot_id: RiotId, platform: Platform | None, wanted: Filter) -> Who:
    """Find an account and its games; a known account is shown as it writes itself."""
    account = accounts.load_account(riot_id)
    if account is None:
        route = platform.name if platform else None
        played = games.games_of_name(riot_id.name, riot_id.tag, route)
        return Who(riot_id, platform, None, played, narrow(played, wanted), wanted)
    played = games.load_games(account.id)
    real = RiotId(account.name, account.tag)
    here = PLATFORMS[account.platform]
    return Who(real, here, account, played, narrow(played, wanted), wanted)
