"""The one small query that answers most readers, and what becomes of it under harm."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from webapp.core.db import DEAD_PEER, db, read_one, read_row, read_together
from webapp.core.readers import Question, Readers

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


def test_every_connection_gives_up_a_peer_that_fell_silent() -> None:
    with db.engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver
        told = driver.info.get_parameters()
    assert {name: told[name] for name in DEAD_PEER} == {n: str(v) for n, v in DEAD_PEER.items()}


def test_questions_one_after_another_share_a_connection() -> None:
    asked = {read_one("select pg_backend_pid()", {}) for _ in range(5)}
    assert len(asked) == 1


def test_some_are_asked_together_on_one_connection() -> None:
    words = "select pg_backend_pid(), g from generate_series(1, %(n)s) g"
    answers = [read_together(*(Question(words, {"n": n}) for n in range(4))) for _ in range(7)]
    assert all([len(rows) for rows in told] == [0, 1, 2, 3] for told in answers)
    assert len({pid for told in answers for rows in told for pid, _ in rows}) == 1


def test_together_they_are_asked_again_where_a_connection_was_dropped() -> None:
    asked = [Question("select %(n)s::int", {"n": n}) for n in range(3)]
    read_together(*asked)
    with db.engine.connect() as survivor:
        survivor.execute(END_OTHERS)
    assert read_together(*asked) == [[(0,)], [(1,)], [(2,)]]
    db.engine.dispose()


@pytest.mark.parametrize("beside", [0, 2])
def test_a_connection_dropped_amid_a_question_is_said_at_once(beside: int) -> None:
    asked = [Question("select pg_sleep(20)", {}), *[Question("select 1", {})] * beside]
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(Readers(db.engine).ask, asked)
        time.sleep(0.3)
        with db.engine.connect() as survivor:
            survivor.execute(END_OTHERS)
        with pytest.raises(psycopg.OperationalError):
            answer.result(timeout=15)
    db.engine.dispose()


def test_one_wrong_among_them_is_said_and_the_next_are_answered() -> None:
    right, wrong = Question("select 1", {}), Question("select nothing from nowhere", {})
    with pytest.raises(ProgrammingError):
        read_together(right, wrong, right)
    assert read_together(right, right) == [[(1,)], [(1,)]]


def test_threads_at_once_each_have_their_own(app: Flask) -> None:
    def ask(_number: int) -> int:
        with app.app_context():
            return int(read_one("select pg_backend_pid() from pg_sleep(0.2)", {}))

    with ThreadPoolExecutor(3) as pool:
        assert len(set(pool.map(ask, range(3)))) == 3


def test_its_connections_end_with_the_engines() -> None:
    before = read_one("select pg_backend_pid()", {})
    db.engine.dispose()
    after = read_one("select pg_backend_pid()", {})
    assert after != before


def test_one_that_is_lent_meanwhile_ends_with_its_answer() -> None:
    readers = Readers(db.engine)
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(
            readers.ask, [Question("select pg_backend_pid() from pg_sleep(0.3)", {})]
        )
        time.sleep(0.1)
        readers.close()
        [[[pid]]] = slow.result()
    assert not vars(readers)["_free"]
    gone = text("select count(*) from pg_stat_activity where pid = :pid")
    deadline = time.monotonic() + 5
    while db.session.scalar(gone, {"pid": pid}) and time.monotonic() < deadline:
        db.session.rollback()
    assert db.session.scalar(gone, {"pid": pid}) == 0


def test_what_another_process_opened_is_let_go_unharmed(monkeypatch: pytest.MonkeyPatch) -> None:
    readers = Readers(db.engine)
    with monkeypatch.context() as parent:
        parent.setattr(os, "getpid", lambda: -1)
        readers.ask([Question("select 1", {})])
    theirs = vars(readers)["_free"][0]
    readers.close()
    assert theirs.ask([Question("select 1", {})]) == [[(1,)]]
    theirs.connection.close()


def test_a_question_is_prepared_once_for_each_kind_of_values() -> None:
    words = "select %(n)s::bigint, '100 %%', %(said)s::text, %(n)s::bigint + 1"
    count = Question("select count(*) from pg_prepared_statements", {})
    [[(before,)]] = read_together(count)
    for number in (1, 2, 10**6, 10**12, None):
        later = None if number is None else number + 1
        asked = {"n": number, "said": "it's %(n)s"}
        assert read_row(words, asked) == (number, "100 %", "it's %(n)s", later)
    [[(after,)]] = read_together(count)
    assert 1 < after - before < 11


def test_a_long_answer_to_a_long_question_is_whole() -> None:
    words = "select repeat(%(said)s, 20) from generate_series(1, 200)"
    said = "ü" * 40_000
    rows, one = read_together(Question(words, {"said": said}), Question("select 1", {}))
    assert [len(row[0]) for row in rows] == [800_000] * 200
    assert one == [(1,)]


def test_a_wrong_query_is_said_in_sqlalchemys_words() -> None:
    with pytest.raises(ProgrammingError):
        read_one("select nothing from nowhere", {})


def test_the_connection_goes_back_with_transactions_on() -> None:
    read_one("select 1", {})
    with db.engine.connect() as connection:
        connection.execute(text("create table left_behind (n int)"))
    assert read_one("select to_regclass('left_behind')::text", {}) is None
