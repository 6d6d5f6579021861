"""Everybody's kills in a stretch, and their damage over the whole match."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.pages.seats import Seat, seats_of
from webapp.lol.pages.sources import Sources
from webapp.lol.pages.window import Window


@dataclass(frozen=True, slots=True)
class FighterRow:
    """One player: kills of the stretch; damage to champions of the whole match, by kind."""

    seat: Seat
    kills: str
    deaths: str
    assists: str
    solo: str
    damage: str
    percent: int
    physical: str
    magic: str
    true: str
    taken: str


def fighter_rows(loaded: Sources, window: Window) -> tuple[FighterRow, ...]:
    """Give a row for each player; kills are the scoreboard's own for the whole match."""
    board, seats = loaded.slices["scoreboard"], seats_of(loaded)
    largest = max((row.damage or 0 for row in board.rows), default=0)
    return tuple(
        FighterRow(
            seat=seats[row.slot],
            **_kills(loaded, row, window),
            damage=_number(row.damage),
            percent=round(100 * (row.damage or 0) / largest) if largest else 0,
            physical=_number(row.physical),
            magic=_number(row.magic),
            true=_number(row.true),
            taken=_number(row.damage_taken),
        )
        for row in board.rows
    )


def _kills(loaded: Sources, row: object, window: Window) -> dict[str, str]:
    events = loaded.slices["events"]
    slot: int = getattr(row, "slot", 0)
    told = [one for one in events.kills if window.holds(one.at_s)]
    solo = sum(one.killer == slot and not one.assists for one in told)
    if window.whole:
        found = {key: _number(getattr(row, key, None)) for key in ("kills", "deaths", "assists")}
        return found | {"solo": str(solo) if events.recorded else "–"}
    if not events.recorded:
        return dict.fromkeys(("kills", "deaths", "assists", "solo"), "–")
    return {
        "kills": str(sum(one.killer == slot for one in told)),
        "deaths": str(sum(one.victim == slot for one in told)),
        "assists": str(sum(slot in one.assists for one in told)),
        "solo": str(solo),
    }


def _number(value: int | None) -> str:
    return "–" if value is None else f"{value:,}"
