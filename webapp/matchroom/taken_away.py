"""What the Data tab lists in every game: files and tables to take, facts, bodies kept aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from webapp.core.models import Quarantine
from webapp.matchplay.tables import Table


@dataclass(frozen=True, slots=True)
class Download:
    """Something to take away."""

    name: str
    url: str
    said: str


@dataclass(frozen=True, slots=True)
class DataFact:
    """One fact about the data; `at` is a time."""

    term: str
    value: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class QuarantineNote:
    """A body for this match that could not be read."""

    reason: str
    where: str
    seen_at: datetime
    open: bool


def tables_of(tables: Mapping[str, Table], url: str) -> tuple[Download, ...]:
    """List the tables of a match at an address."""
    return tuple(
        Download(table.title, f"{url}/tables/{name}.csv", table.said)
        for name, table in tables.items()
    )


def notes_of(kept: Iterable[Quarantine]) -> tuple[QuarantineNote, ...]:
    """List the bodies that could not be read."""
    return tuple(
        QuarantineNote(
            note.reason, note.detail.get("where", ""), note.seen_at, note.released_at is None
        )
        for note in kept
    )
