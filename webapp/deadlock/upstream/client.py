"""The questions we put to the archive, and what its refusals mean for a player."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeVar

import msgspec

from webapp.core.db import utc_now
from webapp.core.http import HttpClient, Reply, Upstream, open_client
from webapp.core.settings import current_settings
from webapp.core.upstream_errors import (
    Drifted,
    Forbidden,
    NotFound,
    Rejected,
    ServerFailed,
    Throttled,
    Unavailable,
)
from webapp.deadlock.upstream.replies import (
    AssetsReply,
    HistoryEntry,
    MatchHistory,
    MetadataReply,
    Salts,
    SteamProfile,
)
from webapp.deadlock.upstream.routes import ASSETS, routes
from webapp.deadlock.upstream.sniffing import packing_of

LABEL = "The Deadlock match archive"
NOT_YET = timedelta(minutes=5)
NOT_FETCHED = 503  # a fault of a stored match's JSON is a 500, and leaves its raw file
MOST_PROFILES = 100
MOST_ID = 2**63 - 1
MOST_ACCOUNT = 2**32 - 1
Typed = TypeVar("Typed")


class DeadlockUpstream:
    """The Deadlock match archive, as one installation may ask it."""

    def __init__(self, client: HttpClient, *, keyed: bool = False) -> None:
        self._client = client
        self._routes = routes(keyed=keyed, public=not client.upstream.is_loopback)

    def fetch_metadata(self, match_id: int) -> MetadataReply:
        """Bring one match: as stored JSON, else as stored raw, else fetched from the game.

        Only the last may use up the few calls an hour that reach the game's servers.
        """
        path = f"/v1/matches/{_id(match_id, MOST_ID)}/metadata"
        try:
            return self._stored_metadata(path) or self._metadata_from_game(match_id, path)
        except Forbidden:
            raise Forbidden(f"Match {match_id} is protected by one of its players.") from None

    def fetch_salts(self, match_id: int) -> Salts | None:
        """Bring what finds a match's files; None when the archive keeps none for it."""
        path = f"/v1/matches/{_id(match_id, MOST_ID)}/salts"
        try:
            reply = self._client.get(path, route=self._routes["salts"])
        except Rejected as error:
            if "metadata already" in error.said:
                return None
            raise
        except ServerFailed as error:
            later = max(utc_now() + NOT_YET, error.retry_at or utc_now())
            raise Unavailable(f"The files of match {match_id} are not known yet.", later) from None
        return _read(reply, Salts)

    def fetch_match_history(self, account_id: int, *, refetch: bool = False) -> MatchHistory:
        """Bring a player's matches, asked for anew; `refetch` has the game itself asked.

        That once an hour at most.
        """
        path = f"/v1/players/{_id(account_id, MOST_ACCOUNT)}/match-history"
        params = {"force_refetch": "true"} if refetch else None
        route = self._routes["history_from_game" if refetch else "history"]
        try:
            reply = self._client.get(path, route=route, params=params, cached=False)
        except NotFound:
            raise NotFound("The archive knows no such player.") from None
        except Forbidden:
            raise Forbidden("This player keeps their matches private.") from None
        entries = _read(reply, tuple[HistoryEntry, ...])
        newest_first = sorted(entries, key=lambda entry: entry.start_time, reverse=True)
        return MatchHistory(tuple(newest_first), reply.fetched_at)

    def fetch_profiles(self, account_ids: Sequence[int]) -> tuple[SteamProfile, ...]:
        """Bring names and pictures of up to any number of players, those that are known."""
        wanted = sorted({_id(account_id, MOST_ACCOUNT) for account_id in account_ids})
        found: list[SteamProfile] = []
        for start in range(0, len(wanted), MOST_PROFILES):
            ids = ",".join(map(str, wanted[start : start + MOST_PROFILES]))
            try:
                reply = self._ask("profiles", "/v1/players/steam", {"account_ids": ids})
            except NotFound:
                continue
            found += _read(reply, list[SteamProfile])
        return tuple(found)

    def fetch_assets(self, name: str) -> AssetsReply:
        """Bring one list of the game: heroes, items, map, ranks or accolades."""
        if name not in ASSETS:
            raise ValueError(f"there are no {name!r} among the game's lists")
        reply = self._client.get(f"/v1/assets/{name}", route=self._routes["assets"])
        _read(reply, msgspec.Raw)
        return AssetsReply(name, reply.body, reply.fetched_at, reply.url)

    def fetch_analytics(self, name: str, asked: dict[str, str] | None = None) -> bytes:
        """Bring one of the archive's statistics of the last 30 days, as it came."""
        route = self._routes["analytics"]
        reply = self._client.get(f"/v1/analytics/{name}", route=route, params=asked)
        return bytes(_read(reply, msgspec.Raw))

    def fetch_builds(self, asked: dict[str, str]) -> bytes:
        """Bring the published builds that fit, as the archive lists them."""
        reply = self._ask("builds", "/v1/builds", asked)
        _read(reply, list[msgspec.Raw])
        return reply.body

    def fetch_image(self, url: str) -> bytes:
        """Bring one picture from a host the settings allow; at most 2 MB."""
        return self._client.get_url(url, route=self._routes["image"], cached=False).body

    def _stored_metadata(self, path: str) -> MetadataReply | None:
        """Give a match the archive already has; a fault in its JSON leaves the raw file."""
        asked = {"disable_steam": "true"}
        try:
            return _json_match(self._ask("metadata", path, asked))
        except NotFound:
            return None
        except (ServerFailed, Drifted) as error:
            if isinstance(error, ServerFailed) and error.status == NOT_FETCHED:
                return None
            first = error
        try:
            raw = self._ask("raw", f"{path}/raw", asked)
        except (NotFound, ServerFailed, Drifted):
            if isinstance(first, Drifted):
                raise first from None
            return None
        return MetadataReply(raw.body, "protobuf", packing_of(raw.body), raw.fetched_at, raw.url)

    def _metadata_from_game(self, match_id: int, path: str) -> MetadataReply:
        """Have the archive ask the game, and tell a wrong number from one not saved yet."""
        try:
            return _json_match(self._ask("metadata_from_game", path))
        except NotFound:
            raise NotFound(f"Nobody knows a match {match_id}: check the number.") from None
        except ServerFailed as error:
            later = max(utc_now() + NOT_YET, error.retry_at or utc_now())
            raise Unavailable(f"Match {match_id} has not been saved yet.", later) from None
        except Throttled as error:
            why = f"Match {match_id} is not saved yet, and few unsaved ones may be asked for."
            raise Unavailable(why, error.retry_at) from None

    def _ask(self, route: str, path: str, params: dict[str, str] | None = None) -> Reply:
        """Ask for something our own store keeps, so that it is not kept twice."""
        return self._client.get(path, route=self._routes[route], params=params, cached=False)


def open_deadlock() -> DeadlockUpstream:
    """Open the archive the settings name; needs the app's context."""
    settings = current_settings()
    key = settings.deadlock_api_key
    upstream = Upstream(
        name="deadlock",
        label=LABEL,
        base_url=settings.deadlock_api_url,
        hosts=frozenset(settings.deadlock_image_hosts),
        secret_headers={"X-API-Key": key} if key else {},
    )
    return DeadlockUpstream(open_client(upstream), keyed=bool(key))


def _json_match(reply: Reply) -> MetadataReply:
    """Take an answer for a match only if it is whole JSON holding one."""
    try:
        found = msgspec.json.decode(reply.body, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        raise reply.drifted(f"{LABEL} sent a match that cannot be read.") from None
    if "match_info" not in found:
        raise reply.drifted(f"{LABEL} sent a match without its contents.")
    return MetadataReply(reply.body, "json", "none", reply.fetched_at, reply.url)


def _read(reply: Reply, form: type[Typed]) -> Typed:
    try:
        return msgspec.json.decode(reply.body, type=form, strict=False)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        raise reply.drifted(f"{LABEL} sent something in a new form.") from None


def _id(number: int, most: int) -> int:
    if not 0 < number <= most:
        raise NotFound("There is no such number.")
    return number
