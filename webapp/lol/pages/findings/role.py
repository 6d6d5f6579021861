"""The chosen player against others of the same role in the games kept here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from webapp.lol.domain.summoner.ladder import queue_asked, tier_word
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
    """One figure: the player's, and in how many of 100 games others had less (deaths: more).

    `in_tier` is the same among others of the player's own tier; None where there is nobody.
    """

    word: str
    own: str
    percent: int
    games: int
    in_tier: int | None


@dataclass(frozen=True, slots=True)
class RoleRows:
    """All figures of a player, and of how many games at most they are.

    `tier` is empty where the player's rank was never asked for; `tier_games` are those of it.
    """

    rows: tuple[RoleRow, ...] = ()
    games: int = 0
    tier: str = ""
    tier_games: int = 0


def role_rows(loaded: Sources, slot: int | None) -> RoleRows:
    """Compare a player who has a role, as all others and as those of the same tier; else nobody."""
    board = loaded.slices["scoreboard"]
    row = next((one for one in board.rows if one.slot == slot), None)
    if row is None or not row.role or board.mode != "rift" or board.winner is None:
        return RoleRows()
    own = _own(row, board.duration_s)
    queue = queue_asked(loaded.row.queue_id)
    found = standings(loaded.row.match_id, row.role, own, row.puuid, queue)
    rows = tuple(
        _row(name, own[name] or 0.0, one, found.of_tier.get(name))
        for name, one in found.of_role.items()
        if one.percent is not None
    )
    tier = tier_word(found.tier) if found.tier else ""
    return RoleRows(rows, _most(found.of_role), tier, _most(found.of_tier))


def _most(found: Mapping[str, Standing]) -> int:
    return max((one.games for one in found.values()), default=0)


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


def _row(name: str, value: float, one: Standing, alike: Standing | None) -> RoleRow:
    of_all, of_tier = _better(name, one), _better(name, alike) if alike else None
    return RoleRow(WORDS[name], _said(name, value), of_all or 0, one.games, of_tier)


def _better(name: str, one: Standing) -> int | None:
    if one.percent is None:
        return None
    return round(100 - one.percent if name == "deaths" else one.percent)


def _said(name: str, value: float) -> str:
    if name == "kill participation":
        return f"{100 * value:.0f} %"
    return f"{value:,.0f}" if name in {"gold", "damage"} else f"{value:.2f}"
