"""The chosen player against others of the same role in the games kept here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from webapp.lol.pages.sources import Sources
from webapp.lol.store.peers import Standing, standings

WORDS: Final = {
    "kill participation": "Kill participation",
    "gold": "Gold per minute",
    "cs": "CS per minute",
    "damage": "Damage per minute",
    "vision": "Vision score per minute",
    "deaths": "Deaths per minute",
}


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One figure: the player's, and in how many of 100 games others had less (deaths: more)."""

    word: str
    own: str
    percent: int
    games: int


def role_rows(loaded: Sources, slot: int | None) -> tuple[tuple[RoleRow, ...], int]:
    """Give the rows of a player with a role, and of how many games at most; else nothing."""
    board = loaded.slices["scoreboard"]
    row = next((one for one in board.rows if one.slot == slot), None)
    if row is None or not row.role or board.mode != "rift" or board.winner is None:
        return (), 0
    own = _own(row, board.duration_s)
    found = standings(loaded.row.match_id, row.role, own)
    rows = tuple(
        _row(name, own[name] or 0.0, one) for name, one in found.items() if one.percent is not None
    )
    return rows, max((one.games for one in rows), default=0)


def _own(row: Any, duration_s: int) -> dict[str, float | None]:
    deaths = None if row.deaths is None or not duration_s else row.deaths * 60 / duration_s
    return {
        "kill participation": row.kill_participation,
        "gold": row.gold_per_minute,
        "cs": row.cs_per_minute,
        "damage": row.damage_per_minute,
        "vision": row.vision_per_minute,
        "deaths": deaths,
    }


def _row(name: str, value: float, one: Standing) -> RoleRow:
    better = one.percent or 0.0
    if name == "deaths":
        better = 100 - better
    return RoleRow(WORDS[name], _said(name, value), round(better), one.games)


def _said(name: str, value: float) -> str:
    if name == "kill participation":
        return f"{100 * value:.0f} %"
    return f"{value:,.0f}" if name in {"gold", "damage"} else f"{value:.2f}"
