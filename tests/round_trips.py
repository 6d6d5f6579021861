"""How often a page goes to the database and back: questions asked together count as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from webapp.core.db import db
from webapp.core.readers import Question, Readers


@contextmanager
def round_trips() -> Iterator[list[str]]:
    """Note each: the questions of it in their words."""
    trips: list[str] = []
    true = Readers.ask

    def together(self: Readers, questions: Sequence[Question]) -> Any:
        trips.append("\n".join(one.query for one in questions))
        return true(self, questions)

    def alone(*told: Any) -> None:
        trips.append(told[2])

    event.listen(db.engine, "before_cursor_execute", alone)
    with pytest.MonkeyPatch.context() as patches:
        patches.setattr(Readers, "ask", together)
        yield trips
    event.remove(db.engine, "before_cursor_execute", alone)
