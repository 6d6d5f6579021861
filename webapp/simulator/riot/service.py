"""Riot's API as routes: a route, a path and a query in, a reply out. No limits here.

A platform answers for its people, a region for accounts and matches; asked of the wrong one,
a thing is not there. sea has no accounts.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote

from webapp.simulator.replies import NO_STORE, Reply
from webapp.simulator.riot import accounts
from webapp.simulator.riot.facts import platforms
from webapp.simulator.riot.live import live_body
from webapp.simulator.riot.people import Person, person_by_puuid, person_by_riot_id
from webapp.simulator.riot.scenarios import Scenario, created_ms, games_of, scenario_of
from webapp.simulator.riot.wire.bodies import match_body, timeline_body

Query = dict[str, list[str]]
ACCOUNT_ROUTES = frozenset({"americas", "asia", "europe"})
MOST_IDS = 100
RANKED = frozenset({420, 440})


@dataclass(frozen=True, slots=True)
class Call:
    """One call: which route it came to, with which key, and what it asked."""

    route: str
    key: str
    query: Query

    def platform_is(self, person: Person) -> bool:
        """Say whether this is the platform somebody plays on."""
        return self.route.upper() == person.platform

    def region_is(self, platform: str) -> bool:
        """Say whether this is the region of a platform."""
        known = platforms().get(platform)
        return known is not None and known.region == self.route


def method_of(path: str) -> str | None:
    """Name the method a path belongs to; None for a path nobody knows."""
    return next((name for pattern, name, _ in ROUTES if pattern.fullmatch(path)), None)


def answer(call: Call, path: str) -> Reply:
    """Give the reply to one call."""
    for pattern, _, told in ROUTES:
        if found := pattern.fullmatch(path):
            return told(call, *(unquote(part) for part in found.groups()))
    return refusal(404, "Data not found")


def good(body: object) -> Reply:
    """Give a good answer as Riot sends it."""
    said = {"Content-Type": "application/json;charset=utf-8", "X-Riot-Edge-Trace-Id": "0"}
    return Reply(200, json.dumps(body, separators=(",", ":")).encode(), said)


def refusal(status: int, sentence: str) -> Reply:
    """Give Riot's shape of an error."""
    body = {"status": {"message": sentence, "status_code": status}}
    said = {"Content-Type": "application/json;charset=utf-8", **NO_STORE}
    return Reply(status, json.dumps(body, separators=(",", ":")).encode(), said)


def _by_riot_id(call: Call, name: str, tag: str) -> Reply:
    return _account(call, person_by_riot_id(name, tag))


def _by_puuid(call: Call, puuid: str) -> Reply:
    return _account(call, person_by_puuid(puuid, call.key))


def _account(call: Call, person: Person | None) -> Reply:
    if person is None or call.route not in ACCOUNT_ROUTES:
        return refusal(404, "Data not found - No results found for player")
    return good(accounts.account_body(person, call.key))


def _region(call: Call, puuid: str) -> Reply:
    person = person_by_puuid(puuid, call.key)
    if person is None or call.route not in ACCOUNT_ROUTES:
        return refusal(404, "Data not found")
    return good({"puuid": puuid, "game": "lol", "region": person.platform.lower()})


def _of_person(make: Callable[[Person, str], object]) -> Callable[[Call, str], Reply]:
    """Make the answer of a call that a platform gives about one of its people."""

    def told(call: Call, puuid: str) -> Reply:
        person = person_by_puuid(puuid, call.key)
        if person is None or not call.platform_is(person):
            return refusal(404, "Data not found")
        body = make(person, call.key)
        return refusal(404, "Data not found") if body is None else good(body)

    return told


def _ids(call: Call, puuid: str) -> Reply:
    person = person_by_puuid(puuid, call.key)
    count, start = _number(call, "count", 20), _number(call, "start", 0)
    if not 0 <= count <= MOST_IDS or start < 0:
        return refusal(400, "Bad Request - count or start out of range")
    if person is None or not call.region_is(person.platform):
        return good([])
    fitting = [one.match_id for one in games_of(person) if _fits(one, call)]
    return good(fitting[start : start + count])


def _fits(one: Scenario, call: Call) -> bool:
    begun = created_ms(one) // 1000
    queue, kind = _number(call, "queue", one.queue), call.query.get("type", [""])[0]
    ranked = kind != "ranked" or one.queue in RANKED
    after, before = _number(call, "startTime", 0), _number(call, "endTime", begun + 1)
    return queue == one.queue and ranked and after <= begun < before


def _match(call: Call, platform: str, number: str) -> Reply:
    scenario = scenario_of(platform, int(number))
    if scenario is None or not call.region_is(platform):
        return refusal(404, "Data not found - match file not found")
    return good(match_body(scenario, call.key))


def _timeline(call: Call, platform: str, number: str) -> Reply:
    scenario = scenario_of(platform, int(number))
    if scenario is None or not scenario.timeline or not call.region_is(platform):
        return refusal(404, "Data not found - match file not found")
    return good(timeline_body(scenario, call.key))


def _status(call: Call) -> Reply:
    if call.route.upper() not in platforms():
        return refusal(404, "Data not found")
    body = {"id": call.route.upper(), "name": call.route.upper(), "locales": ["en_US"]}
    return good({**body, "maintenances": [], "incidents": []})


def _number(call: Call, name: str, otherwise: int) -> int:
    text = call.query.get(name, [""])[0]
    return int(text) if text.isdecimal() else otherwise


ROUTES: tuple[tuple[re.Pattern[str], str, Callable[..., Reply]], ...] = tuple(
    (re.compile(pattern), name, told)
    for pattern, name, told in (
        (r"/riot/account/v1/accounts/by-riot-id/([^/]+)/([^/]+)", "account", _by_riot_id),
        (r"/riot/account/v1/accounts/by-puuid/([^/]+)", "account", _by_puuid),
        (r"/riot/account/v1/region/by-game/lol/by-puuid/([^/]+)", "account", _region),
        (
            r"/lol/summoner/v4/summoners/by-puuid/([^/]+)",
            "summoner",
            _of_person(accounts.summoner_body),
        ),
        (
            r"/lol/league/v4/entries/by-puuid/([^/]+)",
            "league",
            _of_person(accounts.league_bodies),
        ),
        (
            r"/lol/champion-mastery/v4/champion-masteries/by-puuid/([^/]+)",
            "mastery",
            _of_person(accounts.mastery_bodies),
        ),
        (r"/lol/match/v5/matches/by-puuid/([^/]+)/ids", "ids", _ids),
        (r"/lol/match/v5/matches/([A-Z0-9]+)_([0-9]{1,12})", "match", _match),
        (r"/lol/match/v5/matches/([A-Z0-9]+)_([0-9]{1,12})/timeline", "timeline", _timeline),
        (
            r"/lol/spectator/v5/active-games/by-summoner/([^/]+)",
            "live",
            _of_person(live_body),
        ),
        (r"/lol/status/v4/platform-data", "status", _status),
    )
)


def read_query(text: str) -> Query:
    """Read a query string."""
    return parse_qs(text)
