"""Before a question and after it: breaker and budget say whether, and are told how it went.

Sleeps a little where that is enough; a longer wait is the job's. Asks nothing itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from webapp.core.db import utc_now
from webapp.core.http.deadline import Deadline
from webapp.core.http.headers import budget_left, reset_in, told_window
from webapp.core.http.outcomes import asked_wait
from webapp.core.http.replies import Exchange, Recorder
from webapp.core.http.upstream import Route, Upstream
from webapp.core.http.wire import Answer
from webapp.core.rate_limit import Breaker, Limiter, Place
from webapp.core.upstream_errors import (
    Drifted,
    Paused,
    ServerFailed,
    Throttled,
    Unavailable,
    UpstreamError,
    Walled,
)

LOOK_AGAIN = timedelta(minutes=1)
PATIENCE = 3.0  # a wait longer than this is the job's to wait, not the worker's


class Budget(Protocol):
    """An upstream's own way of counting calls, in place of the buckets."""

    def take(self, route: Route) -> Place:
        """Take a place for one call, or say how long to wait."""

    def note(self, route: Route, place: Place, answer: Answer | None) -> None:
        """Know that the call is over, and what its answer says of windows, counts and waiting."""


@dataclass(frozen=True, slots=True)
class Begun:
    """When one exchange began, on whose behalf, and the place it took in a budget."""

    at: float
    request_id: str
    place: Place | None = None


def nobody_stopped() -> bool:
    """Say that an upstream may be asked as far as admins are concerned."""
    return False


def refuse_stopped(upstream: Upstream, stopped: Callable[[], bool]) -> None:
    """Ask nothing of an upstream an admin stopped; raises Paused."""
    if stopped():
        raise Paused(f"{upstream.label} was paused by an admin.", utc_now() + LOOK_AGAIN)


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands between one question and its upstream."""

    upstream: Upstream
    limiter: Limiter
    breaker: Breaker
    recorder: Recorder
    budget: Budget | None = None
    stopped: Callable[[], bool] = nobody_stopped

    def pass_through(self, route: Route, deadline: Deadline) -> Place | None:
        """Pass the breaker and the budget; sleeps a little, or says when to come back."""
        refuse_stopped(self.upstream, self.stopped)
        if wait := self.breaker.allow():
            later = utc_now() + timedelta(seconds=wait)
            raise Throttled(f"{self.upstream.label} failed several times; it is left alone.", later)
        while True:
            wait, place = self._take(route)
            if not wait:
                return place
            if wait > min(PATIENCE, deadline.ends_at - deadline.clock()):
                later = utc_now() + timedelta(seconds=wait)
                raise Throttled(f"{self.upstream.label} may not be asked again just yet.", later)
            time.sleep(wait)

    def _take(self, route: Route) -> tuple[float, Place | None]:
        if self.budget is None:
            return self.limiter.take(self.upstream.buckets(route)), None
        place = self.budget.take(route)
        return place.wait, place

    def note(
        self, route: Route, answer: Answer | None, error: UpstreamError | None, begun: Begun
    ) -> int | None:
        """Tell breaker, limiter and record what happened; gives its number in the record."""
        self._tell_breaker(route, error)
        if self.budget is not None:
            self.budget.note(route, begun.place or Place(0.0), answer)
        elif answer is not None:
            self._tell_limiter(route, answer)
        return self.recorder.record(
            Exchange(
                upstream=self.upstream.name,
                route=route.template,
                status=answer.status if answer else None,
                outcome=error.outcome if error else "ok",
                latency_ms=int((time.monotonic() - begun.at) * 1000),
                bytes=answer.wire_bytes if answer else 0,
                remaining=budget_left(answer.headers) if answer else None,
                request_id=begun.request_id,
            )
        )

    def _tell_breaker(self, route: Route, error: UpstreamError | None) -> None:
        if isinstance(error, Throttled):
            return
        absent = isinstance(error, ServerFailed) and error.status in route.absent_statuses
        if isinstance(error, (Unavailable, Drifted, Walled)) and not absent:
            self.breaker.failed()
        else:
            self.breaker.succeeded()

    def _tell_limiter(self, route: Route, answer: Answer) -> None:
        now, buckets = utc_now(), self.upstream.buckets(route)
        if answer.status == 420:  # noqa: PLR2004 - one fault budget over all routes
            self.limiter.freeze(buckets[-1], asked_wait(answer.headers, now).total_seconds())
        elif answer.status == 429:  # noqa: PLR2004 - HTTP's own number
            self.limiter.freeze(buckets[0], asked_wait(answer.headers, now).total_seconds())
        elif budget_left(answer.headers) == 0 and (wait := reset_in(answer.headers, now)):
            self.limiter.freeze(buckets[0], wait)
        if route.learns and (window := told_window(answer.headers)):
            self.limiter.learn(buckets[0], window)
