"""How upstreams fared lately, from the record of every exchange with them. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import func, select

from webapp.core.db import db, utc_now
from webapp.core.models import UpstreamReply
from webapp.core.upstream_pauses import family_of

FAILED: Final = ("unavailable", "failed", "drifted", "walled", "oversize")
"""Outcomes that say an upstream, or our way to it, is not well."""
LATELY: Final = timedelta(hours=1)
SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class Fared:
    """How one upstream fared: calls lately, how many failed or were put off, how long they took.

    Milliseconds are of answered calls lately, None without any; `last_ok_at` reaches back as far
    as the record does.
    """

    name: str
    asked: int
    failed: int
    put_off: int
    median_ms: float | None
    p95_ms: float | None
    last_at: datetime | None
    last_ok_at: datetime | None

    @property
    def family(self) -> str:
        """What it is a part of."""
        return family_of(self.name)


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """One exchange."""

    at: datetime
    upstream: str
    route: str
    status: int | None
    outcome: str
    latency_ms: int
    bytes: int
    remaining: int | None
    request_id: str


def upstreams_fared(lately: timedelta = LATELY) -> tuple[Fared, ...]:
    """Say of every upstream on record how it fared lately. One query."""
    reply, recent = UpstreamReply, UpstreamReply.at > utc_now() - lately
    answered = reply.status.is_not(None)
    last_ok = func.max(reply.at).filter(reply.outcome.in_(("ok", "not_found")))
    query = select(
        reply.upstream,
        func.count().filter(recent),
        func.count().filter(recent, reply.outcome.in_(FAILED)),
        func.count().filter(recent, reply.outcome == "throttled"),
        _took(0.5).filter(recent, answered),
        _took(0.95).filter(recent, answered),
        func.max(reply.at),
        last_ok,
    )
    rows = db.session.execute(query.group_by(reply.upstream).order_by(reply.upstream))
    return tuple(Fared(*row) for row in rows)


def last_replies(family: str) -> tuple[ReplyLine, ...]:
    """Give the last exchanges with an upstream and its parts, the newest first."""
    columns = (getattr(UpstreamReply, name) for name in ReplyLine.__slots__)
    mine = (UpstreamReply.upstream == family) | UpstreamReply.upstream.startswith(
        f"{family}-", autoescape=True
    )
    query = select(*columns).where(mine).order_by(UpstreamReply.id.desc()).limit(SHOWN)
    return tuple(ReplyLine(*row) for row in db.session.execute(query))


def replies_for(request: str, since: datetime, until: datetime) -> tuple[ReplyLine, ...]:
    """Give the exchanges made on behalf of one request within a span, the first of them first."""
    columns = (getattr(UpstreamReply, name) for name in ReplyLine.__slots__)
    within = UpstreamReply.at.between(since, until)
    query = select(*columns).where(within, UpstreamReply.request_id == request)
    first = query.order_by(UpstreamReply.id).limit(SHOWN)
    return tuple(ReplyLine(*row) for row in db.session.execute(first))


def _took(share: float) -> Any:
    return func.percentile_cont(share).within_group(UpstreamReply.latency_ms)
