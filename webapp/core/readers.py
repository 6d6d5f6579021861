"""Connections that ask small questions, one or some at a time, apart from every transaction.

The question behind most answers takes as long to prepare as to ask when its connection comes
from the pool, so a process keeps a few of its own for it, each with its cursor, and lends one
to one thread at a time. It never writes, and knows no question.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, LiteralString, NamedTuple, cast

import psycopg
from sqlalchemy import Engine, event

OLDEST_S: Final = 1800
Row = tuple[Any, ...]


class Question(NamedTuple):
    """One SELECT in the driver's own words, `%(name)s`, and its values by name."""

    query: LiteralString
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Reader:
    """A cursor on a connection of its own, when it was opened, and by which process."""

    cursor: psycopg.Cursor[Row]
    opened_at: float
    process: int

    def ask(self, questions: Sequence[Question]) -> list[list[Row]]:
        """Send all questions before waiting for the first answer."""
        if len(questions) == 1:
            return [self.cursor.execute(*questions[0]).fetchall()]
        connection = self.cursor.connection
        cursors = [connection.cursor() for _ in questions]
        with connection.pipeline():
            for cursor, question in zip(cursors, questions, strict=True):
                cursor.execute(*question)
        return [cursor.fetchall() for cursor in cursors]

    def close(self) -> None:
        """End the connection; the one another process opened is only let go."""
        if self.process == os.getpid():
            self.cursor.connection.close()


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
        return _Reader(connection.cursor(), time.monotonic(), os.getpid())
