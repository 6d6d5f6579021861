"""One match's rows in each dataset, from what is stored of it; empty where it holds nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, field
from typing import Any, Final

from webapp.deadlock.domain.analysis.builds import Line
from webapp.deadlock.domain.analysis.events import Events
from webapp.deadlock.domain.analysis.lead import Lead
from webapp.deadlock.domain.analysis.performance import PlayerPerformance
from webapp.deadlock.domain.analysis.scoreboard import Scoreboard, ScoreRow
from webapp.deadlock.domain.metrics import KEYS
from webapp.deadlock.domain.paths_file import Replay
from webapp.deadlock.domain.segments.heat import heat_rows
from webapp.deadlock.domain.segments.shapes import SCORES
from webapp.deadlock.domain.winning.samples import (
    MATCHED,
    PLAYED,
    chance_rows,
    counts_for_chances,
)

Row = tuple[Any, ...]
LANES: Final = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """What is read of the performance slice."""

    players: tuple[PlayerPerformance, ...]


@dataclass(frozen=True, slots=True)
class Bought:
    """What is read of the builds slice."""

    lines: tuple[Line, ...]


SLICES: Final[dict[str, type[Any]]] = {
    "scoreboard": Scoreboard,
    "performance": Figures,
    "builds": Bought,
    "lead": Lead,
    "events": Events,
}
"""What rows are made from, beside positions: slices, and how much of each is read."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is read of one stored match; a slice that could not be read is not among them."""

    match_id: int
    started_at: int
    duration_s: int
    winning_team: int | None
    game_mode: str
    match_mode: str
    slices: Mapping[str, Any] = field(default_factory=dict)
    replay: Replay | None = None

    @property
    def ordinary(self) -> bool:
        """Say whether it counts in statistics: the usual rules, found by the matchmaker."""
        return self.game_mode in PLAYED and self.match_mode in MATCHED

    def won(self, side: str) -> bool | None:
        """Say whether a side won; None when nobody did."""
        return (
            None if self.winning_team not in {0, 1} else (side == "a") == (self.winning_team == 0)
        )


def rows_of(one: Gathered) -> dict[str, list[Row]]:
    """Give a match's rows by dataset, each in the order of the dataset's columns."""
    return {
        "players": list(_players(one)),
        "items": list(_items(one)),
        "heat": list(_heat(one)),
        "chances": list(_chances(one)),
    }


def _board(one: Gathered) -> tuple[ScoreRow, ...]:
    board = one.slices.get("scoreboard")
    return board.rows if board else ()


def _badges(one: Gathered) -> dict[str, int | None]:
    board = one.slices.get("scoreboard")
    return {side.side: side.average_badge for side in board.sides} if board else {}


def _players(one: Gathered) -> Iterator[Row]:
    badges = _badges(one)
    performance = one.slices.get("performance")
    values = {row.slot: row.values for row in performance.players} if performance else {}
    for row in _board(one):
        yield (
            *(one.match_id, one.ordinary, one.started_at, one.duration_s),
            *(one.game_mode, one.match_mode, row.slot, row.account_id, row.hero_id, row.side),
            *(one.won(row.side), badges.get(row.side), row.lane),
            *(getattr(row, name) for name in SCORES),
            *values.get(row.slot, (None,) * len(KEYS)),
        )


def _items(one: Gathered) -> Iterator[Row]:
    players, badges = {row.slot: row for row in _board(one)}, _badges(one)
    builds = one.slices.get("builds")
    for line in builds.lines if builds else ():
        row = players.get(line.slot)
        if row and line.rank is None:
            yield (
                *(one.match_id, one.ordinary, row.slot, row.hero_id),
                *(badges.get(row.side), one.won(row.side)),
                *(line.item_id, line.at_s, line.sold_at_s),
            )


def _heat(one: Gathered) -> Iterator[Row]:
    """Leave out the four-lane map of before 2025: the same place was another."""
    if one.replay is None or one.replay.header.lanes != LANES:
        return
    badges = _badges(one)
    for player, phase, cells, seconds in heat_rows(one.replay):
        yield (
            *(one.match_id, one.ordinary, player.slot, player.hero_id),
            *(badges.get(player.side), player.side, phase, cells, seconds),
        )


def _chances(one: Gathered) -> Iterator[Row]:
    lead, events = one.slices.get("lead"), one.slices.get("events")
    if lead and events and counts_for_chances(one.game_mode, one.match_mode, one.winning_team):
        rows = chance_rows(
            one.match_id,
            winning_team=one.winning_team,
            duration_s=one.duration_s,
            lead=lead,
            events=events,
            sides={row.slot: row.side for row in _board(one)},
        )
        yield from map(astuple, rows)
