"""What the house asks of this room: what a text means here, whether a file is ours, how fresh."""

from __future__ import annotations

from typing import Literal

from webapp.core.models import UpstreamReply
from webapp.deadlock.domain.demos.header import OURS
from webapp.deadlock.pages.index import result_said
from webapp.deadlock.store import matches, players
from webapp.matchplay.demo_file import demo_kind, game_folder, unpacked_head
from webapp.matchroom.door import Found, Freshness, freshness_of, match_found

UPSTREAM = "deadlock"
OWN_WORD = b'"match_info"'
BEFORE_JSON = b"\xef\xbb\xbf \t\r\n"
SHOWN = 4096


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
    return freshness_of(matches.newest_fetch(), UpstreamReply.upstream == UPSTREAM)


def _match(match_id: int) -> Found | None:
    if not 0 < match_id < 2**63:
        return None
    row = matches.load_row(match_id)
    url = f"/deadlock/matches/{match_id}"
    return match_found(url, result_said(row) if row else None)


def _player(account_id: int) -> Found | None:
    if not 0 < account_id < 2**32:
        return None
    account = players.load_account(account_id)
    url = f"/deadlock/players/{account_id}"
    if account and account.history_fetched_at:
        return Found(url, account.persona_name or "A known account.", "ok", "history kept here")
    return Found(url, "Match history by Steam account.", "idle", "look up")
