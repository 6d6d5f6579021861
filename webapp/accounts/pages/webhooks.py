"""Somebody's webhooks, and how the last messages to each went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.accounts.actions.channels import MadeWebhook
from webapp.accounts.domain.events import EVENTS, WORDS, Event
from webapp.accounts.domain.messages import TRIES
from webapp.accounts.models import Channel, Delivery
from webapp.accounts.pages.notifications import ChannelLine, channel_line
from webapp.accounts.store import channels, deliveries

SHOWN: Final = 25


@dataclass(frozen=True, slots=True)
class WebhooksPage:
    """All of somebody's webhooks; `made` is one whose secret is shown this once."""

    hooks: tuple[ChannelLine, ...]
    events: tuple[Event, ...]
    full: bool
    made: MadeWebhook | None
    wrong: str


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """One message: how often it was tried, and what the last try brought."""

    id: int
    message_id: str
    event: str
    words: str
    state: str
    attempt: int
    attempts: int
    status: int | None
    latency_ms: int | None
    answer: str
    created_at: datetime
    tried_at: datetime | None
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class WebhookPage:
    """One webhook with its last messages; `made` is a new secret, shown this once."""

    hook: ChannelLine
    events: tuple[Event, ...]
    deliveries: tuple[DeliveryLine, ...]
    waiting: int
    made: MadeWebhook | None


def webhooks_page(
    account_id: int, *, made: MadeWebhook | None = None, wrong: str = ""
) -> WebhooksPage:
    """Give all webhooks of one account."""
    found = channels.load_channels(account_id, "webhook")
    return WebhooksPage(
        hooks=tuple(channel_line(one) for one in found),
        events=EVENTS,
        full=len(found) >= channels.MOST["webhook"],
        made=made,
        wrong=wrong,
    )


def webhook_page(
    account_id: int, channel_id: int, *, made: MadeWebhook | None = None
) -> WebhookPage | None:
    """Give one webhook of an account; None for another's."""
    channel = _webhook(account_id, channel_id)
    if channel is None:
        return None
    lines = _lines(channel_id, SHOWN)
    return WebhookPage(
        hook=channel_line(channel),
        events=EVENTS,
        deliveries=lines,
        waiting=sum(line.state == "waiting" for line in lines),
        made=made,
    )


def message_lines(account_id: int, channel_id: int, limit: int) -> tuple[DeliveryLine, ...] | None:
    """Give the last messages to one webhook of an account, newest first; None for another's."""
    return _lines(channel_id, limit) if _webhook(account_id, channel_id) else None


def _webhook(account_id: int, channel_id: int) -> Channel | None:
    channel = channels.load_channel(account_id, channel_id)
    return channel if channel and channel.kind == "webhook" else None


def _lines(channel_id: int, limit: int) -> tuple[DeliveryLine, ...]:
    found = deliveries.last_deliveries(channel_id, limit)
    states = deliveries.states_of(found)
    return tuple(_line(one, states[one.id]) for one in found)


def _line(delivery: Delivery, state: str) -> DeliveryLine:
    return DeliveryLine(
        id=delivery.id,
        message_id=delivery.message_id,
        event=delivery.event,
        words=WORDS.get(delivery.event, delivery.event),
        state=state,
        attempt=delivery.attempt,
        attempts=len(TRIES),
        status=delivery.status,
        latency_ms=delivery.latency_ms,
        answer=delivery.answer,
        created_at=delivery.created_at,
        tried_at=delivery.tried_at,
        next_at=delivery.next_at,
    )
