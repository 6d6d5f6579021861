"""Sums over answers and samples: percentiles, shares, recovery, slopes. Pure."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from webapp.cli.load.plan import Heard, Reply

BUSY = int(HTTPStatus.SERVICE_UNAVAILABLE)
FIRST_ERROR = 400
MANY_TIMES = 8
STEADY = 3
MIDDLE, MOST, NEARLY_ALL = 0.50, 0.95, 0.99


@dataclass(frozen=True, slots=True)
class Traffic:
    """What one run of asking came to; times are those of accepted requests, in seconds.

    `curt` are the refusals that did not say when to ask again.
    """

    per_second: float
    answered: int
    refused: int
    curt: int
    wrong: dict[str, int]
    p50_s: float
    p95_s: float
    p99_s: float
    slowest_s: float
    refused_p99_s: float
    late_s: float
    unsent: int

    @property
    def errors(self) -> int:
        """Answers that were neither a page nor a refusal."""
        return sum(self.wrong.values())

    @property
    def refused_share(self) -> float:
        """The share of answers that were refusals."""
        return self.refused / max(1, self.answered + self.refused + self.errors)

    @property
    def lost_share(self) -> float:
        """The share of requests that got no page: refused, gone wrong, or never sent."""
        lost = self.refused + self.errors + self.unsent
        return lost / max(1, self.answered + lost)

    @property
    def spread(self) -> float:
        """How many times the median the slowest hundredth takes at least."""
        return self.p99_s / self.p50_s if self.p50_s else math.inf


def percentile(values: Sequence[float], share: float) -> float:
    """Give the value that this share of `values` does not exceed; 0 for none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0


def traffic_of(heard: Heard) -> Traffic:
    """Sum up what was heard."""
    good = [one.took_s for one in heard.replies if _is_good(one)]
    refusals = [one for one in heard.replies if one.status == BUSY]
    refused = [one.took_s for one in refusals]
    wrong = Counter(
        f"{one.status} {one.kind}"
        for one in heard.replies
        if not _is_good(one) and one.status != BUSY
    )
    return Traffic(
        per_second=len(heard.replies) / heard.seconds,
        answered=len(good),
        refused=len(refused),
        curt=sum(not one.says_when for one in refusals),
        wrong=dict(wrong),
        p50_s=percentile(good, MIDDLE),
        p95_s=percentile(good, MOST),
        p99_s=percentile(good, NEARLY_ALL),
        slowest_s=max(good, default=0.0),
        refused_p99_s=percentile(refused, NEARLY_ALL),
        late_s=heard.late_s,
        unsent=heard.unsent,
    )


def unusual_seconds(replies: Iterable[Reply], usual: Traffic) -> tuple[set[int], int]:
    """Give the seconds in which traffic was not as usual, and how many seconds there are.

    As usual is: no refusal, no error, and 95 of 100 answers within what 99 of 100 take usually.
    """
    by_second: dict[int, list[Reply]] = {}
    for one in replies:
        by_second.setdefault(int(one.at_s), []).append(one)
    odd = {n for n, there in by_second.items() if not _is_usual(there, usual)}
    return odd, max(by_second, default=-1) + 1


def recovery_s(unusual: Collection[int], seconds: int) -> float | None:
    """Say after how many whole seconds `STEADY` of them on end were as usual; None if never.

    One that is not, long after, is no news of a flood: usual traffic has such seconds too.
    """
    starts = range(seconds - STEADY + 1)
    first = (n for n in starts if not any(n + k in unusual for k in range(STEADY)))
    return next(map(float, first), None)


def together(stretches: Sequence[Heard]) -> Heard:
    """Put stretches that followed each other together as one."""
    return Heard(
        seconds=sum(one.seconds for one in stretches),
        replies=[reply for one in stretches for reply in one.replies],
        late_s=max((one.late_s for one in stretches), default=0.0),
        unsent=sum(one.unsent for one in stretches),
    )


def slope(times: Sequence[float], values: Sequence[float]) -> float:
    """Fit a straight line; gives its rise for each unit of time, 0 for fewer than two points."""
    if len(set(times)) < 2:  # noqa: PLR2004 - a line needs two
        return 0.0
    return statistics.linear_regression(times, values).slope


def _is_good(one: Reply) -> bool:
    return 0 < one.status < FIRST_ERROR


def _is_usual(there: Sequence[Reply], usual: Traffic) -> bool:
    slow = percentile([one.took_s for one in there], MOST)
    return all(map(_is_good, there)) and slow <= usual.p99_s
