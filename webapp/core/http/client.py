"""Asking an upstream: cache, breaker, budget, wire, judgement, record, in that order.

A question with a body is never kept, and never put twice.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from urllib.parse import urlencode

import structlog

from webapp.core.db import utc_now
from webapp.core.http.asides import Asides
from webapp.core.http.cache import Kept, ResponseStore, cache_key
from webapp.core.http.deadline import Deadline
from webapp.core.http.gate import Begun, Budget, Gate, nobody_stopped
from webapp.core.http.outcomes import TRANSPORT, refusal, why_it_failed
from webapp.core.http.replies import Recorder
from webapp.core.http.upstream import Reply, Route, Upstream
from webapp.core.http.wire import Answer, Wire
from webapp.core.rate_limit import Breaker, Limiter
from webapp.core.turns import aside
from webapp.core.upstream_errors import (
    Drifted,
    ServerFailed,
    Throttled,
    Unavailable,
    UpstreamError,
)
from webapp.core.upstream_pauses import family_of

LOG = structlog.get_logger(__name__)
TOTAL_SECONDS = 20.0
TRIES = 2
JITTER_SECONDS = 0.5
ACCEPTS = {"json": "application/json", "bytes": "*/*", "image": "image/*"}
CHANCE = random.SystemRandom()


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of one exchange, and whom to tell if it proves to be of another form."""

    answer: Answer
    note_drift: Callable[[Drifted], None]

    def reply(self, url: str) -> Reply:
        """Give it as a reply."""
        came = self.answer
        now, tell = utc_now(), self.note_drift
        return Reply(came.status, came.headers, came.body, now, url=url, note_drift=tell)


@dataclass(frozen=True, slots=True)
class HttpClient:
    """One upstream as this process asks it; keeps nothing open between questions."""

    upstream: Upstream
    limiter: Limiter
    breaker: Breaker
    cache: ResponseStore
    recorder: Recorder
    wire: Wire
    user_agent: str
    request_id: Callable[[], str]
    total_seconds: float = TOTAL_SECONDS
    tries: int = TRIES
    budget: Budget | None = None
    stopped: Callable[[], bool] = nobody_stopped
    asides: Asides | None = None

    def get(
        self,
        path: str,
        *,
        route: Route,
        params: Mapping[str, str | int | Sequence[str]] | None = None,
        cached: bool = True,
    ) -> Reply:
        """Get a path below the base URL; raises the errors of webapp.core.upstream_errors.

        A list among `params` is named once for each of its words.
        """
        query = f"?{urlencode(params, doseq=True)}" if params else ""
        return self._get(self.upstream.address(path) + query, route, cached=cached)

    def get_url(self, url: str, *, route: Route, cached: bool = True) -> Reply:
        """Get a whole URL an upstream named; raises Walled unless its host is allowed."""
        self.upstream.check(url)
        return self._get(url, route, cached=cached)

    def post(
        self, path: str, body: bytes, *, route: Route, headers: Mapping[str, str] | None = None
    ) -> Reply:
        """Put a question to a path below the base URL: once, and never kept.

        It is JSON unless `headers` say otherwise.
        """
        url = self.upstream.address(path)
        said = {"Accept": ACCEPTS[route.kind], "Content-Type": "application/json"}
        headers = {**said, **self.upstream.secret_headers, **(headers or {})}
        deadline = Deadline.after(self.total_seconds)
        return self._ask(url, route, headers, deadline, body=body).reply(url)

    def _get(self, url: str, route: Route, *, cached: bool) -> Reply:
        deadline = Deadline.after(self.total_seconds)
        secret = self.upstream.secret_headers if self.upstream.owns(url) else {}
        headers = {"Accept": ACCEPTS[route.kind], **secret}
        key = cache_key(self.upstream.name, url, headers)
        kept = self.cache.load(key, url) if cached else None
        if kept and kept.fresh_until > utc_now():
            return kept.reply
        question = {**headers, **(kept.questions() if kept else {})}
        asked = self._try(url, route, question, deadline)
        if asked.answer.status == 304:  # noqa: PLR2004 - HTTP's own number
            return self._renewed(kept, asked)
        if cached:
            self.cache.save(key, route, asked.answer)
        return asked.reply(url)

    def _renewed(self, kept: Kept | None, asked: Asked) -> Reply:
        if kept is None:
            nothing = f"{self.upstream.label} said nothing changed, to a first question."
            raise asked.reply("").drifted(nothing)
        renewed = self.cache.renew(kept, asked.answer.headers)
        return replace(renewed, note_drift=asked.note_drift)

    def _try(self, url: str, route: Route, headers: Mapping[str, str], deadline: Deadline) -> Asked:
        """Ask, and after a passing fault ask once more after a random short while."""
        for attempt in range(1, self.tries + 1):
            try:
                return self._ask(url, route, headers, deadline)
            except Unavailable as error:
                pause = CHANCE.uniform(0, JITTER_SECONDS * 2**attempt)
                if attempt == self.tries or not self._worth_again(error, route, deadline, pause):
                    raise
                time.sleep(pause)
        raise AssertionError("the last try either answers or raises")

    def _worth_again(
        self, error: Unavailable, route: Route, deadline: Deadline, pause: float
    ) -> bool:
        if isinstance(error, Throttled) or deadline.ends_at - deadline.clock() <= pause:
            return False
        absent = isinstance(error, ServerFailed) and error.status in route.absent_statuses
        soon = error.retry_at is None or error.retry_at <= utc_now() + timedelta(seconds=31)
        return soon and not absent

    def _ask(
        self,
        url: str,
        route: Route,
        headers: Mapping[str, str],
        deadline: Deadline,
        *,
        body: bytes | None = None,
    ) -> Asked:
        gate = self.gate()
        place = gate.pass_through(route, deadline)
        begun = Begun(time.monotonic(), self.request_id(), place)
        answer: Answer | None = None
        error: UpstreamError | None = None
        try:
            with aside():
                answer = self.wire.ask(url, self._named(headers, begun), route, deadline, body=body)
            error = refusal(answer, self.upstream, route, utc_now())
        except TRANSPORT as failure:
            error = why_it_failed(failure, self.upstream, utc_now())
        number = gate.note(route, answer, error, begun)
        if isinstance(error, Drifted):
            self._keep_aside(route, url, error)
        if answer is None or error is not None:
            raise error or Unavailable(f"{self.upstream.label} could not be reached.")
        return Asked(answer, partial(self._note_drift, route, url, number))

    def _note_drift(self, route: Route, url: str, number: int | None, drift: Drifted) -> None:
        self.recorder.note_drift(number)
        self._keep_aside(route, url, drift)

    def _keep_aside(self, route: Route, url: str, drift: Drifted) -> None:
        if self.asides is not None and route.aside and drift.body:
            self.asides.keep(f"{family_of(self.upstream.name)}.{route.aside}", url, drift)

    def gate(self) -> Gate:
        """Give what stands between a question and this upstream."""
        walls = (self.limiter, self.breaker, self.recorder, self.budget, self.stopped)
        return Gate(self.upstream, *walls)

    def _named(self, headers: Mapping[str, str], begun: Begun) -> dict[str, str]:
        agent = f"{self.user_agent} (request {begun.request_id})"
        ours = {"User-Agent": agent, "Accept-Encoding": "gzip", "Connection": "close"}
        return {**headers, **ours}
