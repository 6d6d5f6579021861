"""Everything one account owns, given to another one, table by table.

Every table that names an account moves by itself, whichever tables there are. A row the other
account has in its own way already (the same player followed) stays behind and goes with its
account.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Table, select, update
from sqlalchemy.exc import IntegrityError

from webapp.core.db import db

STAYING: Final = frozenset(
    {"account_session", "sign_in_link", "sign_in_attempt", "mail_link", "account_export"}
)
"""What ends with an account instead: signings in under way, and archives of what was."""


def owning_columns() -> tuple[Column[int], ...]:
    """Give every column that says whose a row is: those that go with their account."""
    keys = [key for table in db.metadata.sorted_tables for key in table.foreign_keys]
    to_account = [key for key in keys if key.column.table.name == "account"]
    return tuple(key.parent for key in to_account if key.ondelete == "CASCADE")


def move_rows(gone: int, into: int, *, staying: frozenset[str] = STAYING) -> dict[str, int]:
    """Give one account's rows to another; gives how many of each table moved."""
    moved = {
        column.table.name: _move(column.table, column, gone, into)
        for column in owning_columns()
        if column.table.name not in staying
    }
    return {name: count for name, count in moved.items() if count}


def _move(table: Table, owner: Column[int], gone: int, into: int) -> int:
    keys = tuple(table.primary_key.columns)
    rows = db.session.execute(select(*keys).where(owner == gone)).all()
    return sum(_move_one(table, owner, dict(zip(keys, row, strict=True)), into) for row in rows)


def _move_one(table: Table, owner: Column[int], key: dict[Column[int], int], into: int) -> bool:
    this = [column == value for column, value in key.items()]
    try:
        with db.session.begin_nested():
            db.session.execute(update(table).where(*this).values({owner: into}))
    except IntegrityError:
        return False
    return True
