"""What a page asks of the database: each question, and each way there and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from sqlalchemy import event

from webapp.core import readers
from webapp.core.db import db
from webapp.core.readers import Question, Readers


@contextmanager
def questions() -> Iterator[list[str]]:
    """Note each question in its words, whoever asks it of the driver."""
    db.session.remove()
    asked: list[str] = []
    reader = vars(readers)["_Reader"]
    execute, send = psycopg.Cursor.execute, reader._send  # noqa: SLF001 - below everything else

    def note(self: Any, query: Any, *more: Any, **options: Any) -> Any:
        asked.append(str(query))
        return execute(self, query, *more, **options)

    def note_sent(self: Any, question: Question) -> Any:
        asked.append(question.query)
        return send(self, question)

    with pytest.MonkeyPatch.context() as patches:
        patches.setattr(psycopg.Cursor, "execute", note)
        patches.setattr(reader, "_send", note_sent)
        yield asked
    db.session.remove()


@contextmanager
def round_trips() -> Iterator[list[str]]:
    """Note each way there and back: questions asked together are one."""
    trips: list[str] = []
    true = Readers.ask

    def together(self: Readers, told: Sequence[Question]) -> Any:
        trips.append("\n".join(one.query for one in told))
        return true(self, told)

    def alone(*told: Any) -> None:
        trips.append(told[2])

    event.listen(db.engine, "before_cursor_execute", alone)
    with pytest.MonkeyPatch.context() as patches:
        patches.setattr(Readers, "ask", together)
        yield trips
    event.remove(db.engine, "before_cursor_execute", alone)
