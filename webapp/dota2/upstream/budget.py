"""OpenDota's two limits, shared by all processes: calls a minute, and calls a day without a key.

What its headers say is left counts more than our own sums: others may use the same address.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from webapp.core.db import utc_now
from webapp.core.http import Answer, Route
from webapp.core.http.outcomes import asked_wait
from webapp.core.rate_limit import Bucket, Limiter, Place, Window
from webapp.dota2.domain.words import PARSE_COST

MINUTE_S: Final = 60.0
DAY_S: Final = 86_400.0
LONGEST_FREEZE_S: Final = 900.0
PARSE: Final = "parse"
THROTTLED: Final = 429
BY_MINUTE: Final = Bucket("opendota:minute", (Window(60, MINUTE_S),))
BY_MINUTE_KEYED: Final = Bucket("opendota:minute", (Window(300, MINUTE_S),))
BY_DAY: Final = Bucket("opendota:day", (Window(3_000, DAY_S),))
BY_DAY_PARSE: Final = replace(BY_DAY, cost=PARSE_COST)


@dataclass(frozen=True, slots=True)
class OpenDotaBudget:
    """What one installation may ask of OpenDota; a key lifts the limit of the day."""

    limiter: Limiter
    keyed: bool

    def take(self, route: Route) -> Place:
        """Take a place for one call, or say how long to wait; a parse takes ten of the day."""
        day = BY_DAY_PARSE if route.group == PARSE else BY_DAY
        return Place(self.limiter.take((self._minute,) if self.keyed else (self._minute, day)))

    def note(self, route: Route, place: Place, answer: Answer | None) -> None:
        """Leave OpenDota alone when it says that a limit is reached."""
        del route, place
        if answer is None:
            return
        said = answer.headers.get
        refused = answer.status == THROTTLED
        if _none_left(said("x-rate-limit-remaining-day", "")) or (
            refused and b"daily" in answer.body[:200]
        ):
            self.limiter.freeze(BY_DAY, LONGEST_FREEZE_S)
        elif refused:
            self.limiter.freeze(self._minute, asked_wait(answer.headers, utc_now()).total_seconds())
        elif _none_left(said("x-rate-limit-remaining-minute", "")):
            self.limiter.freeze(self._minute, MINUTE_S)

    @property
    def _minute(self) -> Bucket:
        return BY_MINUTE_KEYED if self.keyed else BY_MINUTE


def _none_left(text: str) -> bool:
    return text.strip().lstrip("-").strip("0") == "" if text.strip() else False
