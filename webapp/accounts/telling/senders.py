"""The three ways out: a Discord channel, a letter, a program that listens."""

from __future__ import annotations

import time
from typing import Final

from webapp.accounts.domain.addresses import read_discord
from webapp.accounts.domain.signing import signed_headers
from webapp.accounts.models import Channel, Delivery
from webapp.accounts.store.channels import address_of, secrets_of
from webapp.accounts.store.deliveries import Try
from webapp.core.db import utc_now
from webapp.core.http import Route, Upstream, open_client
from webapp.core.http.headers import retry_after
from webapp.core.http.strangers import Outcome, post_to_stranger
from webapp.core.mail import MailAway, Undeliverable, send_mail
from webapp.core.rate_limit import Window
from webapp.core.settings import current_settings
from webapp.core.upstream_errors import Forbidden, NotFound, Unavailable, UpstreamError

UNREADABLE: Final = "Its address can no longer be read. Add it again."
GONE: Final = 410
A_MINUTE: Final = Window(30, 60)


def send(channel: Channel, delivery: Delivery) -> Try:
    """Send one message once, and say how it went."""
    address = address_of(channel)
    if not address:
        return Try(ok=False, status=None, latency_ms=0, answer=UNREADABLE, lasting=True)
    began = time.monotonic()
    if channel.kind == "webhook":
        return _to_program(channel, delivery, address)
    error = (
        _to_discord(address, delivery) if channel.kind == "discord" else _mail(address, delivery)
    )
    return _tried(error, int((time.monotonic() - began) * 1000))


def _to_program(channel: Channel, delivery: Delivery, url: str) -> Try:
    now, body = utc_now(), delivery.body.encode()
    known = secrets_of(channel, now)
    if not known:
        return Try(ok=False, status=None, latency_ms=0, answer=UNREADABLE, lasting=True)
    headers = signed_headers(known, delivery.message_id, int(now.timestamp()), body)
    return _answered(post_to_stranger(url, body, headers))


def _answered(outcome: Outcome) -> Try:
    """Read an answer: any 2xx is taken, 410 asks us to stop, all else is tried again."""
    answer = outcome.answer
    if answer is None:
        said = outcome.error.sentence if outcome.error else ""
        return Try(ok=False, status=None, latency_ms=outcome.latency_ms, answer=said)
    return Try(
        ok=200 <= answer.status < 300,  # noqa: PLR2004 - HTTP's own numbers
        status=answer.status,
        latency_ms=outcome.latency_ms,
        answer=answer.body.decode("utf-8", "replace"),
        lasting=answer.status == GONE,
        wait_s=retry_after(answer.headers, utc_now()),
    )


def _to_discord(address: str, delivery: Delivery) -> UpstreamError | None:
    hook = read_discord(address)
    if hook is None:
        return Forbidden(UNREADABLE)
    upstream = Upstream("discord_webhooks", "Discord", current_settings().discord_url)
    route = Route("/api/webhooks/{id}", hook.id, windows=(A_MINUTE,), kind="bytes")
    try:
        open_client(upstream).post(hook.path, delivery.body.encode(), route=route)
    except UpstreamError as error:
        return error
    return None


def _mail(address: str, delivery: Delivery) -> UpstreamError | None:
    title = delivery.body.partition("\n")[0]
    try:
        send_mail(address, f"Guildhall: {title}"[:150], delivery.body)
    except Undeliverable as never:
        return Forbidden(str(never))
    except MailAway as away:
        return Unavailable(str(away))
    return None


def _tried(error: UpstreamError | None, latency_ms: int) -> Try:
    if error is None:
        return Try(ok=True, status=None, latency_ms=latency_ms, answer="")
    again = error.retry_at if isinstance(error, Unavailable) else None
    wait = (again - utc_now()).total_seconds() if again else None
    never = isinstance(error, (NotFound, Forbidden))
    return Try(
        ok=False,
        status=None,
        latency_ms=latency_ms,
        answer=error.sentence,
        lasting=never,
        wait_s=wait,
    )
