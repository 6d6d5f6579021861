"""The one database handle and the clock all rows are stamped with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import MetaData, TextClause
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase

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
        "connect_args": {"connect_timeout": 5, "application_name": "guildhall"},
    }


def read_one(query: TextClause, values: Mapping[str, Any]) -> Any:
    """Run one small query outside of any transaction: one round trip, its first value or None.

    A connection the database dropped meanwhile is replaced and asked once more.
    """
    try:
        return _read_one(query, values)
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
        return _read_one(query, values)


def _read_one(query: TextClause, values: Mapping[str, Any]) -> Any:
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        return connection.scalar(query, values)


def utc_now() -> datetime:
    """Say the present moment, aware of its zone."""
    return datetime.now(UTC)
