"""Every table of a match as rows for CSV, straight from its stored slices."""

from __future__ import annotations

from typing import Any

from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.pages.sources import load_sources
from webapp.deadlock.pages.table_list import TABLES
from webapp.matchplay.tables import Beside, Rows, csv_of
from webapp.matchroom.chosen_rows import chosen_rows
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Query


def table_csv(match_id: int, name: str, moment: Moment, query: Query) -> str | None:
    """Give a table of a match for what was chosen as CSV; None without the match or the table."""
    table = TABLES.get(name)
    loaded = load_sources(match_id, table.slice, *table.also) if table else None
    if table is None or loaded is None or table.slice not in loaded.slices:
        return None
    rows = chosen_rows(table, loaded, moment.within(loaded.row.duration_s), query)
    return write_csv(rows, loaded.names, table.record)


def write_csv(rows: Rows, names: Catalogue, record: type[Any] | None = None) -> str:
    """Write frozen records as CSV; heroes get their names beside their ids."""
    return csv_of(rows, record, Beside("hero_id", "hero", lambda one: names.hero(one).name))
