"""One piece of news: kept as a notice, and put on its way to every channel that wants it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from webapp.accounts.domain.events import CHANNEL_OFF, News
from webapp.accounts.domain.messages import Told, discord_body, mail_body, webhook_body
from webapp.accounts.domain.signing import new_message_id
from webapp.accounts.models import Channel
from webapp.accounts.store import channels, deliveries, notices
from webapp.accounts.store.deliveries import SENDING, Message
from webapp.core.db import utc_now
from webapp.core.sealing import seal
from webapp.core.settings import current_settings
from webapp.jobs import BULK, enqueue
from webapp.jobs.sweep import forget_runs

PROVING: Final = "telling.prove"


def spread(news: News) -> bool:
    """Tell one account of one thing, in the caller's transaction; False when it was told before."""
    bell = news.event == CHANNEL_OFF or news.event in channels.bell_events(news.account_id)
    notice_id = notices.add_notice(news, in_bell=bell)
    if notice_id is None:
        return False
    told = told_of(news, utc_now())
    for channel in channels.open_channels(news.account_id, news.event):
        put(channel, told, notice_id)
    return True


def put(channel: Channel, told: Told, notice_id: int | None = None, *, queue: str = BULK) -> int:
    """Put one message on its way to one channel, in the caller's transaction."""
    body = body_for(channel.kind, told)
    message = Message(new_message_id(), told.event, body, notice_id)
    delivery_id = deliveries.add_delivery(channel.id, message)
    send_later(delivery_id, queue=queue)
    return delivery_id


def send_later(delivery_id: int, *, queue: str = BULK) -> None:
    """Ask for a kept message to be sent, in the caller's transaction."""
    enqueue(
        SENDING,
        key=deliveries.sending_key(delivery_id),
        args={"delivery_id": delivery_id},
        target_url="",
        steps=(),
        title="Sending a notice",
        queue=queue,
    )


def prove_later(channel_id: int, proof: str) -> None:
    """Ask for the link to be mailed that opens an address, in the caller's transaction."""
    enqueue(
        PROVING,
        key=_proving_key(channel_id),
        args={"channel_id": channel_id, "sealed_proof": seal(proof, PROVING)},
        target_url="",
        steps=(),
        title="Mailing a link",
    )


def forget_proofs(channel_ids: Iterable[int]) -> None:
    """Forget the mails that open addresses: what went wrong with one may name its address."""
    forget_runs([_proving_key(channel_id) for channel_id in channel_ids])


def _proving_key(channel_id: int) -> str:
    return f"{PROVING}:{channel_id}"


def told_of(news: News, at: datetime) -> Told:
    """Give news as channels are given it, its address made whole."""
    base = current_settings().public_url.rstrip("/")
    return Told(news.event, at, news.title, news.said, base + news.url if news.url else "")


def body_for(kind: str, told: Told) -> str:
    """Write a message as its kind of channel takes it."""
    if kind == "discord":
        return discord_body(told)
    if kind == "email":
        base = current_settings().public_url.rstrip("/")
        return mail_body(told, f"{base}/account/notifications")
    return webhook_body(told)
