"""Tables of a match as rows for CSV: frozen records in, text out."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

Rows = Sequence[Any]
RISKY = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its title, what it holds, the slice it is made from, and its rows.

    With `also`, more slices are read, and `rows` gets all that was loaded; `at_moment` says that
    it gets the chosen moment as well, `by_query` that it gets the moment and the query.
    `made_of` is the record of its rows where `rows` cannot promise one by name.
    """

    title: str
    said: str
    slice: str
    rows: Callable[..., Rows]
    also: tuple[str, ...] = ()
    at_moment: bool = False
    by_query: bool = False
    made_of: type[Any] | None = None

    @property
    def record(self) -> type[Any] | None:
        """Give what its rows are made of, as `rows` promises, for a table without any."""
        if self.made_of is not None:
            return self.made_of
        made = get_args(get_type_hints(self.rows).get("return"))
        record: type[Any] | None = made[0] if made else None
        return record if hasattr(record, "__match_args__") else None


@dataclass(frozen=True, slots=True)
class Beside:
    """A column of ids that gets a column of names at the row's end."""

    field: str
    title: str
    name: Callable[[Any], str]


def csv_of(rows: Rows, record: type[Any] | None = None, *beside: Beside) -> str:
    """Write frozen records as CSV, with names `beside` ids where a record has such a field.

    `record` names the columns of a table that has no rows; a column is called as it is kept.
    """
    kind = type(rows[0]) if rows else record
    fields = list(kind.__match_args__) if kind else []
    named = [one for one in beside if one.field in fields]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    words = getattr(kind, "__struct_encode_fields__", fields)
    writer.writerow([*words, *(one.title for one in named)])
    for row in rows:
        cells = [_cell(getattr(row, name)) for name in fields]
        writer.writerow([*cells, *(_cell(one.name(getattr(row, one.field))) for one in named)])
    return out.getvalue()


def _cell(value: Any) -> Any:
    """Write a value so that a spreadsheet shows it and never runs it."""
    if isinstance(value, str) and value.startswith(RISKY):
        return f"'{value}"
    return "" if value is None else value
