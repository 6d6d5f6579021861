"""Every table of a match as rows for CSV, straight from its stored slices."""

from __future__ import annotations

from typing import Any, Final

from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.pages import csv_cells, csv_rows
from webapp.lol.pages.builds.csv_rows import item_lines, skill_lines
from webapp.lol.pages.chance.csv_rows import chance_lines
from webapp.lol.pages.combat.csv_rows import death_lines, fight_lines, fighter_lines, recap_lines
from webapp.lol.pages.findings import FINDING_SLICES
from webapp.lol.pages.findings.csv_rows import alike_lines, finding_lines, role_lines
from webapp.lol.pages.objectives.csv_rows import building_lines, count_lines, monster_lines
from webapp.lol.pages.sources import load_sources
from webapp.lol.pages.vision.csv_rows import ward_lines
from webapp.matchplay.tables import Beside, Rows, Table, csv_of
from webapp.matchroom.chosen_rows import chosen_rows
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Query

BOARD: Final = ("scoreboard",)
TABLES: Final[dict[str, Table]] = {
    "scoreboard": Table(
        "Scoreboard", "every player’s final figures", "scoreboard", csv_rows.board_lines
    ),
    "scores": Table("Scores", "every part of everybody’s score", "score", csv_rows.score_lines),
    "lead": Table("Gold lead", "gold and experience of both sides", "lead", csv_rows.lead_lines),
    "minutes": Table(
        "Minutes", "every player at every frame", "moments", csv_rows.minute_lines, at_moment=True
    ),
    "laning": Table(
        "Laning",
        "each player at 10:00 and 14:00",
        "laning",
        csv_rows.lane_lines,
        ("moments", "events"),
        at_moment=True,
    ),
    "shopping": Table(
        "Shop visits",
        "what was bought and sold",
        "economy",
        csv_rows.visit_rows,
        ("moments",),
        at_moment=True,
    ),
    "deaths": Table(
        "Deaths",
        "who, where, what it paid, how it came about",
        "deaths",
        death_lines,
        by_query=True,
    ),
    "fighters": Table(
        "Fighters",
        "everybody’s kills and damage",
        "scoreboard",
        fighter_lines,
        ("events",),
        at_moment=True,
    ),
    "counts": Table(
        "Counts", "what each side took", "objectives", count_lines, ("events",), at_moment=True
    ),
    "recaps": Table("Recaps", "what dealt each death, by spell", "deaths", recap_lines),
    "fights": Table(
        "Fights", "when, where, the trade and its gold", "fights", fight_lines, at_moment=True
    ),
    "monsters": Table(
        "Epic monsters",
        "who took each, and how it stood",
        "objectives",
        monster_lines,
        also=("events",),
        by_query=True,
    ),
    "buildings": Table(
        "Buildings", "turrets and inhibitors by time", "events", building_lines, at_moment=True
    ),
    "items": Table("Items", "everybody’s purchases", "builds", item_lines, at_moment=True),
    "skills": Table(
        "Abilities", "everybody’s points in order", "builds", skill_lines, at_moment=True
    ),
    "wards": Table("Wards", "each ward with its second", "vision", ward_lines, at_moment=True),
    "vision": Table(
        "Vision", "everybody’s wards by phase", "vision", csv_cells.sight_cells, at_moment=True
    ),
    "carried": Table(
        "Carried", "choices and items at the end", "scoreboard", csv_cells.carried_cells, also=BOARD
    ),
    "taken": Table(
        "Taken", "objectives of both sides", "scoreboard", csv_cells.taken_cells, also=BOARD
    ),
    "ranks": Table(
        "Ranks", "as last seen, not the match’s", "scoreboard", csv_cells.rank_cells, also=BOARD
    ),
    "notes": Table(
        "Souls, bounties, feats",
        "by time",
        "objectives",
        csv_cells.note_cells,
        ("events",),
        at_moment=True,
    ),
    "chances": Table("Win chance", "at each frame", "known", chance_lines, BOARD, at_moment=True),
    "findings": Table(
        "Findings",
        "what decided it, for the match and for each player",
        "scoreboard",
        finding_lines,
        also=FINDING_SLICES,
        by_query=True,
    ),
    "role": Table(
        "Role",
        "the chosen player against others of the role",
        "scoreboard",
        role_lines,
        also=BOARD,
        by_query=True,
    ),
    "alike": Table(
        "Games alike",
        "the closest kept here today",
        "scoreboard",
        alike_lines,
        also=FINDING_SLICES,
        by_query=True,
    ),
}


def table_csv(match_id: str, name: str, moment: Moment, query: Query) -> str | None:
    """Give a table of a match for what was chosen as CSV; None without the match or the table."""
    table = TABLES.get(name)
    slices = dict.fromkeys((table.slice, "scoreboard", *table.also)) if table else {}
    loaded = load_sources(match_id, *slices) if table else None
    if table is None or loaded is None or table.slice not in loaded.slices:
        return None
    rows = chosen_rows(table, loaded, moment.within(loaded.row.duration_s), query)
    board = loaded.slices.get("scoreboard")
    written = {row.champion_id: row.champion_name for row in board.rows} if board else {}
    return write_csv(rows, loaded.names, written, table.record)


def write_csv(
    rows: Rows, names: Catalogue, written: dict[int, str], record: type[Any] | None = None
) -> str:
    """Write frozen records as CSV; champions and items get their names beside their ids.

    A champion the catalogue lacks is named as the match wrote it.
    """
    return csv_of(
        rows,
        record,
        Beside("champion_id", "champion", lambda one: names.champion(one, written.get(one)).name),
        Beside("item_id", "item", lambda one: names.item(one).name),
    )
