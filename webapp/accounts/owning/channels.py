"""Where an account wants to be told, and what was sent there."""

from typing import Any, Final

from webapp.accounts.models import Channel
from webapp.accounts.owned import Owned
from webapp.accounts.store.channels import KINDS, address_of, load_channels
from webapp.accounts.store.deliveries import last_deliveries
from webapp.accounts.telling.spread import forget_proofs

MOST: Final = 1_000


def export(account_id: int) -> Any:
    """Give each channel with its address, without the secrets that sign, and its last messages."""
    return [_channel(one) for one in load_channels(account_id, *KINDS)]


def _channel(channel: Channel) -> Any:
    mail = channel.kind == "email"
    return {
        "kind": channel.kind,
        "address": address_of(channel) if mail else channel.shown,
        "events": channel.events,
        "added_at": channel.created_at,
        "off_at": channel.off_at,
        "messages": [
            {"event": one.event, "body": one.body, "state": one.state, "at": one.created_at}
            for one in last_deliveries(channel.id, MOST)
        ],
    }


def delete(account_id: int) -> None:
    """Delete the mails that were to open its addresses."""
    forget_proofs(one.id for one in load_channels(account_id, "email"))


OWNED: Final = Owned(
    "channels", ("channel", "delivery"), export, delete, words="where you are told of things"
)
