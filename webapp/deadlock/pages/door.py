"""What the house asks of this room: what a text means here, whether a file is ours, how fresh."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import func, select

from webapp.core.db import db, utc_now
from webapp.core.models import UpstreamReply
from webapp.deadlock.domain.demos.header import OURS
from webapp.deadlock.pages.index import result_said
from webapp.deadlock.store import matches, players
from webapp.matchplay.demo_file import demo_kind, game_folder, unpacked_head

UPSTREAM = "deadlock"
OWN_WORD = b'"match_info"'
BEFORE_JSON = b"\xef\xbb\xbf \t\r\n"
SHOWN = 4096
LATELY = timedelta(minutes=15)
State = Literal["ok", "warn", "bad", "idle"]


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
    """Say what a number means here; None for what this room cannot open."""
    if kind == "match" and key.isdecimal():
        return _match(int(key))
    if kind == "player" and key.isdecimal():
        return _player(int(key))
    return None


def reads_file(filename: str, head: bytes) -> Literal["yes", "maybe", ""]:
    """Say whether a file looks like match metadata or a demo: JSON, or as the game serves it."""
    begins = unpacked_head(head)
    if demo_kind(begins) == "source2":
        return {OURS: "yes", "": "maybe"}.get(game_folder(begins), "")  # type: ignore[return-value]
    if OWN_WORD in head[:SHOWN] or filename.endswith((".meta", ".meta.bz2")):
        return "yes"
    packed = demo_kind(head) in {"source1", "bzip2", "zstandard"}
    return "maybe" if packed or head.lstrip(BEFORE_JSON).startswith(b"{") else ""


def freshness() -> Freshness:
    """Say when the newest match came, and whether deadlock-api answers."""
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
    if not 0 < match_id < 2**63:
        return None
    row = matches.load_row(match_id)
    url = f"/deadlock/matches/{match_id}"
    if row:
        return Found(url, result_said(row), "ok", "already analysed")
    return Found(url, "Not analysed here yet.", "idle", "look up")


def _player(account_id: int) -> Found | None:
    if not 0 < account_id < 2**32:
        return None
    account = players.load_account(account_id)
    url = f"/deadlock/players/{account_id}"
    if account and account.history_fetched_at:
        return Found(url, account.persona_name or "A known account.", "ok", "history kept here")
    return Found(url, "Match history by Steam account.", "idle", "look up")
