"""The pages of this room that a search may lead to."""

from __future__ import annotations

from typing import Final

from webapp.deadlock.models import DeadlockAccount
from webapp.deadlock.pages.frame import url_of
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.deadlock.store.matches import SHELF
from webapp.matchroom.addresses import match_addresses, named_addresses, table_addresses


def player_url(account_id: int) -> str:
    """Give the address of a player."""
    return f"/deadlock/players/{account_id}"


ADDRESSES: Final = (
    match_addresses(SHELF, url_of),
    table_addresses(
        "players",
        (DeadlockAccount.account_id,),
        DeadlockAccount.history_fetched_at,
        player_url,
        DeadlockAccount.history_fetched_at.is_not(None),
    ),
    named_addresses(
        "heroes",
        lambda: load_catalogue().heroes,
        lambda: load_catalogue().fetched_at,
        "/deadlock/heroes",
    ),
)
