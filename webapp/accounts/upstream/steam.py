"""Steam confirms its own answers, and tells what somebody is called there.

The confirmation goes to one address that never comes from a browser; what it is made of was
checked before (`domain/steam_openid`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlencode

import msgspec
import structlog

from webapp.accounts.domain.steam_openid import Fields, NotSteam, confirmation, is_confirmed
from webapp.accounts.providers.record import Person, Provider
from webapp.accounts.upstream.opening import SECONDS, Desk
from webapp.core.http import Route, Upstream, open_client
from webapp.core.settings import current_settings
from webapp.core.upstream_errors import UpstreamError

LOG = structlog.get_logger(__name__)
NAMES: Final = Route("/ISteamUser/GetPlayerSummaries/v2/", "summaries")


def confirm(provider: Provider, fields: Fields) -> None:
    """Ask Steam whether it said this; raises NotSteam, or an UpstreamError without an answer."""
    form = urlencode(confirmation(fields)).encode()
    reply = Desk(provider).post(provider.authorize, form, {"Accept": "*/*"}, kind="bytes")
    if not is_confirmed(reply.body):
        raise NotSteam("is_valid")


def fetch_name(provider: Provider, steam_id: str) -> Person:
    """Give the name of a SteamID where a key of ours opens it; without, the number will do."""
    settings = current_settings()
    plain = Person(steam_id, f"Steam {steam_id[-6:]}")
    if not settings.steam_api_key:
        return plain
    keyed = {"x-webapi-key": settings.steam_api_key}
    upstream = Upstream("steam", "Steam", settings.steam_api_url, secret_headers=keyed)
    client = replace(open_client(upstream, tries=1), total_seconds=SECONDS / 2)
    asked = {"steamids": steam_id}
    try:
        reply = client.get(NAMES.template, route=NAMES, params=asked, cached=False)
        players = msgspec.json.decode(reply.body, type=dict[str, Any])["response"]["players"]
        told = next(one for one in players if one.get("steamid") == steam_id)
        named = provider.person(told)
    except UpstreamError as error:
        LOG.info("steam_name_not_told", why=error.outcome)
        return plain
    except (msgspec.DecodeError, LookupError, TypeError, AttributeError, ValueError, StopIteration):
        LOG.info("steam_name_not_told", why="drifted")
        return plain
    return replace(named, name=named.name or plain.name)
