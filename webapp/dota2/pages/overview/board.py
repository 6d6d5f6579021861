"""The scoreboard: both sides' rows, sorted, with the match's largest of each column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.core.holding import holding
from webapp.dota2.domain.analysis.scoreboard import Scoreboard, SideTotal
from webapp.dota2.domain.analysis.scoreboard import ScoreRow as Row
from webapp.dota2.domain.ranks import rank_said
from webapp.dota2.domain.words import SIDE_NAMES, counted
from webapp.dota2.pages.overview.columns import COLUMNS, LEAST_IS_MOST, Column
from webapp.dota2.pages.overview.company import party_said
from webapp.dota2.pages.people import Person, people_of

BOARDS_HELD = 32
Value = int | float | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as the table's head shows it; `about` is where it is explained in full."""

    key: str
    label: str
    definition: str
    about: str
    kind: str
    bar: bool
    url: str
    sorted: str


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One player: who, and every column's number. `percent` is of the column's largest.

    `note` has what stands under the name: facet, rank and party, where recorded.
    """

    person: Person
    account_id: int | None
    note: str
    abandoned: bool
    values: dict[str, Value]
    percent: dict[str, int]
    most: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScoreGroup:
    """One side's rows and what they add up to."""

    side: str
    name: str
    said: str
    rows: tuple[ScoreRow, ...]


@holding(BOARDS_HELD)
def board_of(loaded: Any, sort: str) -> tuple[tuple[Heading, ...], tuple[ScoreGroup, ...]]:
    """Give the table's head and both sides; no moment changes them.

    A column nobody has a figure for is left out.
    """
    board: Scoreboard = loaded.slices["scoreboard"]
    values = {row.slot: _values(row) for row in board.rows}
    columns = [one for one in COLUMNS if any(v[one.key] is not None for v in values.values())]
    largest = {one.key: max(v[one.key] or 0 for v in values.values()) for one in columns}
    people = people_of(loaded)
    rows = [_row(row, people[row.slot], values[row.slot], largest, loaded) for row in board.rows]
    rows.sort(key=lambda row: (-(row.values[sort] or 0), row.person.slot))
    groups = tuple(_group(total, board.winner, rows) for total in (board.side_a, board.side_b))
    return tuple(_heading(one, sort) for one in columns), groups


def _group(total: SideTotal, winner: str | None, rows: list[ScoreRow]) -> ScoreGroup:
    own = tuple(row for row in rows if row.person.side == total.side)
    return ScoreGroup(total.side, SIDE_NAMES[total.side], _said(total, winner), own)


def _heading(column: Column, sort: str) -> Heading:
    return Heading(
        key=column.key,
        label=column.label,
        definition=column.definition,
        about=column.term.url,
        kind=column.kind,
        bar=column.bar,
        url=f"?sort={column.key}",
        sorted="descending" if column.key == sort else "",
    )


def _values(row: Row) -> dict[str, Value]:
    share = row.kill_participation
    return {one.key: getattr(row, one.key) for one in COLUMNS} | {
        "kda": None if row.kda is None else round(row.kda, 2),
        "kill_participation": None if share is None else round(share * 100),
    }


def _row(
    row: Row, person: Person, values: dict[str, Value], largest: dict[str, int | float], loaded: Any
) -> ScoreRow:
    return ScoreRow(
        person=person,
        account_id=row.account_id,
        note=_note(row, loaded),
        abandoned=row.abandoned,
        values=values,
        percent={
            key: round(100 * (values[key] or 0) / most) if most else 0
            for key, most in largest.items()
        },
        most=tuple(
            key
            for key, most in largest.items()
            if values[key] and values[key] == most and key not in LEAST_IS_MOST
        ),
    )


def _note(row: Row, loaded: Any) -> str:
    found = (
        loaded.names.facet(row.hero_id, row.variant),
        rank_said(row.rank_tier),
        party_said(loaded.slices["scoreboard"].rows, row),
    )
    return " · ".join(one for one in found if one)


def _said(total: SideTotal, winner: str | None) -> str:
    result = "no winner" if winner is None else "won" if total.side == winner else "lost"
    worth = None if total.net_worth is None else f"{total.net_worth:,} net worth"
    kills = None if total.score is None else counted(total.score, "kill")
    return " · ".join(one for one in (worth, kills, result) if one)
