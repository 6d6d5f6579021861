"""The calls: how each is named in records, and whose windows it counts in.

Riot counts a key's calls on each route, and each method's beside them. Only the key's windows
are known before the first answer; everything else is learned from the headers.
"""

from __future__ import annotations

from typing import Final

from webapp.core.http import Route
from webapp.core.rate_limit import Window

MIB: Final = 1024 * 1024
APP_WINDOWS: Final = (Window(20, 1.0), Window(100, 120.0))
"""A personal key's windows, assumed until an answer names the real ones."""

ROUTES: Final = {
    "account": Route("/riot/account/v1/accounts/by-riot-id", "account", aside="account"),
    "account_by_puuid": Route(
        "/riot/account/v1/accounts/by-puuid", "account-by-puuid", aside="account"
    ),
    "region": Route("/riot/account/v1/region/by-game/lol", "account-region", aside="region"),
    "summoner": Route("/lol/summoner/v4/summoners/by-puuid", "summoner", aside="summoner"),
    "league": Route("/lol/league/v4/entries/by-puuid", "league", aside="ranks"),
    "mastery": Route("/lol/champion-mastery/v4/by-puuid", "mastery", aside="mastery"),
    "ids": Route("/lol/match/v5/matches/by-puuid/ids", "match-ids", aside="match-ids"),
    "match": Route("/lol/match/v5/matches/{match_id}", "match", max_bytes=4 * MIB),
    "timeline": Route(
        "/lol/match/v5/matches/{match_id}/timeline",
        "match-timeline",
        max_bytes=8 * MIB,
        aside="timeline",
    ),
    "live": Route("/lol/spectator/v5/active-games", "spectator", aside="live"),
    "status": Route("/lol/status/v4/platform-data", "status", aside="status"),
}
SERVICES: Final = {
    "account": "account",
    "account-by-puuid": "account",
    "account-region": "account",
    "match-ids": "match",
    "match": "match",
    "match-timeline": "match",
}
"""Methods of one service behind Riot's doors; a method not named is a service of its own."""
