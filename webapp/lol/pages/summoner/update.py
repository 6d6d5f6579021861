"""How fresh what we know of somebody is, and what asking again takes: age, queue, limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Final

from webapp.core.db import db
from webapp.core.momentary import Momentary
from webapp.core.rate_limit import FixedLimiter, Scope
from webapp.core.valkey import shared_valkey
from webapp.jobs.figures import place_in_queue
from webapp.jobs.latest import LatestRun
from webapp.jobs.models import JobRun
from webapp.lol.domain.platforms import key_budget
from webapp.lol.pages.notice import KeyNotice, key_notice
from webapp.lol.pages.summoner.who import Who

_limits: Final[Momentary[str]] = Momentary("lol.limits", 2, most=16)


@dataclass(frozen=True, slots=True)
class Update:
    """The update of an account: when it last was, the run at work, what stands in the way."""

    refreshed_at: datetime | None
    run_url: str | None
    run_said: str
    failed_said: str | None
    limit_said: str
    ask_url: str
    notice: KeyNotice | None


def update_of(who: Who) -> Update:
    """Say how fresh an account is and how its update goes."""
    run = who.run
    live = run if run and run.live else None
    return Update(
        refreshed_at=who.account.refreshed_at if who.account else None,
        run_url=live.url if live else None,
        run_said=_said(live) if live else "",
        failed_said=run.sentence if run and run.state in {"failed", "dead"} else None,
        limit_said=_limit(who),
        ask_url=f"{who.url}/update",
        notice=key_notice(),
    )


def _said(run: LatestRun) -> str:
    """Say what a run waits for or does."""
    if run.state == "waiting":
        return run.sentence
    row = db.session.get(JobRun, run.run_id)
    ahead = place_in_queue(row).ahead if row and run.state == "queued" else 0
    if ahead:
        return f"{ahead} in the queue before it"
    return run.sentence or "It waits for its turn"


def _limit(who: Who) -> str:
    """Say how long Riot has us wait, or how much of our key's longest window is used.

    An update asks two routes, the platform's and its region's; the fuller one is told.
    """
    if who.platform is None:
        return ""
    region, route = who.platform.region, who.platform.route
    return _limits.get(lambda: _limit_of((region, route)), route)


def _limit_of(routes: Sequence[str]) -> str:
    limiter = FixedLimiter(shared_valkey())
    scopes = [Scope(key_budget(route)) for route in routes]
    if frozen := max(limiter.frozen_s(scope) for scope in scopes):
        return f"Riot has us wait for {ceil(frozen)} s"
    told = [standing for scope in scopes if (standing := limiter.standing(scope))]
    if not told:
        return ""
    longest = (max(standing, key=lambda one: one.seconds) for standing in told)
    widest = max(longest, key=lambda one: one.used / one.calls if one.calls else 0.0)
    whole, rest = divmod(widest.seconds, 60)
    span = f"{whole} min" if whole and not rest else f"{widest.seconds} s"
    return f"{widest.used:,} of {widest.calls:,} calls in {span} used"
