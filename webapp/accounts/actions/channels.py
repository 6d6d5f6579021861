"""What somebody may do about where they are told: add, choose, try, open again, drop.

Every function takes the account and touches nothing of another's. All commit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from webapp.accounts.domain import addresses
from webapp.accounts.domain.events import TEST, known_events
from webapp.accounts.domain.messages import Told
from webapp.accounts.domain.secret import new_secret
from webapp.accounts.domain.signing import new_signing_secret
from webapp.accounts.models import Channel
from webapp.accounts.store import channels, deliveries
from webapp.accounts.store.channels import NewChannel
from webapp.accounts.telling import spread
from webapp.core.db import db, utc_now
from webapp.core.settings import current_settings
from webapp.jobs import INTERACTIVE

TOO_MANY: Final = "There are as many of these as there can be. Remove one first."


class Unfit(Exception):
    """What was given cannot be used; says why in a sentence."""


@dataclass(frozen=True, slots=True)
class MadeWebhook:
    """A webhook with the secret its messages are signed with, told this once."""

    id: int
    shown: str
    secret: str


def add_discord(account_id: int, url: str) -> None:
    """Add a channel of Discord's."""
    hook = addresses.read_discord(url.strip())
    if hook is None:
        raise Unfit(
            "That is no webhook of Discord’s. It looks like "
            "https://discord.com/api/webhooks/ with two parts behind it."
        )
    _add(account_id, NewChannel("discord", url.strip(), hook.shown))


def add_mail(account_id: int, address: str) -> None:
    """Add an address; it is used once the mailed link was opened."""
    if not current_settings().smtp_url:
        raise Unfit("This installation sends no mail.")
    found = addresses.read_mail(address.strip())
    if found is None:
        raise Unfit("That is no address mail can go to.")
    proof = new_secret()
    shown = addresses.shown_mail(found)
    channel_id = _add(account_id, NewChannel("email", found, shown, proof=proof), commit=False)
    spread.prove_later(channel_id, proof)
    db.session.commit()


def add_webhook(account_id: int, url: str, events: Sequence[str]) -> MadeWebhook:
    """Add a program that listens; gives the secret it checks our messages with."""
    taken = _receiver(url.strip())
    if taken is None:
        raise Unfit("Give an https address of the open internet, on port 443 or above 1023.")
    shown, secret = addresses.shown_receiver(taken), new_signing_secret()
    wanted = known_events(events)
    return MadeWebhook(
        _add(account_id, NewChannel("webhook", taken, shown, wanted, secret)), shown, secret
    )


def choose_events(account_id: int, channel_id: int, events: Sequence[str]) -> bool:
    """Choose what goes into a channel; False for one that is not theirs."""
    done = channels.change_channel(account_id, channel_id, events=known_events(events))
    db.session.commit()
    return done


def choose_bell(account_id: int, events: Sequence[str]) -> None:
    """Choose what is shown under the bell."""
    channels.keep_bell(account_id, known_events(events))
    db.session.commit()


def change_secret(account_id: int, channel_id: int) -> MadeWebhook | None:
    """Give a webhook a new secret; None for one that is not theirs."""
    channel, secret = channels.load_channel(account_id, channel_id), new_signing_secret()
    if channel is None or channel.kind != "webhook":
        return None
    channels.change_secret(account_id, channel_id, secret)
    db.session.commit()
    return MadeWebhook(channel_id, channel.shown, secret)


def open_again(account_id: int, channel_id: int) -> bool:
    """Switch a channel on again; False for one that is not theirs."""
    fresh = {"off_at": None, "off_why": "", "failing_since": None}
    done = channels.change_channel(account_id, channel_id, **fresh)
    db.session.commit()
    return done


def remove(account_id: int, channel_id: int) -> bool:
    """Remove a channel; False for one that is not theirs."""
    done = channels.drop_channel(account_id, channel_id)
    db.session.commit()
    return done


def try_out(account_id: int, channel_id: int) -> bool:
    """Send a test into a channel; False for one that is not theirs or takes nothing."""
    channel = channels.load_channel(account_id, channel_id)
    if channel is None or not _takes(channel):
        return False
    base = current_settings().public_url.rstrip("/")
    said = "If you read this, notices arrive here."
    told = Told(TEST, utc_now(), "A test from Guildhall", said, base)
    spread.put(channel, told, queue=INTERACTIVE)
    db.session.commit()
    return True


def send_again(account_id: int, delivery_id: int) -> int | None:
    """Send a message once more, under the id it had; gives its channel, None if not theirs."""
    delivery = deliveries.load_own(account_id, delivery_id)
    if delivery is None:
        return None
    if deliveries.states_of([delivery])[delivery.id] != "waiting":
        delivery.state, delivery.attempt = "waiting", 0
        spread.send_later(delivery.id, queue=INTERACTIVE)
    db.session.commit()
    return delivery.channel_id


def prove(proof: str) -> bool:
    """Open the address a mailed link belongs to; False for a link that is worth nothing."""
    done = channels.prove_channel(proof)
    db.session.commit()
    return done


def _add(account_id: int, new: NewChannel, *, commit: bool = True) -> int:
    made = channels.add_channel(account_id, new)
    if made is None:
        raise Unfit(TOO_MANY)
    if commit:
        db.session.commit()
    return made


def _takes(channel: Channel) -> bool:
    return channel.kind != "bell" and channel.off_at is None and channel.proof_hash is None


def _receiver(url: str) -> str | None:
    """Take a public address, or the one of this machine that tests name."""
    base = current_settings().receiver_on_loopback
    return url if base and url.startswith(f"{base}/") else addresses.read_receiver(url)
