"""Upstreams an admin stopped: nobody asks them until they are released.

One row stands for every process at once. A name stands for its parts too: `riot` for `riot-eu`.
Nothing else has a hyphen in its name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import Engine, delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import SQLAlchemyError

from webapp.core.db import db
from webapp.core.models import UpstreamPause

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Stopped:
    """A stopped upstream: since when, by whom, why."""

    name: str
    paused_at: datetime
    paused_by: str
    why: str


def family_of(name: str) -> str:
    """Name what an upstream is a part of: itself, or what stands before the first hyphen."""
    return name.partition("-")[0]


def pause_reader(engine: Engine, name: str) -> Callable[[], bool]:
    """Make a function that says whether an upstream is stopped; with its own short question.

    A database that is away stops nobody: the record of the call will say the same.
    """
    names = (name, family_of(name))

    def stopped() -> bool:
        asked = select(UpstreamPause.name).where(UpstreamPause.name.in_(names)).limit(1)
        try:
            with engine.connect() as connection:
                return connection.scalar(asked) is not None
        except SQLAlchemyError as error:
            log.warning("pauses not read", upstream=name, why=type(error).__name__)
            return False

    return stopped


def pause_upstream(name: str, by: str, why: str) -> bool:
    """Stop an upstream, in the caller's transaction; False when it was stopped already."""
    new = insert(UpstreamPause).values(name=name, paused_by=by, why=why)
    made = db.session.scalar(new.on_conflict_do_nothing().returning(UpstreamPause.name))
    return made is not None


def release_upstream(name: str) -> Stopped | None:
    """Let an upstream be asked again, in the caller's transaction; gives the pause that ended."""
    gone = delete(UpstreamPause).where(UpstreamPause.name == name).returning(*_columns())
    row = db.session.execute(gone).one_or_none()
    return Stopped(*row) if row else None


def stopped_upstreams() -> tuple[Stopped, ...]:
    """Give every stopped upstream."""
    rows = db.session.execute(select(*_columns()).order_by(UpstreamPause.name))
    return tuple(Stopped(*row) for row in rows)


def _columns() -> tuple[Any, ...]:
    return tuple(getattr(UpstreamPause, name) for name in Stopped.__slots__)
