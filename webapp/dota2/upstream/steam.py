"""The questions we put to the Steam Web API, and which of its refusals are final.

GetMatchDetails has been broken since 2024 and is never asked. The sequence of all matches is the
one source of details: one call in five seconds, for all processes together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import msgspec

from webapp.core.db import utc_now
from webapp.core.http import HttpClient, Reply, Route, Upstream, open_client
from webapp.core.rate_limit import Window
from webapp.core.settings import current_settings
from webapp.core.upstream_errors import Forbidden, NotFound, Rejected, Unavailable
from webapp.dota2.upstream.reading import MOST_ACCOUNT, TROUBLE, Typed, numbered, read
from webapp.dota2.upstream.replies import LeaguePage, MatchReply, SteamProfile

NAME: Final = "steam"
LABEL: Final = "The Steam Web API"
NO_KEY: Final = (
    "Steam names and leagues need a Steam Web API key, and this installation has none. "
    "A profile’s number still works."
)
BAD_KEY: Final = "Steam does not accept this installation’s key. An admin can set a new one."
HIDDEN: Final = "Steam does not show this to us."
PRIVATE: Final = 15
GOOD: Final = 1
ERROR_RETRIED: Final = timedelta(seconds=30)
MIB: Final = 1024 * 1024
PAGE: Final = 100
FINAL_ERRORS: Final = frozenset(
    {
        "Match ID not found",
        "No Match ID specified",
        "Practice matches are not available via GetMatchDetails",
        "Error retrieving match data.",
    }
)
DOTA: Final = "/IDOTA2Match_570"
HISTORY: Final = Route(f"{DOTA}/GetMatchHistory/v1", "history", (Window(1, 1.0),), aside="league")
SEQUENCE: Final = Route(
    f"{DOTA}/GetMatchHistoryBySequenceNum/v1",
    "sequence",
    (Window(1, 5.0),),
    max_inflated_bytes=16 * MIB,
)
USERS: Final = Route("/ISteamUser", "users", (Window(5, 1.0),), max_bytes=MIB, aside="profiles")


class Vanity(msgspec.Struct, frozen=True):
    """Whose a name is; `success` 42 is nobody's."""

    success: int = 0
    steamid: str | None = None


class _Named(msgspec.Struct, frozen=True):
    response: Vanity = Vanity()


class _Profiles(msgspec.Struct, frozen=True):
    players: list[SteamProfile] = []


class _Summaries(msgspec.Struct, frozen=True):
    response: _Profiles = _Profiles()


class _Listed(msgspec.Struct, frozen=True):
    result: LeaguePage


class _Outer(msgspec.Struct, frozen=True):
    result: msgspec.Raw = msgspec.Raw(b"{}")


class _Standing(msgspec.Struct, frozen=True):
    """What every answer says of itself, beside what was asked for."""

    status: int | None = None
    statusDetail: str | None = None  # noqa: N815 - the wire's word
    error: str | None = None


class _Sequence(msgspec.Struct, frozen=True):
    matches: list[msgspec.Raw] = []


class _Numbered(msgspec.Struct, frozen=True):
    match_id: int | None = None


FORMS: Final[dict[str, tuple[type, ...]]] = {
    "steam.league": (_Listed,),
    "steam.profiles": (_Named, _Summaries),
}
"""What answers are expected to be, by the kind one of another form is kept aside as."""


@dataclass(frozen=True, slots=True)
class Steam:
    """The Steam Web API, as one installation may ask it."""

    client: HttpClient
    keyed: bool

    def fetch_league_page(self, league_id: int, start_at: int | None = None) -> LeaguePage:
        """Bring up to a hundred matches of a league, those numbered at or below `start_at`."""
        more = {} if start_at is None else {"start_at_match_id": numbered(start_at)}
        asked = {"league_id": numbered(league_id, MOST_ACCOUNT), **more}
        params = {**asked, "matches_requested": PAGE}
        return _result(self._get(HISTORY.template, HISTORY, params), LeaguePage)

    def fetch_by_sequence(self, sequence: int, match_id: int) -> MatchReply:
        """Bring one match by its place in the order of all matches."""
        params = {"start_at_match_seq_num": numbered(sequence), "matches_requested": 1}
        reply = self._get(SEQUENCE.template, SEQUENCE, params)
        for raw in _result(reply, _Sequence).matches:
            body = bytes(raw)
            if _part(body, _Numbered, reply).match_id == match_id:
                return MatchReply(body, reply.fetched_at, reply.url)
        raise NotFound(f"Steam has another match in the place of match {match_id}.")

    def resolve_name(self, name: str) -> int:
        """Give the account number a custom profile address belongs to."""
        path = "/ISteamUser/ResolveVanityURL/v1"
        found = read(self._get(path, USERS, {"vanityurl": name}), _Named, LABEL).response
        steam_id = found.steamid or ""
        if found.success != GOOD or not steam_id.isdecimal():
            raise NotFound(f"Steam knows no profile called “{name}”.")
        return int(steam_id)

    def fetch_profiles(self, steam_ids: Sequence[int]) -> tuple[SteamProfile, ...]:
        """Bring the names of up to a hundred profiles, in no order; unknown ones are left out."""
        asked = {"steamids": ",".join(map(str, steam_ids[:PAGE]))}
        reply = self._get("/ISteamUser/GetPlayerSummaries/v2", USERS, asked)
        return tuple(read(reply, _Summaries, LABEL).response.players)

    def _get(self, path: str, route: Route, params: dict[str, int] | dict[str, str]) -> Reply:
        if not self.keyed:
            raise Forbidden(NO_KEY)
        try:
            return self.client.get(path, route=route, params={**params}, cached=False)
        except Forbidden:
            raise Forbidden(BAD_KEY) from None


def open_steam() -> Steam:
    """Open the Steam Web API as the settings name it; needs the app's context."""
    settings = current_settings()
    key = settings.steam_api_key
    upstream = Upstream(
        name=NAME,
        label=LABEL,
        base_url=settings.steam_api_url,
        secret_headers={"x-webapi-key": key} if key else {},
    )
    return Steam(open_client(upstream), keyed=bool(key))


def _result(reply: Reply, form: type[Typed]) -> Typed:
    """Take the inner part of an answer, once it says of itself that it is good."""
    inner = bytes(read(reply, _Outer, LABEL).result)
    _check(_Standing() if inner == b"null" else _part(inner, _Standing, reply))
    return _part(inner, form, reply)


def _part(body: bytes, form: type[Typed], reply: Reply) -> Typed:
    try:
        return msgspec.json.decode(body, type=form, strict=False)
    except TROUBLE:
        raise reply.drifted(f"{LABEL} sent something in a new form.") from None


def _check(said: _Standing) -> None:
    """Raise what an answer hides; one that says nothing at all is a passing fault of Steam's."""
    words = (said.error or said.statusDetail or "")[:200]
    if said.error is None and said.status == GOOD:
        return
    if said.status == PRIVATE:
        raise Forbidden(HIDDEN)
    if words in FINAL_ERRORS:
        raise Rejected(f"{LABEL} said: {words}", words)
    raise _later()


def _later() -> Unavailable:
    return Unavailable("Steam has no answer at the moment.", utc_now() + ERROR_RETRIED)
