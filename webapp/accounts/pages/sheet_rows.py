"""What a row of one's own tables is made of when it is written as CSV, where a page's is no row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.accounts.pages.following import ThingLine
from webapp.accounts.pages.notifications import ChannelLine
from webapp.accounts.pages.tokens import TokenLine


@dataclass(frozen=True, slots=True)
class TokenRow:
    """One token; of its secret the last letters alone, by which its owner knows it again."""

    id: int
    name: str
    ends_in: str
    may: str
    made_at: datetime
    used_at: datetime | None
    ends_at: datetime
    over: bool


@dataclass(frozen=True, slots=True)
class HookRow:
    """One webhook, never its secret; its last message, where there was one."""

    id: int
    address: str
    told_of: str
    off_at: datetime | None
    off_why: str
    last_state: str
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class ThingRow:
    """One followed player or match, with the newest match of a player."""

    id: int
    room: str
    kind: str
    title: str
    url: str
    newest: str
    newest_url: str
    newest_said: str
    newest_played_at: datetime | None


def token_row(line: TokenLine) -> TokenRow:
    """Make a row of a token."""
    may = ", ".join(line.scopes)
    times = (line.made_at, line.used_at, line.ends_at)
    return TokenRow(line.id, line.name, line.tail, may, *times, line.over)


def hook_row(line: ChannelLine) -> HookRow:
    """Make a row of a webhook."""
    told_of = ", ".join(line.events)
    off, last = (line.off_at, line.off_why), (line.last_state, line.last_at)
    return HookRow(line.id, line.shown, told_of, *off, *last)


def thing_row(line: ThingLine) -> ThingRow:
    """Make a row of a followed thing."""
    said = (line.id, line.room, line.kind, line.title, line.url)
    if not line.newest:
        return ThingRow(*said, "", "", "", None)
    last = line.newest[0]
    return ThingRow(*said, last.title, last.url, last.said, last.played_at)
