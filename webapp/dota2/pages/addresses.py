"""The pages of this room that a search may lead to."""

from __future__ import annotations

from typing import Final

from webapp.dota2.models import Dota2Account
from webapp.dota2.pages.frame import url_of
from webapp.dota2.store.matches import SHELF
from webapp.matchroom.addresses import match_addresses, table_addresses


def player_url(account_id: int) -> str:
    """Give the address of a player."""
    return f"/dota2/players/{account_id}"


ADDRESSES: Final = (
    match_addresses(SHELF, url_of),
    table_addresses(
        "players",
        (Dota2Account.account_id,),
        Dota2Account.history_fetched_at,
        player_url,
        Dota2Account.history_fetched_at.is_not(None),
        Dota2Account.hidden.is_(False),
    ),
)
