"""The one database handle and the clock all rows are stamped with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final, LiteralString

import psycopg
from flask import current_app
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import MetaData
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase

from webapp.core.readers import Question, Readers, Row

READERS: Final = "guildhall.readers"
CALLED: Final = "guildhall"
"""What every connection of this house is called in the database."""
DEAD_PEER: Final = {
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}
"""When a silent peer counts as gone: in seconds, the last in ms. Means nothing to a socket file."""
NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Names every constraint, so that a migration can name it too."""

    metadata = MetaData(naming_convention=NAMES)


db = SQLAlchemy(model_class=Base)


def engine_options(pool_size: int) -> dict[str, Any]:
    """Size the pool of one process: a connection for each thread, and one more."""
    return {
        "pool_size": pool_size,
        "max_overflow": 2,
        "pool_recycle": 1800,
        "connect_args": {"connect_timeout": 5, "application_name": CALLED, **DEAD_PEER},
    }


def read_one(query: LiteralString, values: Mapping[str, Any]) -> Any:
    """Give the first value of `read_row`, or None."""
    row = read_row(query, values)
    return row[0] if row else None


def read_row(query: LiteralString, values: Mapping[str, Any]) -> Row | None:
    """Give the first row of `read_rows`, or None."""
    rows = read_rows(query, values)
    return rows[0] if rows else None


def read_rows(query: LiteralString, values: Mapping[str, Any]) -> list[Row]:
    """Give the one answer of `read_together`."""
    return read_together(Question(query, values))[0]


def read_together(*questions: Question) -> list[list[Row]]:
    """Run small queries outside of any transaction: one round trip for all, all rows of each.

    They need not see the same moment. A connection the database dropped meanwhile is replaced
    and asked once more; raises SQLAlchemy's errors.
    """
    try:
        return _readers().ask(questions)
    except psycopg.Error:
        pass
    try:
        return _read(questions)
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
        return _read(questions)


def _readers() -> Readers:
    held: Readers | None = current_app.extensions.get(READERS)
    if held is None:
        held = current_app.extensions.setdefault(READERS, Readers(db.engine))
    return held


def _read(questions: Sequence[Question]) -> list[list[Row]]:
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        answers = (connection.exec_driver_sql(one.query, dict(one.values)) for one in questions)
        return [[tuple(row) for row in answer] for answer in answers]


def utc_now() -> datetime:
    """Say the present moment, aware of its zone."""
    return datetime.now(UTC)
