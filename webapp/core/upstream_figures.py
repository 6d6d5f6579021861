"""How upstreams fared lately, from the record of every exchange with them. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select, text

from webapp.core.db import db, utc_now
from webapp.core.models import UpstreamReply
from webapp.core.upstream_pauses import family_of

FAILED: Final = ("unavailable", "failed", "drifted", "walled", "oversize")
"""Outcomes that say an upstream, or our way to it, is not well."""
GOOD: Final = ("ok", "not_found")
LATELY: Final = timedelta(hours=1)
# Names are found by hopping along the index from one to the next, the last of each at its end:
# only the replies of lately are read, not two weeks of them.
FARED: Final = """
WITH RECURSIVE names(upstream) AS (
  (SELECT upstream FROM upstream_reply ORDER BY upstream LIMIT 1)
  UNION ALL
  SELECT (SELECT r.upstream FROM upstream_reply r WHERE r.upstream > n.upstream
          ORDER BY r.upstream LIMIT 1)
  FROM names n WHERE n.upstream IS NOT NULL
), recent AS (
  SELECT upstream, count(*) AS asked,
    count(*) FILTER (WHERE outcome = ANY(:failed)) AS failed,
    count(*) FILTER (WHERE outcome = 'throttled') AS put_off,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms)
      FILTER (WHERE status IS NOT NULL) AS median_ms,
    percentile_cont(0.95) WITHIN GROUP (ORDER BY latency_ms)
      FILTER (WHERE status IS NOT NULL) AS p95_ms
  FROM upstream_reply WHERE at > :since GROUP BY upstream
)
SELECT n.upstream, coalesce(l.asked, 0), coalesce(l.failed, 0), coalesce(l.put_off, 0),
  l.median_ms, l.p95_ms,
  (SELECT r.at FROM upstream_reply r WHERE r.upstream = n.upstream ORDER BY r.at DESC LIMIT 1),
  (SELECT r.at FROM upstream_reply r WHERE r.upstream = n.upstream AND r.outcome = ANY(:good)
   ORDER BY r.at DESC LIMIT 1)
FROM names n LEFT JOIN recent l USING (upstream)
WHERE n.upstream IS NOT NULL ORDER BY n.upstream
"""
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
    """Say of every upstream on record how it fared lately. One query, whatever the record holds."""
    asked = {"since": utc_now() - lately, "failed": list(FAILED), "good": list(GOOD)}
    return tuple(Fared(*row) for row in db.session.execute(text(FARED), asked))


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
