"""The scoreboard's tables: rows by side, by place in Arena, or all together in Swarm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.lol.domain.analysis.scoreboard import Scoreboard, ScoreRow, SubteamTotal
from webapp.lol.domain.modes import RIFT
from webapp.lol.domain.platforms import PLATFORMS
from webapp.lol.domain.riot_id import read_riot_id
from webapp.lol.pages.head import SIDE_NAMES
from webapp.lol.pages.overview.columns import ALWAYS, FIRST, LEAST_IS_MOST, MORE, Column, Value
from webapp.lol.pages.seats import Seat, seats_of
from webapp.lol.pages.sources import Sources

BOARDS_HELD = 32


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as the table's head shows it; no `url` where one cannot sort by it.

    `about` is where it is explained in full, empty where the definition is all.
    """

    key: str
    label: str
    definition: str
    about: str
    kind: str
    bar: bool
    url: str
    sorted: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One player: who, and every column's number. `percent` is of the column's largest."""

    seat: Seat
    role: str
    url: str
    note: str
    values: dict[str, Value]
    percent: dict[str, int]
    most: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """Those who played together."""

    side: str
    name: str
    said: str
    rows: tuple[BoardRow, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """One table of the scoreboard."""

    headings: tuple[Heading, ...]
    groups: tuple[BoardGroup, ...]


@holding(BOARDS_HELD)
def board_of(loaded: Sources, sort: str) -> Board:
    """Give the first table, sorted by a column or as the game seats its players."""
    return _board(loaded, FIRST, sort, url=True)


@holding(BOARDS_HELD)
def more_of(loaded: Sources) -> Board:
    """Give the second table: rates, shares, wards, what was soaked up and given."""
    return _board(loaded, MORE, "", url=False)


def _board(loaded: Sources, columns: Sequence[Column], sort: str, *, url: bool) -> Board:
    """Make a table; a column that tells nothing in this mode is left out."""
    board: Scoreboard = loaded.slices["scoreboard"]
    values = {row.slot: {one.key: one.figure(row) for one in columns} for row in board.rows}
    used = [one for one in columns if _tells(board, [v[one.key] for v in values.values()], one)]
    seats = seats_of(loaded)
    largest = {one.key: max(v[one.key] or 0 for v in values.values()) for one in used}
    rows = [_row(row, seats[row.slot], values[row.slot], largest, loaded) for row in board.rows]
    if sort:
        rows.sort(key=lambda row: (-(row.values.get(sort) or 0), row.seat.slot))
    return Board(tuple(_heading(one, sort, url=url) for one in used), _groups(board, rows))


def _tells(board: Scoreboard, figures: Sequence[Value], column: Column) -> bool:
    """Say whether a column tells anything: off the Rift one of zeros is of what is not played."""
    if board.mode == RIFT or column.key in ALWAYS:
        return any(figure is not None for figure in figures)
    return any(figures)


def _heading(column: Column, sort: str, *, url: bool) -> Heading:
    return Heading(
        key=column.key,
        label=column.label,
        definition=column.definition,
        about=column.about,
        kind=column.kind,
        bar=column.bar,
        url=f"?sort={column.key}" if url else "",
        sorted="descending" if column.key == sort else "",
    )


def _row(
    row: ScoreRow,
    seat: Seat,
    values: dict[str, Value],
    largest: Mapping[str, Value],
    loaded: Sources,
) -> BoardRow:
    return BoardRow(
        seat=seat,
        role=(row.role or "").capitalize(),
        url=_summoner(row, loaded.row.platform),
        note="bot" if row.bot else "",
        values=values,
        percent={
            key: round(100 * (values[key] or 0) / most) for key, most in largest.items() if most
        },
        most=tuple(
            key
            for key, most in largest.items()
            if most and values[key] == most and key not in LEAST_IS_MOST
        ),
    )


def _summoner(row: ScoreRow, platform: str) -> str:
    """Give the address of a player's page; none where no such page could be."""
    where = PLATFORMS.get(platform)
    who = read_riot_id(f"{row.name or ''}#{row.tag or ''}")
    if where is None or who is None or row.bot:
        return ""
    return f"/lol/summoners/{where.route}/{who.slug}"


def _groups(board: Scoreboard, rows: Sequence[BoardRow]) -> tuple[BoardGroup, ...]:
    if board.subteams:
        return tuple(_place(one, rows) for one in board.subteams)
    if not board.sides:
        return (BoardGroup("", "Players", _counted(len(rows)), tuple(rows)),) if rows else ()
    return tuple(
        BoardGroup(
            side=total.side,
            name=SIDE_NAMES[total.side],
            said=_said(total.gold, total.kills, total.won),
            rows=tuple(row for row in rows if row.seat.side == total.side),
        )
        for total in board.sides
    )


def _place(total: SubteamTotal, rows: Sequence[BoardRow]) -> BoardGroup:
    name = f"Place {total.place}" if total.place else f"Team {total.subteam}"
    return BoardGroup(
        side="",
        name=name,
        said=_said(total.gold, total.kills, None),
        rows=tuple(row for row in rows if row.seat.slot in total.slots),
    )


def _said(gold: int | None, kills: int | None, won: bool | None) -> str:  # noqa: FBT001 - three words, read in order
    words = (
        None if gold is None else f"{gold:,} gold",
        None if kills is None else f"{kills} {'kill' if kills == 1 else 'kills'}",
        None if won is None else ("won" if won else "lost"),
    )
    return " · ".join(word for word in words if word)


def _counted(players: int) -> str:
    return f"{players} {'player' if players == 1 else 'players'}"
