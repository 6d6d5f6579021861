"""A table of a match for what a reader chose: its rows, and the address that asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from webapp.matchplay.tables import Rows, Table
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Query


def chosen_rows(table: Table, loaded: Any, moment: Moment, query: Query) -> Rows:
    """Give a table's rows as far as it is narrowed by the moment and the query."""
    if table.by_query:
        return table.rows(loaded, moment, query)
    if table.at_moment:
        return table.rows(loaded, moment)
    return table.rows(loaded if table.also else loaded.slices[table.slice])


def csv_links(url: str, queries: Mapping[str, str]) -> dict[str, str]:
    """Give the addresses of a match's tables, each with the query that narrows it."""
    return {name: f"{url}/tables/{name}.csv{query}" for name, query in queries.items()}
