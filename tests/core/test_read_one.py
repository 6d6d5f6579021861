"""The one small query that answers most readers, and what becomes of it under harm."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from webapp.core.db import db, read_one

END_OTHERS = text(
    "select pg_terminate_backend(pid) from pg_stat_activity"
    " where datname = current_database() and pid <> pg_backend_pid()"
)


@pytest.fixture(autouse=True)
def in_app(app: object) -> None:
    assert app


def test_it_gives_the_first_value_or_none() -> None:
    assert read_one("select %(n)s::int + 1", {"n": 41}) == 42
    assert read_one("select 1 where false", {}) is None


def test_a_dropped_connection_is_replaced_unseen() -> None:
    held = [db.engine.raw_connection() for _ in range(3)]
    for one in held:
        one.close()
    with db.engine.connect() as survivor:
        survivor.execute(END_OTHERS)
    assert [read_one("select %(n)s::int", {"n": n}) for n in range(4)] == [0, 1, 2, 3]


def test_a_wrong_query_is_said_in_sqlalchemys_words() -> None:
    with pytest.raises(ProgrammingError):
        read_one("select nothing from nowhere", {})


def test_the_connection_goes_back_with_transactions_on() -> None:
    read_one("select 1", {})
    with db.engine.connect() as connection:
        connection.execute(text("create table left_behind (n int)"))
    assert read_one("select to_regclass('left_behind')::text", {}) is None
