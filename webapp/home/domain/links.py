"""What a link to a known site means: which match, player or contract it shows.

A table of host and path; adding a site is adding a line.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from webapp.home.domain.reading import MOST_ACCOUNT, Kind, RoomName, Seen, account, numbers

Site = tuple[str, str, RoomName, Kind]
DEADLOCK_HOSTS = (
    r"(api\.|www\.)?deadlock-api\.com|statlocker\.gg|tracklock\.gg|deadlocktracker\.gg"
    r"|mobalytics\.gg"
)
DOTA_HOSTS = r"([a-z]+\.)?(opendota|dotabuff|stratz)\.com"
SITES: tuple[Site, ...] = (
    (DEADLOCK_HOSTS, r"/(?:deadlock/)?(?:v1/)?match(?:es)?/(\d{1,10})", "deadlock", "match"),
    (
        DEADLOCK_HOSTS,
        r"/(?:deadlock/)?(?:v1/)?(?:players?|profiles?)/(?:steam/)?(\d{1,17})",
        "deadlock",
        "player",
    ),
    (DOTA_HOSTS, r"/(?:api/)?matches/(\d{1,11})", "dota2", "match"),
    (DOTA_HOSTS, r"/(?:api/)?players/(\d{1,17})", "dota2", "player"),
    (r"steamcommunity\.com", r"/profiles/(\d{17})", "deadlock", "player"),
    (r"steamcommunity\.com", r"/id/([\w-]{2,32})", "deadlock", "vanity"),
    (r"([a-z]+\.)?op\.gg", r"/(?:lol/)?summoners/([a-z0-9]+/[^/]{3,40})", "lol", "player"),
    (r"u\.gg", r"/lol/profile/([a-z0-9]+/[^/]{3,40})", "lol", "player"),
    (r"leagueofgraphs\.com", r"/(?:[a-z]{2}/)?summoner/([a-z0-9]+/[^/]{3,40})", "lol", "player"),
    (r"dpm\.lol", r"/([^/]{3,40})", "lol", "player"),
    (r"leagueofgraphs\.com", r"/(?:[a-z]{2}/)?match/([a-z]+/\d{6,12})", "lol", "match"),
    (r"esi\.evetech\.net", r".*/contracts/public/items/(\d{1,12})", "eve", "contract"),
)
REGIONS = {
    "br": "BR1",
    "eune": "EUN1",
    "euw": "EUW1",
    "jp": "JP1",
    "kr": "KR",
    "lan": "LA1",
    "las": "LA2",
    "me": "ME1",
    "na": "NA1",
    "oce": "OC1",
    "ru": "RU",
    "sea": "SG2",
    "sg": "SG2",
    "tr": "TR1",
    "tw": "TW2",
    "vn": "VN2",
}
LINK = re.compile(r"(https?://)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?/\S*", re.IGNORECASE | re.ASCII)


def read_link(said: str) -> tuple[Seen, ...]:
    """Give what a link to a known site shows; nothing for any other link or text."""
    if not LINK.fullmatch(said):
        return ()
    try:
        parts = urlsplit(said if "://" in said else f"https://{said}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ()
    for hosts, path, room, kind in SITES:
        found = re.match(path, unquote(parts.path), re.ASCII)
        if found and re.fullmatch(hosts, host):
            return _meaning(room, kind, found[1])
    return ()


def _meaning(room: RoomName, kind: Kind, key: str) -> tuple[Seen, ...]:
    if kind == "player" and room in {"deadlock", "dota2"}:
        return _account(room, int(key))
    if room == "lol":
        return _league(kind, key)
    if kind == "vanity":
        return Seen("dota2", kind, key), Seen(room, kind, key)
    return (Seen(room, kind, key),)


def _account(room: RoomName, value: int) -> tuple[Seen, ...]:
    readings = account(value) if value <= MOST_ACCOUNT else numbers(value)
    return tuple(sorted(readings, key=lambda seen: seen.room != room))


def _league(kind: Kind, key: str) -> tuple[Seen, ...]:
    if kind == "player":
        # The platform a link names goes along, as `euw/Name#TAG`.
        name, dash, tag = key.rpartition("-")
        return (Seen("lol", "player", f"{name}#{tag}"),) if dash and name and tag else ()
    region, _, number = key.partition("/")
    platform = REGIONS.get(region)
    return (Seen("lol", "match", f"{platform}_{number}"),) if platform else ()
