"""The questions we put to Riot's servers, and what their refusals mean for a player."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar
from urllib.parse import quote

import msgspec

from webapp.core.http import HttpClient, Reply, Upstream, open_client
from webapp.core.rate_limit import FixedLimiter
from webapp.core.settings import current_settings
from webapp.core.upstream_errors import Forbidden, NotFound
from webapp.core.valkey import shared_valkey
from webapp.lol.domain.platforms import Platform, platform_of_match
from webapp.lol.upstream.absent import Absent, NotAsked
from webapp.lol.upstream.budget import RiotBudget
from webapp.lol.upstream.refused import KeyRefused, NotShown, no_key
from webapp.lol.upstream.replies import (
    Account,
    LeagueEntry,
    LiveGame,
    Mastery,
    MatchReply,
    PlatformStatus,
    Region,
    Summoner,
)
from webapp.lol.upstream.routes import ROUTES

LABEL: Final = "Riot’s servers"
TRIES: Final = 3
MOST_IDS: Final = 100
MINUTE: Final = 60
Typed = TypeVar("Typed")


@dataclass(frozen=True, slots=True)
class RiotUpstream:
    """Riot's servers, as one installation may ask them; `open_route` opens one of their routes."""

    open_route: Callable[[str], HttpClient]
    absent: Absent

    def fetch_account(self, region: str, name: str, tag: str) -> Account:
        """Bring the account of a Riot ID."""
        path = f"/riot/account/v1/accounts/by-riot-id/{_part(name)}/{_part(tag)}"
        why = f"Riot knows no account {name}#{tag}: check the name and the tag."
        return self._read(region, "account", path, Account, why, absent_s=10 * MINUTE)

    def fetch_account_by_puuid(self, region: str, puuid: str) -> Account:
        """Bring an account by the id our key sees."""
        path = f"/riot/account/v1/accounts/by-puuid/{_part(puuid)}"
        return self._read(region, "account_by_puuid", path, Account, "Riot knows no such account.")

    def fetch_region(self, region: str, puuid: str) -> str:
        """Bring the platform an account plays League of Legends on, such as euw1."""
        path = f"/riot/account/v1/region/by-game/lol/by-puuid/{_part(puuid)}"
        why = "This account has never played League of Legends."
        return self._read(region, "region", path, Region, why).region

    def fetch_summoner(self, platform: Platform, puuid: str) -> Summoner:
        """Bring level and picture."""
        path = f"/lol/summoner/v4/summoners/by-puuid/{_part(puuid)}"
        why = f"This account does not play on {platform.words}."
        return self._read(platform.route, "summoner", path, Summoner, why, absent_s=10 * MINUTE)

    def fetch_ranks(self, platform: Platform, puuid: str) -> tuple[LeagueEntry, ...]:
        """Bring the ranks in every queue; none for somebody unranked."""
        path = f"/lol/league/v4/entries/by-puuid/{_part(puuid)}"
        why = f"This account does not play on {platform.words}."
        return self._read(platform.route, "league", path, tuple[LeagueEntry, ...], why)

    def fetch_mastery(self, platform: Platform, puuid: str) -> tuple[Mastery, ...]:
        """Bring what somebody has played most."""
        path = f"/lol/champion-mastery/v4/champion-masteries/by-puuid/{_part(puuid)}"
        why = f"This account does not play on {platform.words}."
        return self._read(platform.route, "mastery", path, tuple[Mastery, ...], why)

    def fetch_match_ids(
        self, platform: Platform, puuid: str, *, count: int = 20, start: int = 0
    ) -> tuple[str, ...]:
        """Bring the ids of somebody's matches, newest first; at most a hundred at once."""
        path = f"/lol/match/v5/matches/by-puuid/{_part(puuid)}/ids"
        params = {"start": start, "count": min(count, MOST_IDS)}
        why = "Riot has no matches of this account."
        return self._read(platform.region, "ids", path, tuple[str, ...], why, params=params)

    def fetch_match(self, match_id: str, *, just_ended: bool = False) -> MatchReply:
        """Bring one match; one that has just ended may not be there yet, and soon is."""
        why = f"Riot has no match {match_id}: check the id. Matches are kept for two years."
        absent_s = 0 if just_ended else 60 * MINUTE
        return self._body(match_id, "match", "", why, absent_s=absent_s)

    def fetch_timeline(self, match_id: str) -> MatchReply:
        """Bring what happened in a match minute by minute."""
        why = "Riot has no timeline of this match. Timelines are kept for a year."
        return self._body(match_id, "timeline", "/timeline", why)

    def fetch_live_game(self, platform: Platform, puuid: str) -> LiveGame:
        """Bring the game somebody is in; NotFound when in none, NotShown where we may not know."""
        path = f"/lol/spectator/v5/active-games/by-summoner/{_part(puuid)}"
        why = "This account is in no game."
        return self._read(platform.route, "live", path, LiveGame, why, absent_s=MINUTE // 2)

    def fetch_status(self, platform: Platform) -> PlatformStatus:
        """Bring what a platform says of itself."""
        path = "/lol/status/v4/platform-data"
        return self._read(platform.route, "status", path, PlatformStatus, "No such platform.")

    def _body(
        self, match_id: str, route: str, more: str, why: str, *, absent_s: int = 60 * MINUTE
    ) -> MatchReply:
        platform = platform_of_match(match_id)
        if platform is None:
            raise NotAsked(f"No match is called {match_id}.")
        path = f"/lol/match/v5/matches/{_part(match_id)}{more}"
        reply = self._ask(platform.region, route, path, why, absent_s=absent_s)
        return MatchReply(reply.body, reply.fetched_at, reply.url)

    def _read(  # noqa: PLR0913 - a question, its form, and what its absence means
        self,
        route: str,
        name: str,
        path: str,
        form: type[Typed],
        why: str,
        *,
        params: Mapping[str, str | int] | None = None,
        absent_s: int = MINUTE,
    ) -> Typed:
        reply = self._ask(route, name, path, why, params=params, absent_s=absent_s)
        try:
            return msgspec.json.decode(reply.body, type=form)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            raise reply.drifted(f"{LABEL} sent something in a new form.") from None

    def _ask(  # noqa: PLR0913 - a question, and what its absence means
        self,
        route: str,
        name: str,
        path: str,
        why: str,
        *,
        absent_s: int,
        params: Mapping[str, str | int] | None = None,
    ) -> Reply:
        """Ask, unless it was not there a moment ago; a refused key is told apart."""
        if self.absent.knows(route, path):
            raise NotAsked(why)
        client = self.open_route(route)
        try:
            return client.get(path, route=ROUTES[name], params=params, cached=False)
        except NotFound:
            self.absent.remember(route, path, absent_s)
            raise NotFound(why) from None
        except Forbidden:
            raise (NotShown if name == "live" else KeyRefused) from None


def open_riot(*, patient: bool = False) -> RiotUpstream:
    """Open the servers the settings name; needs the app's context. Raises KeyRefused without a key.

    `patient` work leaves a part of the long windows to those who wait.
    """
    settings = current_settings()
    if not settings.riot_api_key:
        raise no_key()
    valkey = shared_valkey()
    limiter = FixedLimiter(valkey)

    def open_route(route: str) -> HttpClient:
        upstream = Upstream(
            name=f"riot-{route}",
            label=LABEL,
            base_url=settings.riot_api_url.replace("{route}", route),
            secret_headers={"X-Riot-Token": settings.riot_api_key},
        )
        budget = RiotBudget(limiter, route, patient=patient)
        return open_client(upstream, budget=budget, tries=TRIES)

    return RiotUpstream(open_route, Absent(valkey))


def _part(text: str) -> str:
    """Write one part of a path."""
    return quote(text, safe="")
