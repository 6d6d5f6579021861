"""The questions we put to OpenDota, and what its refusals mean for a player."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from webapp.core.http import HttpClient, Reply, Route, Upstream, open_client, shared_valkey
from webapp.core.rate_limit import Limiter
from webapp.core.settings import current_settings
from webapp.core.upstream_errors import NotFound
from webapp.dota2.upstream.budget import PARSE, OpenDotaBudget
from webapp.dota2.upstream.reading import MOST_ACCOUNT, TROUBLE, numbered, read
from webapp.dota2.upstream.replies import (
    HeroRecord,
    Id,
    MatchReply,
    ParseAsked,
    ParseJob,
    Peer,
    PlayedMatch,
    Profile,
)

NAME: Final = "opendota"
LABEL: Final = "OpenDota"
MIB: Final = 1024 * 1024
MATCH: Final = Route("/api/matches/{match_id}", "calls", max_inflated_bytes=24 * MIB)
REQUEST: Final = Route("/api/request/{match_id}", PARSE, max_bytes=64 * 1024, aside="parse")
JOB: Final = Route("/api/request/{job_id}", "calls", max_bytes=64 * 1024, aside="parse")
PLAYER: Final = Route("/api/players/{account_id}", "calls", max_bytes=MIB, aside="profile")
HISTORY: Final = Route(
    "/api/players/{account_id}/matches", "calls", max_inflated_bytes=48 * MIB, aside="history"
)
CONSTANTS: Final = Route(
    "/api/constants/{resource}", "calls", max_inflated_bytes=16 * MIB, aside="constants"
)
LEAGUE: Final = Route(
    "/api/leagues/{league_id}/matchIds", "calls", max_bytes=4 * MIB, aside="league"
)
ALWAYS_TOLD: Final = {"match_id", "player_slot", "radiant_win"}

FORMS: Final[dict[str, tuple[type, ...]]] = {
    "opendota.profile": (Profile,),
    "opendota.history": (tuple[PlayedMatch, ...], tuple[HeroRecord, ...], tuple[Peer, ...]),
    "opendota.league": (tuple[int, ...],),
    "opendota.parse": (ParseAsked,),
}
"""What answers are expected to be, by the kind one of another form is kept aside as."""


@dataclass(frozen=True, slots=True)
class OpenDota:
    """OpenDota, as one installation may ask it."""

    client: HttpClient

    def fetch_match(self, match_id: int) -> MatchReply:
        """Bring one match as OpenDota has it, its replay read or not."""
        path = f"/api/matches/{numbered(match_id)}"
        try:
            reply = self._get(path, MATCH)
        except NotFound:
            raise NotFound(f"OpenDota does not know match {match_id}.") from None
        try:
            found = msgspec.json.decode(reply.body, type=dict[str, msgspec.Raw])
        except TROUBLE:
            raise reply.drifted(f"{LABEL} sent a match that cannot be read.") from None
        if "players" not in found:
            raise reply.drifted(f"{LABEL} sent a match without its players.")
        return MatchReply(reply.body, reply.fetched_at, reply.url)

    def ask_for_parse(self, match_id: int) -> ParseJob:
        """Ask for a replay to be read: costs ten calls of the day."""
        path = f"/api/request/{numbered(match_id)}"
        try:
            reply = self.client.post(path, b"{}", route=REQUEST)
        except NotFound:
            raise NotFound(f"OpenDota does not know match {match_id}.") from None
        return read(reply, ParseAsked, LABEL).job

    def is_pending(self, job_id: int) -> bool:
        """Say whether a request is still under way."""
        reply = self._get(f"/api/request/{numbered(job_id)}", JOB)
        return read(reply, dict[str, msgspec.Raw] | None, LABEL) is not None  # type: ignore[arg-type]

    def fetch_profile(self, account_id: int) -> Profile:
        """Bring who an account is, and its rank."""
        path = f"/api/players/{_account(account_id)}"
        try:
            reply = self._get(path, PLAYER)
        except NotFound:
            raise NotFound("OpenDota knows no such player.") from None
        return read(reply, Profile, LABEL)

    def fetch_history(self, account_id: int, limit: int) -> tuple[PlayedMatch, ...]:
        """Bring a player's newest matches, every mode counted."""
        # Fields that are named take the place of the usual ones, so all are.
        named = [one for one in PlayedMatch.__struct_fields__ if one not in ALWAYS_TOLD]
        params: dict[str, int | list[str]] = {"limit": limit, "significant": 0, "project": named}
        path = f"/api/players/{_account(account_id)}/matches"
        return read(self._get(path, HISTORY, params), tuple[PlayedMatch, ...], LABEL)

    def fetch_recent(self, account_id: int) -> tuple[PlayedMatch, ...]:
        """Bring a player's twenty newest matches with gold, experience and damage."""
        path = f"/api/players/{_account(account_id)}/recentMatches"
        return read(self._get(path, HISTORY), tuple[PlayedMatch, ...], LABEL)

    def fetch_heroes(self, account_id: int) -> tuple[HeroRecord, ...]:
        """Bring a player's games and wins as each hero."""
        path = f"/api/players/{_account(account_id)}/heroes"
        params = {"significant": 0}
        return read(self._get(path, HISTORY, params), tuple[HeroRecord, ...], LABEL)

    def fetch_peers(self, account_id: int) -> tuple[Peer, ...]:
        """Bring whom a player met most often."""
        path = f"/api/players/{_account(account_id)}/peers"
        return read(self._get(path, HISTORY, {"significant": 0}), tuple[Peer, ...], LABEL)

    def fetch_constants(self, resource: str) -> bytes:
        """Bring one set of names and numbers of the game, as it came."""
        reply = self.client.get(f"/api/constants/{resource}", route=CONSTANTS)
        return bytes(read(reply, msgspec.Raw, LABEL))

    def fetch_league_ids(self, league_id: int) -> tuple[int, ...]:
        """Bring the ids of a league's matches, amateur leagues too."""
        path = f"/api/leagues/{numbered(league_id, MOST_ACCOUNT)}/matchIds"
        return read(self._get(path, LEAGUE), tuple[Id, ...], LABEL)

    def _get(
        self,
        path: str,
        route: Route,
        params: Mapping[str, int | str | Sequence[str]] | None = None,
    ) -> Reply:
        """Ask for something our own store keeps, so that it is not kept twice."""
        return self.client.get(path, route=route, params=params, cached=False)


def open_opendota() -> OpenDota:
    """Open OpenDota as the settings name it; needs the app's context."""
    settings = current_settings()
    key = settings.opendota_api_key
    upstream = Upstream(
        name=NAME,
        label=LABEL,
        base_url=settings.opendota_url,
        secret_headers={"Authorization": f"Bearer {key}"} if key else {},
    )
    budget = OpenDotaBudget(Limiter(shared_valkey()), keyed=bool(key))
    return OpenDota(open_client(upstream, budget=budget))


def _account(account_id: int) -> int:
    return numbered(account_id, MOST_ACCOUNT)
