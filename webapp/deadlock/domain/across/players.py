"""A player's own matches out of the rows of many: every metric, match by match."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from webapp.deadlock.domain.metrics import KEYS

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class OwnMatch:
    """One match of one account; `values` in the order of the metrics, None where not recorded."""

    account_id: int
    match_id: int
    started_at: datetime
    duration_s: int
    game_mode: str
    match_mode: str
    hero_id: int
    won: bool | None
    badge: int | None
    values: tuple[float | None, ...]


FACTS = (
    "account_id",
    "match_id",
    "started_at",
    "duration_s",
    "game_mode",
    "match_mode",
    "hero_id",
    "won",
    "badge",
)


def own_matches(players: pl.LazyFrame, account_ids: Sequence[int]) -> tuple[OwnMatch, ...]:
    """Give every gathered match of these accounts, oldest first."""
    import polars as pl

    columns = [*FACTS, *(f"m_{key}" for key in KEYS)]
    own = players.filter(pl.col("account_id").is_in(list(account_ids))).select(columns)
    return tuple(map(_own, own.sort("started_at", "match_id").collect().iter_rows(named=True)))


def _own(row: dict[str, Any]) -> OwnMatch:
    facts = {name: row[name] for name in FACTS}
    facts["started_at"] = datetime.fromtimestamp(row["started_at"], UTC)
    return OwnMatch(**facts, values=tuple(row[f"m_{key}"] for key in KEYS))
