"""deadlock-api as a stand-in: its service behind its limits."""

from collections.abc import Mapping
from pathlib import Path

from webapp.simulator.asked import Asked
from webapp.simulator.deadlock.service import DeadlockService
from webapp.simulator.limits import LIMITS, Buckets, Limit
from webapp.simulator.replies import Reply, error_reply


class DeadlockStand:
    """Answers below /deadlock; each caller and kind of call has a bucket."""

    def __init__(self, real_data: Path | None, limits: Mapping[str, Limit] = LIMITS) -> None:
        """Real bodies, where there are any, are served before generated ones."""
        self._service, self._buckets = DeadlockService(real_data), Buckets(limits)

    def __call__(self, asked: Asked) -> Reply:
        """Give the reply to one request."""
        if not asked.reads:
            return error_reply(405, "Method not allowed")
        key = asked.headers.get("X-Api-Key", "").removeprefix("HEXE-")
        kind = self._service.kind_of(asked.path)
        allowance = self._buckets.take(key or asked.caller, kind, keyed=bool(key))
        if not allowance.allowed:
            reply = error_reply(429, "Rate limit exceeded")
        else:
            reply = self._service.answer(asked.path, asked.query, asked.base_url)
        return Reply(reply.status, reply.body, {**reply.headers, **allowance.headers()})
