"""Sends one message: tried five times in about an hour, then given up.

A channel that fails for days, or says that it is gone, is switched off and its owner told.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Final

from webapp.accounts.domain.events import CHANNEL_OFF, News
from webapp.accounts.domain.messages import OFF_AFTER, next_try
from webapp.accounts.models import Channel, Delivery
from webapp.accounts.store.accounts import load_account
from webapp.accounts.store.channels import address_of, load_any
from webapp.accounts.store.deliveries import Try, load_delivery, note_try
from webapp.accounts.telling.senders import send
from webapp.accounts.telling.spread import PROVING, spread
from webapp.core.db import db, utc_now
from webapp.core.mail import Undeliverable, send_mail
from webapp.core.sealing import unseal
from webapp.core.settings import current_settings
from webapp.jobs import Later, Refused, Run

LETTER: Final = (
    "Somebody asked for notices of Guildhall to come to this address.\n\n"
    "If that was you, open this link and press the button there:\n{link}\n\n"
    "If not, do nothing. The link ends in a day, and nothing more is sent here.\n"
)
LONGEST_WAIT_S: Final = 3600.0
CHANCE: Final = random.SystemRandom()
PAGES: Final = {"webhook": "/account/webhooks"}
KINDS: Final = {"webhook": "The webhook", "discord": "The Discord channel", "email": "The address"}


def send_message(run: Run) -> None:
    """Send what a run names, if it still waits and its channel is open."""
    found = load_delivery(int(run.args["delivery_id"]))
    if found is None or found[0].state != "waiting":
        return
    delivery, channel = found
    if shut := _shut(channel):
        closed = Try(ok=False, status=None, latency_ms=0, answer=shut)
        run.finish(lambda: note_try(delivery, closed, None))
        return
    tried = send(channel, delivery)
    again = None if tried.ok or tried.lasting else _again_at(delivery, tried)
    if again is None:
        run.finish(lambda: _end(delivery, channel, tried))
        return
    note_try(delivery, tried, again)
    db.session.commit()
    raise Later("The receiver did not take it; it is tried again.", again)


def mail_proof(run: Run) -> None:
    """Mail the link that opens an address to that address itself."""
    channel = load_any(int(run.args["channel_id"]))
    proof = unseal(str(run.args["sealed_proof"]), PROVING)
    if channel is None or proof is None or channel.proof_hash is None or _is_disabled(channel):
        return
    base = current_settings().public_url.rstrip("/")
    link = f"{base}/account/notifications/email/{proof}"
    try:
        send_mail(
            address_of(channel), "Guildhall: may notices come here?", LETTER.format(link=link)
        )
    except Undeliverable as never:
        raise Refused(str(never)) from never


def _shut(channel: Channel) -> str:
    """Say why nothing goes into a channel; nothing for one that is open."""
    if _is_disabled(channel):
        return "The account is disabled."
    is_open = channel.off_at is None and channel.proof_hash is None
    return "" if is_open else "The channel is off."


def _is_disabled(channel: Channel) -> bool:
    owner = load_account(channel.account_id)
    return owner is None or owner.disabled_at is not None


def _again_at(delivery: Delivery, tried: Try) -> datetime | None:
    """Say when the next try is, no sooner than the receiver asks; None after the last."""
    pause = next_try(delivery.attempt + 1)
    if pause is None:
        return None
    asked = min(tried.wait_s or 0.0, LONGEST_WAIT_S)
    spread_out = pause.total_seconds() * CHANCE.uniform(1.0, 1.2)
    return utc_now() + timedelta(seconds=max(asked, spread_out))


def _end(delivery: Delivery, channel: Channel, tried: Try) -> None:
    note_try(delivery, tried, None)
    if tried.ok:
        channel.failing_since = None
        return
    channel.failing_since = channel.failing_since or delivery.created_at
    if tried.lasting or utc_now() - channel.failing_since > OFF_AFTER:
        _switch_off(channel, tried)


def _switch_off(channel: Channel, tried: Try) -> None:
    channel.off_at = utc_now()
    channel.off_why = tried.answer[:200] if tried.status is None else f"It answered {tried.status}."
    spread(
        News(
            account_id=channel.account_id,
            event=CHANNEL_OFF,
            subject=f"channel:{channel.id}:{channel.off_at:%Y%m%d%H%M%S}",
            title=f"{KINDS[channel.kind]} {channel.shown} was switched off",
            said=channel.off_why,
            url=PAGES.get(channel.kind, "/account/notifications"),
        )
    )
