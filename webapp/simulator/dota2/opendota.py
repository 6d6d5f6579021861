"""OpenDota as a stand-in: routes behind its two limits."""

import json
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from webapp.simulator.art import CONTENT_TYPES, draw
from webapp.simulator.asked import Asked
from webapp.simulator.dota2 import people
from webapp.simulator.dota2.budget import PARSE_COST, Budget
from webapp.simulator.dota2.constants import constants
from webapp.simulator.dota2.game import play
from webapp.simulator.dota2.league import LEAGUE_ID, listed
from webapp.simulator.dota2.samples import SAMPLES, sample_body
from webapp.simulator.dota2.states import (
    BROKEN,
    LIMITED,
    ONLY_STEAM,
    UNKNOWN,
    Requests,
    state_of,
)
from webapp.simulator.dota2.wire import tell_match
from webapp.simulator.replies import NO_STORE, Reply, data_reply, json_reply

PICTURE = re.compile(r"/apps/dota2/images/dota_react/(heroes|items)/(?:icons/)?(\w+)\.png")
LONGEST_HISTORY = 100_000


class OpenDotaStand:
    """Everything below /opendota."""

    def __init__(self, real_data: Path | None = None, budget: Budget | None = None) -> None:
        """Real bodies, where there are any, are served before generated ones."""
        self._real = real_data / "dota2" / "matches" if real_data else None
        self._budget, self._requests = budget or Budget(), Requests()
        self._routes: list[tuple[str, re.Pattern[str], Callable[..., Reply]]] = [
            (method, re.compile(rf"/api/{pattern}/?"), answer)
            for method, pattern, answer in (
                ("GET", r"matches/([^/]+)", self._match),
                ("POST", r"request/([^/]+)", self._ask_for_parse),
                ("GET", r"request/([^/]+)", self._job),
                ("GET", r"players/(\d+)", self._player),
                ("GET", r"players/(\d+)/(\w+)", self._of_player),
                ("GET", r"constants/(\w+)", self._constants),
                ("GET", r"leagues/(\d+)/matchIds", self._league),
            )
        ]

    def __call__(self, asked: Asked) -> Reply:
        """Give the reply to one request, with what is left of the budget; pictures cost nothing."""
        if asked.reads and (picture := PICTURE.fullmatch(asked.path)):
            return data_reply(draw(picture[1], picture[2], "png"), CONTENT_TYPES["png"])
        key = parse_qs(asked.query).get("api_key", [""])[0] or _bearer(asked)
        cost = PARSE_COST if asked.method == "POST" else 1
        left = self._budget.spend(key or asked.caller, cost, keyed=bool(key))
        reply = error(429, left.refused) if left.refused else self._answer(asked)
        return Reply(reply.status, reply.body, {**reply.headers, **left.headers()})

    def _answer(self, asked: Asked) -> Reply:
        method = "GET" if asked.reads else asked.method
        for wanted, pattern, answer in self._routes:
            found = pattern.fullmatch(asked.path)
            if found and wanted == method:
                return answer(*found.groups(), asked)
        return error(404, "Not Found")

    def _match(self, text: str, asked: Asked) -> Reply:
        del asked
        match_id = _number(text)
        real = self._real / f"{match_id}.json" if self._real else None
        if real is not None and real.is_file():
            return data_reply(real.read_bytes(), "application/json", max_age_s=0)
        refused = _refused(match_id)
        if refused:
            return refused
        return data_reply(_body(match_id, self._requests.parsed(match_id)), "application/json",
                          max_age_s=0)  # fmt: skip

    def _ask_for_parse(self, text: str, asked: Asked) -> Reply:
        del asked
        match_id = _number(text)
        refused = _refused(match_id)
        return refused or json_reply({"job": {"jobId": self._requests.ask(match_id)}}, max_age_s=0)

    def _job(self, text: str, asked: Asked) -> Reply:
        del asked
        job_id = _number(text)
        if self._requests.pending(job_id):
            job = {"id": job_id, "type": "parse", "attempts": 1, "data": {"match_id": job_id}}
            return json_reply(job, max_age_s=0)
        return json_reply(None, max_age_s=0)

    def _player(self, text: str, asked: Asked) -> Reply:
        account_id = _number(text)
        if not people.known(account_id):
            return error(404, "Not Found")
        return json_reply(people.profile_of(account_id, asked.base_url), max_age_s=0)

    def _of_player(self, text: str, kind: str, asked: Asked) -> Reply:
        account_id, query = _number(text), parse_qs(asked.query)
        told = _TELL.get(kind)
        if told is None:
            return error(404, "Not Found")
        return json_reply(told(account_id, query), max_age_s=0)

    def _constants(self, name: str, asked: Asked) -> Reply:
        del asked
        found = constants(name)
        return error(404, "Not Found") if found is None else json_reply(found, max_age_s=3600)

    def _league(self, text: str, asked: Asked) -> Reply:
        del asked
        ids = [game.match_id for game in listed()] if _number(text) == LEAGUE_ID else []
        return json_reply(sorted(ids), max_age_s=0)


def error(status: int, sentence: str | None) -> Reply:
    """Give OpenDota's error shape."""
    body = json.dumps({"error": sentence}, separators=(",", ":")).encode()
    return Reply(status, body, {"Content-Type": "application/json; charset=utf-8", **NO_STORE})


@lru_cache(maxsize=64)
def _body(match_id: int, parsed: bool) -> bytes:  # noqa: FBT001 - a cache's key
    if match_id in SAMPLES:
        return sample_body(match_id)
    body = tell_match(play(match_id), parsed=parsed)
    return json.dumps(body, separators=(",", ":")).encode()


def _refused(match_id: int) -> Reply | None:
    state = state_of(match_id)
    if state in {UNKNOWN, ONLY_STEAM}:
        return error(404, "Not Found")
    if state == LIMITED:
        return error(429, "minute rate limit exceeded")
    return error(500, "Internal Server Error") if state == BROKEN else None


def _bearer(asked: Asked) -> str:
    return asked.headers.get("Authorization", "").removeprefix("Bearer ")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else -1  # noqa: PLR2004


def _matches(account_id: int, query: dict[str, list[str]]) -> list[Any]:
    limit = _number(query.get("limit", [""])[0])
    offset = max(0, _number(query.get("offset", ["0"])[0]))
    lines = people.history_of(account_id)[offset:]
    asked = query.get("project", [])
    return [people.plain(one, asked) for one in lines[: limit if limit > 0 else LONGEST_HISTORY]]


def _totals(account_id: int, query: dict[str, list[str]]) -> list[Any]:
    del query
    lines = people.history_of(account_id)
    fields = ("kills", "deaths", "assists", "gold_per_min", "xp_per_min", "last_hits", "denies",
              "duration", "hero_damage", "tower_damage", "hero_healing")  # fmt: skip
    return [
        {"field": name, "n": len(lines), "sum": sum(one[name] for one in lines)} for name in fields
    ]


def _counts(account_id: int, query: dict[str, list[str]]) -> dict[str, Any]:
    del query
    told: dict[str, dict[str, dict[str, int]]] = {}
    for line in people.history_of(account_id):
        for field in ("leaver_status", "game_mode", "lobby_type", "lane_role"):
            row = told.setdefault(field, {}).setdefault(str(line[field]), {"games": 0, "win": 0})
            row["games"] += 1
            row["win"] += int(people.won(line))
    return told


def _record(account_id: int, query: dict[str, list[str]]) -> dict[str, int]:
    del query
    wins = sum(people.won(line) for line in people.history_of(account_id))
    return {"win": wins, "lose": len(people.history_of(account_id)) - wins}


_TELL: dict[str, Callable[[int, dict[str, list[str]]], Any]] = {
    "matches": _matches,
    "recentMatches": lambda who, _: [people.recent(one) for one in people.history_of(who)[:20]],
    "heroes": lambda who, _: people.heroes_of(who),
    "peers": lambda who, _: people.peers_of(who),
    "totals": _totals,
    "counts": _counts,
    "wl": _record,
}
