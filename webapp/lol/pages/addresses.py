"""The pages of this room that a search may lead to."""

from __future__ import annotations

from typing import Final

from webapp.lol.domain.platforms import PLATFORMS
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.models import LolAccount
from webapp.lol.pages.frame import url_of
from webapp.lol.store.catalogue import load_catalogue
from webapp.lol.store.matches import SHELF
from webapp.matchroom.addresses import match_addresses, named_addresses, table_addresses


def summoner_url(platform: str, name: str, tag: str) -> str:
    """Give the address of a summoner."""
    return f"/lol/summoners/{PLATFORMS[platform].route}/{RiotId(name, tag).slug}"


ADDRESSES: Final = (
    match_addresses(SHELF, url_of),
    table_addresses(
        "players",
        (LolAccount.platform, LolAccount.name, LolAccount.tag),
        LolAccount.refreshed_at,
        summoner_url,
        LolAccount.refreshed_at.is_not(None),
    ),
    named_addresses(
        "champions",
        lambda: load_catalogue().champions,
        lambda: load_catalogue().fetched_at,
        "/lol/champions",
    ),
)
