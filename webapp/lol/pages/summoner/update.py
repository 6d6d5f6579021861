"""How fresh what we know of somebody is, and what asking again takes: age, queue, limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
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

_limits: Final[Momentary[str]] = Momentary("lol.limits", 2, most=8)


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
    """Say how much of Riot's longest window for our key is used on this route."""
    if who.platform is None:
        return ""
    region = who.platform.region
    return _limits.get(lambda: _limit_of(region), region)


def _limit_of(region: str) -> str:
    standing = FixedLimiter(shared_valkey()).standing(Scope(key_budget(region)))
    if not standing:
        return ""
    widest = max(standing, key=lambda one: one.seconds)
    whole, rest = divmod(widest.seconds, 60)
    span = f"{whole} min" if whole and not rest else f"{widest.seconds} s"
    return f"{widest.used:,} of {widest.calls:,} calls in {span} used"
