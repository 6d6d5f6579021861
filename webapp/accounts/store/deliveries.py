"""Messages on their way to channels, and how the last try of each went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from webapp.accounts.models import Channel, Delivery
from webapp.core.db import db, utc_now

KEPT = timedelta(days=30)
MOST_ANSWER = 500


@dataclass(frozen=True, slots=True)
class Try:
    """How one try went; `status` is None where nobody answered, `wait_s` what they asked us for.

    `lasting` says that trying again makes no sense, now or ever.
    """

    ok: bool
    status: int | None
    latency_ms: int
    answer: str
    lasting: bool = False
    wait_s: float | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One message to keep: its id, its event, and its body as it is sent."""

    message_id: str
    event: str
    body: str
    notice_id: int | None = None


def add_delivery(channel_id: int, message: Message) -> int:
    """Keep a message to send, in the caller's transaction."""
    row = Delivery(
        channel_id=channel_id,
        notice_id=message.notice_id,
        message_id=message.message_id,
        event=message.event,
        body=message.body,
    )
    db.session.add(row)
    db.session.flush()
    return row.id


def load_delivery(delivery_id: int) -> tuple[Delivery, Channel] | None:
    """Give a message and the channel it goes to."""
    query = select(Delivery, Channel).join(Channel, Channel.id == Delivery.channel_id)
    row = db.session.execute(query.where(Delivery.id == delivery_id)).one_or_none()
    return (row[0], row[1]) if row else None


def load_own(account_id: int, delivery_id: int) -> Delivery | None:
    """Give a message to one of somebody's channels; nobody else's."""
    query = select(Delivery).join(Channel, Channel.id == Delivery.channel_id)
    mine = query.where(Delivery.id == delivery_id, Channel.account_id == account_id)
    return db.session.scalar(mine)


def last_deliveries(channel_id: int, limit: int) -> list[Delivery]:
    """Give the newest messages to a channel."""
    query = select(Delivery).where(Delivery.channel_id == channel_id)
    return list(db.session.scalars(query.order_by(Delivery.id.desc()).limit(limit)))


def note_try(delivery: Delivery, tried: Try, next_at: datetime | None) -> None:
    """Keep how a try went, in the caller's transaction; without a next one it was the last."""
    delivery.attempt += 1
    delivery.tried_at = utc_now()
    delivery.status = tried.status
    delivery.latency_ms = tried.latency_ms
    delivery.answer = tried.answer.replace("\0", "")[:MOST_ANSWER]
    delivery.next_at = next_at
    if next_at is None:
        delivery.state = "done" if tried.ok else "failed"


def forget_old_deliveries() -> int:
    """Drop messages sent long ago."""
    with db.engine.begin() as connection:
        gone = delete(Delivery).where(Delivery.created_at < utc_now() - KEPT)
        return connection.execute(gone).rowcount
