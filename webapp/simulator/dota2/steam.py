"""The Steam Web API as a stand-in, with the quirks of the real one.

A league's history says num_results 0 and lists series by series, so that neither ids nor times
are sorted; start_at_match_id keeps what is at or below it; match details are broken for good.
"""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

from webapp.simulator.asked import Asked
from webapp.simulator.dota2.cast import ACCOUNTS, FIRST_ACCOUNT, name_of
from webapp.simulator.dota2.game import play
from webapp.simulator.dota2.league import LEAGUE_ID, listed
from webapp.simulator.dota2.people import STEAM_BASE, history_of, known
from webapp.simulator.dota2.states import LAST_GENERATED, PRIVATE_ACCOUNT, UNKNOWN, state_of
from webapp.simulator.dota2.wire import tell_listed, tell_steam
from webapp.simulator.dota2.wire.basics import match_of_sequence, sequence_of
from webapp.simulator.replies import NO_STORE, Reply, json_reply

MOST = 100
NEIGHBOURS = 8
BAD_KEY = "0" * 32
HTML = {"Content-Type": "text/html; charset=UTF-8", **NO_STORE}
Query = dict[str, str]


class SteamStand:
    """Everything below /steam; any key but none and the bad one is let in."""

    def __init__(self) -> None:
        """Lay the routes."""
        self._routes: list[tuple[re.Pattern[str], Callable[[Query], Reply]]] = [
            (re.compile(rf"/{interface}/{method}/v0*{version}/?"), answer)
            for interface, method, version, answer in (
                ("IDOTA2Match_570", "GetMatchHistory", 1, _history),
                ("IDOTA2Match_570", "GetMatchHistoryBySequenceNum", 1, _sequence),
                ("IDOTA2Match_570", "GetMatchDetails", 1, _details),
                ("ISteamUser", "ResolveVanityURL", 1, _vanity),
                ("ISteamUser", "GetPlayerSummaries", 2, _summaries),
            )
        ]

    def __call__(self, asked: Asked) -> Reply:
        """Give the reply to one request."""
        query = {name: values[0] for name, values in parse_qs(asked.query).items()}
        key = query.get("key") or asked.headers.get("X-Webapi-Key", "")
        if not key or key == BAD_KEY:
            page = b"<html><head><title>Forbidden</title></head><body>Access is denied.</body>"
            return Reply(403, page, HTML)
        for pattern, answer in self._routes:
            if pattern.fullmatch(asked.path):
                return answer(query)
        return Reply(404, b"<html><body><h1>Not Found</h1></body></html>", HTML)


def _history(query: Query) -> Reply:
    most = min(MOST, _whole(query, "matches_requested", MOST))
    start = _whole(query, "start_at_match_id", LAST_GENERATED)
    league, account = _whole(query, "league_id", 0), _whole(query, "account_id", 0)
    if account and account >= STEAM_BASE:
        account -= STEAM_BASE
    if account == PRIVATE_ACCOUNT:
        why = "Cannot get match history for a user that hasn't allowed it"
        return json_reply({"result": {"status": 15, "statusDetail": why}}, max_age_s=0)
    if league:
        ids = [game.match_id for game in listed()] if league == LEAGUE_ID else []
    else:
        ids = [int(line["match_id"]) for line in history_of(account)]
    able = [one for one in ids if one <= start]
    page = able[:most]
    told = {
        "status": 1,
        "num_results": 0 if league else len(page),
        "total_results": len(able),
        "results_remaining": len(able) - len(page),
        "matches": [tell_listed(one) for one in page],
    }
    return json_reply({"result": told}, max_age_s=0)


def _sequence(query: Query) -> Reply:
    most = min(MOST, _whole(query, "matches_requested", MOST), NEIGHBOURS)
    first = match_of_sequence(_whole(query, "start_at_match_seq_num", 1000))
    found: list[dict[str, Any]] = []
    match_id = first
    while len(found) < most and match_id <= LAST_GENERATED:
        if state_of(match_id) != UNKNOWN and sequence_of(match_id) >= sequence_of(first):
            found.append(tell_steam(play(match_id)))
        match_id += 1
    return json_reply({"result": {"status": 1, "matches": found}}, max_age_s=0)


def _details(query: Query) -> Reply:
    del query
    return Reply(500, b"{}", {"Content-Type": "application/json; charset=UTF-8", **NO_STORE})


def _vanity(query: Query) -> Reply:
    wanted = query.get("vanityurl", "").casefold()
    for account_id in range(FIRST_ACCOUNT, FIRST_ACCOUNT + ACCOUNTS):
        if name_of(account_id).casefold() == wanted:
            found = {"steamid": str(account_id + STEAM_BASE), "success": 1}
            return json_reply({"response": found}, max_age_s=0)
    return json_reply({"response": {"success": 42, "message": "No match"}}, max_age_s=0)


def _summaries(query: Query) -> Reply:
    ids = [int(one) for one in query.get("steamids", "").split(",") if one.isdecimal()][:MOST]
    told = []
    for steam_id in sorted(ids, reverse=True):
        account_id = steam_id - STEAM_BASE
        if known(account_id):
            name = "Shutter" if account_id == PRIVATE_ACCOUNT else name_of(account_id)
            told.append(
                {
                    "steamid": str(steam_id),
                    "communityvisibilitystate": 1 if account_id == PRIVATE_ACCOUNT else 3,
                    "profilestate": 1,
                    "personaname": name,
                    "profileurl": f"https://steamcommunity.com/profiles/{steam_id}/",
                    "personastate": 0,
                }
            )
    return json_reply({"response": {"players": told}}, max_age_s=0)


def _whole(query: Query, name: str, otherwise: int) -> int:
    text = query.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else otherwise  # noqa: PLR2004
