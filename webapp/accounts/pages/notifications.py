"""What somebody was told, and where else they want to be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.accounts.domain.events import EVENTS, WORDS, Event
from webapp.accounts.models import Channel, Notice
from webapp.accounts.store import channels, deliveries, notices
from webapp.core.settings import current_settings

SHOWN: Final = 30
MANY: Final = 99


@dataclass(frozen=True, slots=True)
class BellPage:
    """How much somebody has not read; nothing for somebody signed out."""

    signed_in: bool
    unread: int

    @property
    def said(self) -> str:
        """The number as the corner shows it."""
        return f"{MANY}+" if self.unread > MANY else str(self.unread)


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One thing told."""

    id: int
    event: str
    words: str
    title: str
    said: str
    url: str
    at: datetime
    unread: bool


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """One channel; `shown` never tells its secret part."""

    id: int
    kind: str
    shown: str
    events: tuple[str, ...]
    waiting: bool
    off_at: datetime | None
    off_why: str
    last_state: str
    last_at: datetime | None
    last_said: str


@dataclass(frozen=True, slots=True)
class NotificationsPage:
    """What somebody was told, newest first, and their channels."""

    unread: int
    notices: tuple[NoticeLine, ...]
    older_url: str
    events: tuple[Event, ...]
    bell: tuple[str, ...]
    discord: tuple[ChannelLine, ...]
    mail: tuple[ChannelLine, ...]
    mail_possible: bool
    wrong: str


@dataclass(frozen=True, slots=True)
class ProofPage:
    """A mailed link: the address it opens, or that it opens none."""

    shown: str
    proof: str


def bell_page(account_id: int | None) -> BellPage:
    """Say how much somebody has not read."""
    if account_id is None:
        return BellPage(signed_in=False, unread=0)
    return BellPage(signed_in=True, unread=notices.count_unread(account_id))


def notifications_page(
    account_id: int, *, before: int | None = None, wrong: str = ""
) -> NotificationsPage:
    """Give what somebody was told, from a place in the list, and their channels."""
    found = notice_lines(account_id, before=before, limit=SHOWN + 1)
    told, more = found[:SHOWN], len(found) > SHOWN
    mine = channels.load_channels(account_id, "discord", "email")
    return NotificationsPage(
        unread=notices.count_unread(account_id),
        notices=told,
        older_url=f"/account/notifications?before={told[-1].id}" if more else "",
        events=EVENTS,
        bell=tuple(channels.bell_events(account_id)),
        discord=tuple(channel_line(one) for one in mine if one.kind == "discord"),
        mail=tuple(channel_line(one) for one in mine if one.kind == "email"),
        mail_possible=bool(current_settings().smtp_url),
        wrong=wrong,
    )


def notice_lines(
    account_id: int, *, before: int | None = None, limit: int
) -> tuple[NoticeLine, ...]:
    """Give what somebody was told, newest first, from a place in the list."""
    found = notices.load_notices(account_id, before=before, limit=limit)
    return tuple(_notice(one) for one in found)


def proof_page(proof: str) -> ProofPage:
    """Say which address a mailed link opens; nothing is opened by looking."""
    channel = channels.channel_to_prove(proof)
    return ProofPage(channel.shown if channel else "", proof)


def channel_line(channel: Channel) -> ChannelLine:
    """Give one channel as its owner sees it."""
    last = next(iter(deliveries.last_deliveries(channel.id, 1)), None)
    return ChannelLine(
        id=channel.id,
        kind=channel.kind,
        shown=channel.shown,
        events=tuple(channel.events),
        waiting=channel.proof_hash is not None,
        off_at=channel.off_at,
        off_why=channel.off_why,
        last_state=deliveries.states_of([last])[last.id] if last else "",
        last_at=(last.tried_at or last.created_at) if last else None,
        last_said=last.answer if last and channel.kind != "webhook" else "",
    )


def _notice(notice: Notice) -> NoticeLine:
    return NoticeLine(
        id=notice.id,
        event=notice.event,
        words=WORDS.get(notice.event, notice.event),
        title=notice.title,
        said=notice.said,
        url=notice.url,
        at=notice.at,
        unread=notice.read_at is None,
    )
