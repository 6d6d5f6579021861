"""How fast one route of Riot's may be asked: the key's windows, the method's, and every freeze.

Application, method and service limits are freezes of different width; a 429 that names no
kind comes from the edge and means the whole route is to be left alone for a little.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from webapp.core.http import Answer, Route
from webapp.core.http.headers import retry_after
from webapp.core.rate_limit import FixedLimiter, Place, Scope, Told
from webapp.lol.domain.platforms import key_budget
from webapp.lol.upstream.routes import APP_WINDOWS, SERVICES

RESERVE: Final = 0.3
"""The share of the longest window that work nobody waits for leaves to those who wait."""
EDGE_SECONDS: Final = 5.0
TOO_MANY: Final = 429
APP_WORD: Final = "x-app-rate-limit"
METHOD_WORD: Final = "x-method-rate-limit"


@dataclass(frozen=True, slots=True)
class RiotBudget:
    """One route's budget, shared by all processes; `patient` leaves the reserve to others."""

    limiter: FixedLimiter
    route: str
    patient: bool = False

    def take(self, route: Route) -> Place:
        """Take a place in every window this call counts in."""
        scopes = (self.app, self.method(route), self.service(route))
        return self.limiter.take(scopes, reserve=RESERVE if self.patient else 0.0)

    def note(self, route: Route, place: Place, answer: Answer | None) -> None:
        """Learn windows and counts from an answer's headers, and freeze what it refuses."""
        told = answer.headers if answer is not None else {}
        scopes = ((self.app, APP_WORD), (self.method(route), METHOD_WORD))
        said = [
            Told(scope, told.get(word, ""), told.get(f"{word}-count", "")) for scope, word in scopes
        ]
        self.limiter.answered(place, said)
        if answer is not None and answer.status == TOO_MANY:
            kind = told.get("x-rate-limit-type", "").lower()
            wait = retry_after(told, datetime.now(UTC))
            self.limiter.freeze(self._frozen(kind, route), EDGE_SECONDS if wait is None else wait)

    @property
    def app(self) -> Scope:
        """Name what counts every call of the key on this route."""
        return Scope(key_budget(self.route), APP_WINDOWS)

    def method(self, route: Route) -> Scope:
        """Name what counts the calls of one method."""
        return Scope(f"riot:{self.route}:{route.group}")

    def service(self, route: Route) -> Scope:
        """Name the service behind a method; it has no windows, it can only be frozen."""
        name = SERVICES.get(route.group, route.group)
        return Scope(f"riot:{self.route}:service:{name}", counted=False)

    def _frozen(self, kind: str, route: Route) -> Scope:
        if kind == "method":
            return self.method(route)
        return self.service(route) if kind == "service" else self.app
