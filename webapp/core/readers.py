"""Connections that ask small questions, one or some at a time, apart from every transaction.

The question behind most answers takes as long to prepare as to ask when its connection comes
from the pool, so a process keeps a few of its own for it, and lends one to one thread at a time.
Each wait hands the interpreter to another thread and gets it back when that one rests. So what
a thread asks leaves in one write and is waited for once; the driver's own pipeline looks at the
socket twice for each question. It never writes, and knows no question.
"""

from __future__ import annotations

import os
import re
import select
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final, LiteralString, NamedTuple, cast

import psycopg
from psycopg import abc
from psycopg.adapt import PyFormat, Transformer
from psycopg.pq import ConnStatus, ExecStatus
from psycopg.pq.abc import PGresult
from sqlalchemy import Engine, event

OLDEST_S: Final = 1800
BLANK: Final = re.compile(r"%(?:\((\w+)\)s|%)")
QUESTIONS_KNOWN: Final = 512
Row = tuple[Any, ...]


class Question(NamedTuple):
    """One SELECT in the driver's own words, `%(name)s`, and its values by name."""

    query: LiteralString
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Reader:
    """A connection of its own, when it was opened, by which process, and what it has prepared."""

    connection: psycopg.Connection[Row]
    opened_at: float
    process: int
    prepared: dict[tuple[bytes, tuple[int, ...]], bytes] = field(default_factory=dict)

    def ask(self, questions: Sequence[Question]) -> list[list[Row]]:
        """Send all questions at once, then read all answers; raises the driver's errors."""
        told = [self._send(one) for one in questions]
        self.connection.pgconn.pipeline_sync()
        results = list(self._results())
        return [_rows(*one) for one in zip(told, results, strict=True)]

    def close(self) -> None:
        """End the connection; the one another process opened is only let go."""
        if self.process == os.getpid():
            self.connection.close()

    def _send(self, question: Question) -> abc.Transformer:
        """Lay a question out for sending, prepared once for each kind of values."""
        words, names = _numbered(question.query)
        told, link = Transformer(self.connection), self.connection.pgconn
        try:
            values = [question.values[name] for name in names]
        except KeyError as missing:
            raise psycopg.ProgrammingError(f"no value was given for {missing}") from missing
        sent = told.dump_sequence(values, [PyFormat.AUTO] * len(values))
        types = tuple(told.types or ())
        name = self.prepared.get((words, types))
        if name is None:
            name = self.prepared[words, types] = b"reader_%d" % len(self.prepared)
            link.send_prepare(name, words, types)
        link.send_query_prepared(name, sent, told.formats, result_format=0)
        return told

    def _results(self) -> Iterator[PGresult]:
        """Wait for what was sent; gives each result with rows. Raises at the first wrong one."""
        link = self.connection.pgconn
        while link.flush():
            _wait_for(link.socket, select.POLLIN | select.POLLOUT)
            link.consume_input()
        while True:
            while link.is_busy():
                _wait_for(link.socket, select.POLLIN)
                link.consume_input()
            result = link.get_result()
            if result is None:
                if link.status != ConnStatus.OK:
                    raise psycopg.OperationalError("the connection is lost")
                continue
            if result.status == ExecStatus.PIPELINE_SYNC:
                return
            if result.status == ExecStatus.TUPLES_OK:
                yield result
            elif result.status != ExecStatus.COMMAND_OK:
                raise psycopg.OperationalError(result.error_message.decode(errors="replace"))


def _wait_for(socket: int, state: int) -> None:
    poll = select.poll()
    poll.register(socket, state)
    poll.poll()


def _rows(told: abc.Transformer, result: PGresult) -> list[Row]:
    told.set_pgresult(result)
    return told.load_rows(0, result.ntuples, tuple)


@lru_cache(QUESTIONS_KNOWN)
def _numbered(query: str) -> tuple[bytes, tuple[str, ...]]:
    """Put a question into the database's own words, `$1`; gives the names by number."""
    names = list(dict.fromkeys(filter(None, BLANK.findall(query))))
    words = BLANK.sub(lambda at: f"${names.index(at[1]) + 1}" if at[1] else "%", query)
    return words.encode(), tuple(names)


class Readers:
    """The connections of one engine that are free; the one used last is lent first."""

    def __init__(self, engine: Engine) -> None:
        """Open none yet; all end with the engine's own."""
        self._engine = engine
        self._free: deque[_Reader] = deque()
        self._ended = 0
        event.listen(engine, "engine_disposed", lambda _engine: self.close())

    def ask(self, questions: Sequence[Question]) -> list[list[Row]]:
        """Give the rows of each answer; raises the driver's errors."""
        ended = self._ended
        reader = self._lent()
        try:
            answers = reader.ask(questions)
        except BaseException:
            reader.close()
            raise
        self._free.append(reader)
        if ended != self._ended:
            self.close()
        return answers

    def close(self) -> None:
        """End every connection: the free ones now, a lent one when its answer is there."""
        self._ended += 1
        while self._free:
            self._free.pop().close()

    def _lent(self) -> _Reader:
        try:
            reader = self._free.pop()
        except IndexError:
            return self._opened()
        if reader.process == os.getpid() and time.monotonic() - reader.opened_at < OLDEST_S:
            return reader
        reader.close()
        return self._lent()

    def _opened(self) -> _Reader:
        """Open a connection as the engine would, and take it out of its pool."""
        borrowed = self._engine.raw_connection()
        connection = cast("psycopg.Connection[Row]", borrowed.driver_connection)
        borrowed.detach()
        connection.autocommit = True
        connection.pgconn.nonblocking = 1
        connection.pgconn.enter_pipeline_mode()
        return _Reader(connection, time.monotonic(), os.getpid())
