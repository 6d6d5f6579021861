"""What pages show of a demo, small enough to be read with the rest of a match.

Each part names the body of the match it was compared with (`of`): it counts for that body only.
The tables themselves are kept beside, for whoever wants every row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from webapp.deadlock.domain.demos.bosses import BossHealth, boss_health
from webapp.deadlock.domain.demos.hits import DeathHits, hits_before_deaths

if TYPE_CHECKING:
    import polars as pl

    from webapp.deadlock.domain.records import Match


@dataclass(frozen=True, slots=True)
class DemoHits:
    """The last hits before each death."""

    of: str
    deaths: tuple[DeathHits, ...]


@dataclass(frozen=True, slots=True)
class DemoBosses:
    """The health of every building and of the mid boss over time."""

    of: str
    bosses: tuple[BossHealth, ...]


@dataclass(frozen=True, slots=True)
class AbilityCasts:
    """When one player used one thing: its engine name and the seconds."""

    slot: int
    ability: str
    at_s: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DemoCasts:
    """Every cast, by player and thing."""

    of: str
    casts: tuple[AbilityCasts, ...]


DEMO_PARTS: Final[dict[str, type[Any]]] = {
    "demo_hits": DemoHits,
    "demo_bosses": DemoBosses,
    "demo_casts": DemoCasts,
}
"""By the name under which each is kept."""


def demo_parts(
    tables: Mapping[str, pl.DataFrame], match: Match, *, of: str
) -> dict[str, DemoHits | DemoBosses | DemoCasts]:
    """Work out what pages show from a demo's tables; only what there are timed rows for."""
    parts: dict[str, DemoHits | DemoBosses | DemoCasts] = {}
    if deaths := hits_before_deaths(tables, match):
        parts["demo_hits"] = DemoHits(of, deaths)
    if bosses := boss_health(tables.get("bosses"), four=match.four_lanes):
        parts["demo_bosses"] = DemoBosses(of, bosses)
    if casts := _casts(tables.get("casts")):
        parts["demo_casts"] = DemoCasts(of, casts)
    return parts


def _casts(table: pl.DataFrame | None) -> tuple[AbilityCasts, ...]:
    if table is None or table.is_empty():
        return ()
    import polars as pl

    told = table.drop_nulls(["slot", "at_s", "ability"]).with_columns(
        pl.col("at_s").floor().cast(pl.Int32)
    )
    grouped = told.group_by("slot", "ability").agg(pl.col("at_s").sort()).sort("slot", "ability")
    return tuple(AbilityCasts(slot, name, tuple(at)) for slot, name, at in grouped.rows())
