"""Which columns each dataset has. A word here is a column name somebody's question may use.

`ordinary` says that the match counts in statistics: the usual rules, found by the matchmaker.
"""

from __future__ import annotations

import hashlib
from dataclasses import fields
from typing import Any, Final

from webapp.deadlock.domain.metrics import KEYS
from webapp.deadlock.domain.winning.samples import ChanceRow

Shape = dict[str, str]
"""Column name to the name of its polars type."""

SCORES: Final = (
    "level",
    "kills",
    "deaths",
    "assists",
    "souls",
    "player_damage",
    "damage_taken",
    "objective_damage",
    "healing",
    "last_hits",
    "denies",
)

PLAYERS: Final[Shape] = {
    "match_id": "Int64",
    "ordinary": "Boolean",
    "started_at": "Int64",
    "duration_s": "Int32",
    "game_mode": "String",
    "match_mode": "String",
    "slot": "UInt8",
    "account_id": "Int64",
    "hero_id": "Int64",
    "side": "String",
    "won": "Boolean",
    "badge": "Int16",
    "lane": "String",
    **dict.fromkeys(SCORES, "Int32"),
    **{f"m_{key}": "Float32" for key in KEYS},
}
"""`started_at` in seconds of 1970; `badge` the average rank of the player's side; `m_` metrics."""
ITEMS: Final[Shape] = {
    "match_id": "Int64",
    "ordinary": "Boolean",
    "slot": "UInt8",
    "hero_id": "Int64",
    "badge": "Int16",
    "won": "Boolean",
    "item_id": "Int64",
    "at_s": "Int32",
    "sold_at_s": "Int32",
}
HEAT: Final[Shape] = {
    "match_id": "Int64",
    "ordinary": "Boolean",
    "slot": "UInt8",
    "hero_id": "Int64",
    "badge": "Int16",
    "side": "String",
    "phase": "String",
    "cell": "List(UInt16)",
    "seconds": "List(UInt16)",
}
CHANCES: Final[Shape] = {
    one.name: {"match_id": "Int64", "won_a": "Boolean"}.get(one.name, "Int32")
    for one in fields(ChanceRow)
}
SHAPES: Final[dict[str, Shape]] = {
    "players": PLAYERS,
    "items": ITEMS,
    "heat": HEAT,
    "chances": CHANCES,
}
ORDERS: Final[dict[str, tuple[str, ...]]] = {"heat": ("hero_id", "side", "phase")}
"""What a file's rows are sorted by, so that a question skips what it does not ask for."""


def shape_mark() -> str:
    """Name all shapes: matches packed under another name are packed anew."""
    return hashlib.sha256(repr(SHAPES).encode()).hexdigest()[:12]


def schema_of(name: str) -> dict[str, Any]:
    """Give the polars schema of a dataset."""
    import polars as pl

    return {column: _type(pl, kind) for column, kind in SHAPES[name].items()}


def _type(pl: Any, kind: str) -> Any:
    inner = kind.removeprefix("List(").removesuffix(")")
    return getattr(pl, kind) if inner == kind else pl.List(getattr(pl, inner))
