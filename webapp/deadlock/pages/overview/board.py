"""The scoreboard: both sides' rows, sorted, with the match's largest of each column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.core.holding import holding
from webapp.deadlock.domain.words import SIDE_NAMES, counted
from webapp.deadlock.models import DeadlockMatch
from webapp.deadlock.pages.overview.columns import COLUMNS, LEAST_IS_MOST, Column
from webapp.deadlock.pages.sources import Sources

BOARDS_HELD = 32


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
    """One player: who, and every column's number. `percent` is of the column's largest."""

    slot: int
    side: str
    hero: str
    hero_id: int
    letters: str
    portrait: str | None
    player: str | None
    account_id: int | None
    lane: str | None
    note: str
    values: dict[str, int | None]
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
def board_of(loaded: Sources, sort: str) -> tuple[tuple[Heading, ...], tuple[ScoreGroup, ...]]:
    """Give the table's head and both sides; no moment changes them."""
    headings = tuple(_heading(column, sort) for column in COLUMNS)
    return headings, score_groups(loaded, sort)


def score_groups(loaded: Sources, sort: str) -> tuple[ScoreGroup, ...]:
    """Give both sides of the scoreboard, sorted, with the match's largest of each column."""
    board = loaded.slices["scoreboard"]
    values = {row.slot: _values(row) for row in board.rows}
    largest = {
        column.key: max((v[column.key] or 0 for v in values.values()), default=0)
        for column in COLUMNS
    }
    rows = [_row(row, values[row.slot], largest, loaded) for row in board.rows]
    rows.sort(key=lambda row: (-(row.values[sort] or 0), row.slot))
    return tuple(
        ScoreGroup(
            side=total.side,
            name=SIDE_NAMES[total.side],
            said=_said(total, loaded.row),
            rows=tuple(row for row in rows if row.side == total.side),
        )
        for total in board.sides
    )


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


def _values(row: Any) -> dict[str, int | None]:
    share = row.kill_participation
    return {
        column.key: _whole(getattr(row, column.key))
        for column in COLUMNS
        if column.key != "kill_participation"
    } | {"kill_participation": None if share is None else round(share * 100)}


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _row(
    row: Any, values: dict[str, int | None], largest: dict[str, int], loaded: Sources
) -> ScoreRow:
    hero = loaded.names.hero(row.hero_id)
    account = row.account_id
    return ScoreRow(
        slot=row.slot,
        side=row.side,
        hero=hero.name,
        hero_id=row.hero_id,
        letters=hero.letters,
        portrait=hero.portrait,
        player=loaded.people.get(account) if account else None,
        account_id=account,
        lane=row.lane.capitalize() if row.lane else None,
        note=_note(row),
        values=values,
        percent={
            column.key: round(100 * (values[column.key] or 0) / largest[column.key])
            if largest[column.key]
            else 0
            for column in COLUMNS
            if column.bar
        },
        most=tuple(
            key
            for key, value in values.items()
            if value and value == largest[key] and key not in LEAST_IS_MOST
        ),
    )


def _note(row: Any) -> str:
    if row.abandoned_at_s:
        return f"left at {row.abandoned_at_s // 60}:{row.abandoned_at_s % 60:02d}"
    return ""


def _said(total: Any, row: DeadlockMatch) -> str:
    result = "no winner"
    if row.winning_team in {0, 1}:
        result = "won" if total.side == "ab"[row.winning_team] else "lost"
    return f"{total.souls:,} souls · {counted(total.kills, 'kill')} · {result}"
