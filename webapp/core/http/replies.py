"""The record of every exchange with an upstream, for /status and the admin pages.

Written in a transaction of its own and never at the cost of the call: a reply that cannot
be recorded is logged and forgotten.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
import structlog

from webapp.core.db import utc_now
from webapp.core.http.cache import prune_responses
from webapp.core.models import UpstreamReply
from webapp.core.objects import Objects
from webapp.core.upstream_errors import Drifted

LOG = structlog.get_logger(__name__)
ROWS = sa.inspect(UpstreamReply).local_table
KEPT = timedelta(days=14)
PRUNE_EVERY = 1000


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and what became of it; `status` is None when nothing came."""

    upstream: str
    route: str
    status: int | None
    outcome: str
    latency_ms: int
    bytes: int
    remaining: int | None
    request_id: str


@dataclass(frozen=True, slots=True)
class Recorder:
    """Writes exchanges down."""

    engine: sa.Engine

    def record(self, exchange: Exchange) -> int | None:
        """Keep one exchange and give its number; every thousandth forgets the old ones."""
        row = {**asdict(exchange), "at": utc_now()}
        try:
            with self.engine.begin() as connection:
                added = sa.insert(ROWS).values(row).returning(ROWS.c.id)
                number: int = connection.execute(added).scalar_one()
                if number % PRUNE_EVERY == 0:
                    connection.execute(sa.delete(ROWS).where(ROWS.c.at < utc_now() - KEPT))
        except sa.exc.SQLAlchemyError as error:
            LOG.warning("reply_not_recorded", why=type(error).__name__, **asdict(exchange))
            return None
        return number

    def note_drift(self, number: int | None) -> None:
        """Say of a kept exchange that its answer was of another form than agreed."""
        drifted = sa.update(ROWS).where(ROWS.c.id == number).values(outcome=Drifted.outcome)
        try:
            with self.engine.begin() as connection:
                connection.execute(drifted)
        except sa.exc.SQLAlchemyError as error:
            LOG.warning("drift_not_recorded", why=type(error).__name__)


def prune_upstream_records(
    engine: sa.Engine, objects: Objects, now: datetime, *, kept: timedelta = KEPT
) -> int:
    """Forget replies and cached answers older than `kept`; gives how many."""
    with engine.begin() as connection:
        gone = connection.execute(sa.delete(ROWS).where(ROWS.c.at < now - kept)).rowcount
    return int(gone) + prune_responses(engine, objects, now - kept)
