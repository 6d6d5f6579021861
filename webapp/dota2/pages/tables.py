"""Every table of a match as rows for CSV, straight from its stored slices."""

from __future__ import annotations

from typing import Any

from webapp.dota2.domain.analysis.draft import Draft, Step
from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.pages.economy.csv_rows import farm_lines, lead_lines, minute_lines, source_lines
from webapp.dota2.pages.laning.csv_rows import lane_lines, verdict_lines
from webapp.dota2.pages.overview.csv_cells import carried_cells
from webapp.dota2.pages.overview.csv_rows import score_lines
from webapp.dota2.pages.sources import load_sources
from webapp.dota2.pages.table_list import HAPPENED
from webapp.matchplay.tables import Beside, Rows, Table, csv_of
from webapp.matchroom.chosen_rows import chosen_rows
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Query


def _steps(draft: Draft) -> tuple[Step, ...]:
    return draft.steps


BOARD, LANES = ("scoreboard",), ("moments", "events")
TABLES: dict[str, Table] = {
    "scoreboard": Table(
        "Scoreboard", "everybody, every column", "scoreboard", score_lines, also=BOARD
    ),
    "lead": Table("Leads", "gold and experience of both sides", "lead", lead_lines, at_moment=True),
    "minutes": Table(
        "Minutes",
        "every player at every minute",
        "moments",
        minute_lines,
        also=BOARD,
        at_moment=True,
    ),
    "sources": Table(
        "Gold and experience by source", "every player", "economy", source_lines, also=BOARD
    ),
    "farm": Table("Units killed", "every player, by sort", "economy", farm_lines, also=BOARD),
    "laning": Table("Laning", "each player at 10:00", "laning", lane_lines, LANES, at_moment=True),
    "lanes": Table(
        "Lanes", "each lane’s verdict at 10:00", "laning", verdict_lines, LANES, at_moment=True
    ),
    "carried": Table(
        "Carried", "everybody’s items at the end", "scoreboard", carried_cells, also=BOARD
    ),
    "draft": Table("Draft", "picks and bans in order", "draft", _steps),
    **HAPPENED,
}


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
