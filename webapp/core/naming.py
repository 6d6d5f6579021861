"""Which objects of the store something still names: rows, their JSON, and what datasets hold.

Meant to err on the side of keeping. Every text that could be a key or a part of one counts,
whichever table it stands in, so a table added tomorrow protects its objects without a word here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
import zstandard
from sqlalchemy import Column, Table
from sqlalchemy.dialects.postgresql import JSONB

from webapp.core.db import db
from webapp.core.models import Dataset, StoredFolder, StoredOrphan
from webapp.core.objects import ObjectMissing, current_objects
from webapp.core.objects.keys import LONGEST

STRINGS: Final = """'lax $.** ? (@.type() == "string")'"""
OWN: Final = (StoredFolder.__tablename__, StoredOrphan.__tablename__)
QUOTED: Final = re.compile(rb'"((?:[A-Za-z0-9_@=+,~-][A-Za-z0-9._@=+,~-]{0,199}/)+[^"/\\]{1,200})"')
DIGEST: Final = "^[0-9a-f-]{32,64}$"
MOST_BYTES: Final = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Names:
    """All that is named, as one set."""

    said: frozenset[str]

    def has(self, key: str) -> bool:
        """Say whether an object is named: by its key, or a folder of its path by an id."""
        return key in self.said or any(
            part.partition(".")[0] in self.said for part in key.split("/")
        )


def all_names() -> Names:
    """Gather everything that names an object now. Reads every table once; for jobs."""
    said: set[str] = set()
    for table in db.metadata.sorted_tables:
        if table.name not in OWN:
            said.update(_of_table(table))
    said.update(_of_datasets())
    return Names(frozenset(said))


def _of_table(table: Table) -> Iterator[str]:
    for column in table.columns:
        query = _query(column)
        if query is not None:
            rows = db.session.execute(query.execution_options(yield_per=5000))
            yield from (str(value) for (value,) in rows if value is not None)


def _query(column: Column[Any]) -> sa.Select[Any] | None:
    """Ask for what a column may name, or nothing where it cannot name any object."""
    if isinstance(column.type, JSONB):
        found = sa.func.jsonb_path_query(column, sa.literal_column(STRINGS))
        said = sa.select((found.op("#>>")(sa.literal_column("'{}'"))).label("said")).subquery()
        return sa.select(said.c.said).where(_may_name(said.c.said))
    if isinstance(column.type, sa.Uuid):
        return sa.select(column)
    if isinstance(column.type, sa.String):
        return sa.select(column).where(_may_name(column))
    return None


def _may_name(text: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    short = sa.func.length(text) <= LONGEST
    return short & (text.contains("/") | text.regexp_match(DIGEST))


def _of_datasets() -> Iterator[str]:
    """Read the keys a set holds in its body, such as pictures beside names."""
    for key in db.session.scalars(sa.select(Dataset.object_key)).all():
        try:
            body = current_objects().get(key)
        except ObjectMissing:
            continue
        if key.endswith(".zst"):
            unpacked = zstandard.ZstdDecompressor().stream_reader(body)
            body = unpacked.read(MOST_BYTES)
        yield from (found.decode("ascii", "ignore") for found in QUOTED.findall(body))
