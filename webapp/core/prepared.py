"""SELECTs pages ask again and again, put into the driver's words once.

Making a query anew, its transaction and its rows cost more than the database takes to answer
a small one. A page that only reads needs none of that. Never writes, and never sees what the
caller's own transaction has not committed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, LiteralString, cast

from sqlalchemy import ARRAY, BindParameter, ColumnElement, CompoundSelect, Select, any_, bindparam
from sqlalchemy.dialects.postgresql import psycopg

from webapp.core.db import read_together
from webapp.core.readers import Question, Row


def among(column: Any, name: str) -> ColumnElement[bool]:
    """Say that a column is one of the values asked with under this name, a list."""
    values: BindParameter[Any] = bindparam(name, type_=ARRAY(column.type))
    return cast("ColumnElement[bool]", column == any_(values))


class Prepared:
    """One SELECT; what differs from asking to asking is a `bindparam` of it.

    A limit of None is no limit. Values come as the driver reads them: columns of types that
    SQLAlchemy would translate do not belong here.
    """

    def __init__(self, query: Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]) -> None:
        """Keep it as it is; the words are made when it is asked first."""
        self._query = query
        self._worded: tuple[LiteralString, Mapping[str, Any]] | None = None

    def question(self, **values: Any) -> Question:
        """Give it with these values, to be asked together with others (`db.read_together`)."""
        words, fixed = self._words()
        return Question(words, {**fixed, **values})

    def rows(self, **values: Any) -> list[Row]:
        """Ask with these values; all rows of the answer. Raises SQLAlchemy's errors."""
        return read_together(self.question(**values))[0]

    def row(self, **values: Any) -> Row | None:
        """Ask with these values; the first row, or None."""
        rows = self.rows(**values)
        return rows[0] if rows else None

    def _words(self) -> tuple[LiteralString, Mapping[str, Any]]:
        if self._worded is None:
            compiled = self._query.compile(dialect=psycopg.dialect())  # type: ignore[no-untyped-call]
            fixed = {name: one.value for name, one in compiled.binds.items() if not one.required}
            self._worded = str(compiled), fixed
        return self._worded
