"""Somebody's matches, and one match as Riot told it."""

from __future__ import annotations

from typing import Final

import msgspec

from webapp.core.objects import ObjectMissing
from webapp.lol.domain.wire.match import Info
from webapp.lol.models import LolAccount
from webapp.lol.store import games, matches

MOST: Final = 100
NULL: Final = msgspec.Raw(b"null")


class MatchLineBody(msgspec.Struct):
    """A match of somebody."""

    id: str
    game_id: str


class _Parts(msgspec.Struct):
    metadata: msgspec.Raw = NULL
    info: msgspec.Raw = NULL


def match_bodies(account: LolAccount) -> list[MatchLineBody]:
    """Tell the newest matches of an account that are kept here."""
    played = games.load_games(account.id, limit=MOST)
    return [MatchLineBody(one.match_id, one.match_id) for one in played]


def match_body(match_id: str) -> bytes | None:
    """Give a match as Riot told it: `{metadata, info}`; None for one that is not kept."""
    row = matches.load_row(match_id)
    try:
        return _in_parts(matches.load_raw(row), row.match_id) if row else None
    except ObjectMissing:
        return None


def _in_parts(body: bytes, match_id: str) -> bytes:
    """Put a pro game's body, which is all `info` and names no match, in the form of every other."""
    parts = msgspec.json.decode(body, type=_Parts)
    if NULL not in (parts.metadata, parts.info):
        return body
    info = msgspec.Raw(body) if parts.info == NULL else parts.info
    seats = msgspec.json.decode(info, type=Info).participants or ()
    people = [(one.puuid if one else None) or "" for one in seats]
    metadata = {"dataVersion": "", "matchId": match_id, "participants": people}
    return msgspec.json.encode({"metadata": metadata, "info": info})
