"""Riot's servers as a stand-in: `/riot/<route>/…`, behind the key check and the windows."""

from dataclasses import replace

from webapp.simulator.asked import Asked
from webapp.simulator.replies import Reply
from webapp.simulator.riot.icons import PATH, set_icon
from webapp.simulator.riot.live import PATH as LIVE
from webapp.simulator.riot.live import set_live
from webapp.simulator.riot.service import Call, answer, method_of, read_query, refusal
from webapp.simulator.riot.windows import Limits, RiotWindows

GOOD_KEY, SPENT_KEY = "RGAPI-", "RGAPI-expired"


class RiotStand:
    """Answers below /riot; each key has its windows on each route."""

    def __init__(self, limits: Limits | None = None) -> None:
        """Go by Riot's own windows where nothing else is said."""
        self._windows = RiotWindows(limits or Limits())

    def __call__(self, asked: Asked) -> Reply:
        """Give the reply to one request."""
        if (asked.method, asked.path) == ("POST", PATH):
            return set_icon(asked.body)
        if (asked.method, asked.path) == ("POST", LIVE):
            return set_live(asked.body)
        key = asked.headers.get("X-Riot-Token", "")
        if not asked.reads:
            return refusal(405, "Method not allowed")
        if not key:
            return refusal(401, "Unauthorized")
        if not key.startswith(GOOD_KEY) or key.startswith(SPENT_KEY):
            return refusal(403, "Forbidden")
        return self._limited(asked, key)

    def _limited(self, asked: Asked, key: str) -> Reply:
        _, route, rest = asked.path.split("/", 2) if asked.path.count("/") > 1 else ("", "", "")
        method = method_of(f"/{rest}")
        if method is None:
            return refusal(404, "Data not found")
        verdict = self._windows.take(key, route, method)
        if not verdict.allowed:
            return replace(refusal(429, "Rate limit exceeded"), headers=verdict.headers)
        reply = answer(Call(route, key, read_query(asked.query)), f"/{rest}")
        return replace(reply, headers={**reply.headers, **verdict.headers})
