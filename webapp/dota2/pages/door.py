"""What the house asks of this room: what a text means here, whether a file is ours, how fresh."""

from __future__ import annotations

from typing import Literal

from webapp.core.models import UpstreamReply
from webapp.dota2.domain.replays.header import OURS, OURS_OF_OLD
from webapp.dota2.domain.steam_ids import MOST_ACCOUNT
from webapp.dota2.pages.index import result_said
from webapp.dota2.store import accounts, matches
from webapp.matchplay.demo_file import demo_kind, game_folder, unpacked_head
from webapp.matchroom.door import Found, Freshness, freshness_of, match_found

UPSTREAM = "opendota"
MOST_ID = 2**63 - 1
FIELDS = (b'"radiant_win"', b'"player_slot"', b'"barracks_status', b'"tower_status')
Reads = Literal["yes", "maybe", ""]


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
    return freshness_of(matches.newest_fetch(), UpstreamReply.upstream == UPSTREAM)


def _match(match_id: int) -> Found | None:
    if not 0 < match_id <= MOST_ID:
        return None
    row = matches.load_row(match_id)
    url = f"/dota2/matches/{match_id}"
    return match_found(url, result_said(row) if row else None)


def _player(account_id: int) -> Found | None:
    if not 0 < account_id <= MOST_ACCOUNT:
        return None
    account = accounts.load_account(account_id)
    url = f"/dota2/players/{account_id}"
    if account and account.history_fetched_at:
        name = account.pro_name or account.persona_name
        return Found(url, name or "A known account.", "ok", "history kept here")
    return Found(url, "Match history by Steam account.", "idle", "look up")
