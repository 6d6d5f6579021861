"""Messages on their way to channels, and how the last try of each went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, select

from webapp.accounts.models import Channel, Delivery
from webapp.core.db import db, utc_now
from webapp.jobs.latest import latest_runs
from webapp.jobs.listing import can_retry

SENDING: Final = "telling.send"
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


def sending_key(delivery_id: int) -> str:
    """Give the key under which a message is sent."""
    return f"{SENDING}:{delivery_id}"


def states_of(found: Sequence[Delivery]) -> dict[int, str]:
    """Say how messages stand, by their ids; what waits and is sent by nobody any more has failed.

    One query, none when nothing waits.
    """
    keys = {one.id: sending_key(one.id) for one in found if one.state == "waiting"}
    runs = latest_runs(list(keys.values()))
    left = {one for one, key in keys.items() if key not in runs or can_retry(runs[key].state)}
    return {one.id: "failed" if one.id in left else one.state for one in found}


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
