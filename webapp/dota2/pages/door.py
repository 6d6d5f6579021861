"""What the house asks of this room: what a text means here, whether a file is ours, how fresh."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import func, select

from webapp.core.db import db, utc_now
from webapp.core.models import UpstreamReply
from webapp.dota2.domain.replays.header import OURS, OURS_OF_OLD
from webapp.dota2.domain.steam_ids import MOST_ACCOUNT
from webapp.dota2.pages.index import result_said
from webapp.dota2.store import accounts, matches
from webapp.matchplay.demo_file import demo_kind, game_folder, unpacked_head

UPSTREAM = "opendota"
LATELY = timedelta(minutes=15)
MOST_ID = 2**63 - 1
FIELDS = (b'"radiant_win"', b'"player_slot"', b'"barracks_status', b'"tower_status')
State = Literal["ok", "warn", "bad", "idle"]
Reads = Literal["yes", "maybe", ""]


@dataclass(frozen=True, slots=True)
class Found:
    """Something recognised: where it opens and how far it is."""

    url: str
    said: str
    state: State
    state_text: str


@dataclass(frozen=True, slots=True)
class Freshness:
    """How the room's data is doing."""

    newest_at: datetime | None
    state: State
    text: str


def recognise(kind: str, key: str) -> Found | None:
    """Say what a number or a name means here; None for what this room cannot open."""
    if kind == "match" and key.isascii() and key.isdecimal():
        return _match(int(key))
    if kind == "player" and key.isascii() and key.isdecimal():
        return _player(int(key))
    if kind == "vanity":
        return Found(f"/dota2/names/{key}", "A Steam profile’s own name.", "idle", "look up")
    return None


def reads_file(filename: str, head: bytes) -> Reads:
    """Say whether a file looks like a replay, or a match saved from OpenDota or Steam."""
    del filename
    recorded = _recorded(head)
    if recorded is not None:
        return recorded
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith(b"{"):
        return ""
    return "yes" if any(field in head for field in FIELDS) else "maybe"


def _recorded(head: bytes) -> Reads | None:
    """Say whether a recording is of this game; None for what is no recording at all."""
    begins = unpacked_head(head)
    kind = demo_kind(begins)
    if kind == "source2":
        return {OURS: "yes", "": "maybe"}.get(game_folder(begins), "")  # type: ignore[return-value]
    if kind == "source1":
        return "yes" if begins.startswith(OURS_OF_OLD) else "maybe"
    return "maybe" if demo_kind(head) in {"bzip2", "zstandard"} else None


def freshness() -> Freshness:
    """Say when the newest match came, and whether OpenDota answers."""
    newest = matches.newest_fetch()
    bad, asked = db.session.execute(
        select(
            func.count().filter(UpstreamReply.outcome.in_(("unavailable", "failed", "drifted"))),
            func.count(),
        ).where(UpstreamReply.upstream == UPSTREAM, UpstreamReply.at > utc_now() - LATELY)
    ).one()
    if not asked:
        return Freshness(newest, "idle", "not asked lately")
    if bad * 2 > asked:
        return Freshness(newest, "warn", f"{bad} of the last {asked} calls failed")
    return Freshness(newest, "ok", "working")


def _match(match_id: int) -> Found | None:
    if not 0 < match_id <= MOST_ID:
        return None
    row = matches.load_row(match_id)
    url = f"/dota2/matches/{match_id}"
    if row:
        return Found(url, result_said(row), "ok", "already analysed")
    return Found(url, "Not analysed here yet.", "idle", "look up")


def _player(account_id: int) -> Found | None:
    if not 0 < account_id <= MOST_ACCOUNT:
        return None
    account = accounts.load_account(account_id)
    url = f"/dota2/players/{account_id}"
    if account and account.history_fetched_at:
        name = account.pro_name or account.persona_name
        return Found(url, name or "A known account.", "ok", "history kept here")
    return Found(url, "Match history by Steam account.", "idle", "look up")
