"""What pages show of a demo, small enough to be read with the rest of a match.

Each part names the body of the match it was compared with (`of`): it counts for that body only.
The tables themselves are kept beside, for whoever wants every row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from webapp.deadlock.domain.demos.bosses import BossHealth, boss_health
from webapp.deadlock.domain.demos.fights import FightHits, hits_in_fights
from webapp.deadlock.domain.demos.heights import Heights, heights_of
from webapp.deadlock.domain.demos.hits import DeathHits, hits_before_deaths
from webapp.deadlock.domain.demos.modifiers import ModifiersOn, modifiers_on
from webapp.deadlock.domain.demos.purchases import ItemChange, item_changes

if TYPE_CHECKING:
    import polars as pl

    from webapp.deadlock.domain.records import Match


@dataclass(frozen=True, slots=True)
class DemoHits:
    """The last hits before each death."""

    of: str
    deaths: tuple[DeathHits, ...]


@dataclass(frozen=True, slots=True)
class DemoFights:
    """The hits of every fight."""

    of: str
    fights: tuple[FightHits, ...]


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


@dataclass(frozen=True, slots=True)
class DemoItems:
    """Every change of items and abilities, in order."""

    of: str
    changes: tuple[ItemChange, ...]


@dataclass(frozen=True, slots=True)
class DemoModifiers:
    """Every buff and debuff that came and went."""

    of: str
    on: ModifiersOn


@dataclass(frozen=True, slots=True)
class DemoHeights:
    """How high everybody stood, once a second."""

    of: str
    players: tuple[Heights, ...]


DEMO_PARTS: Final[dict[str, type[Any]]] = {
    "demo_hits": DemoHits,
    "demo_fights": DemoFights,
    "demo_bosses": DemoBosses,
    "demo_casts": DemoCasts,
    "demo_items": DemoItems,
    "demo_modifiers": DemoModifiers,
    "demo_heights": DemoHeights,
}
"""By the name under which each is kept."""
Part: TypeAlias = (
    DemoHits | DemoFights | DemoBosses | DemoCasts | DemoItems | DemoModifiers | DemoHeights
)


def demo_parts(tables: Mapping[str, pl.DataFrame], match: Match, *, of: str) -> dict[str, Part]:
    """Work out what pages show from a demo's tables; only what there are timed rows for."""
    parts: dict[str, Part] = {}
    if deaths := hits_before_deaths(tables, match):
        parts["demo_hits"] = DemoHits(of, deaths)
    if fights := hits_in_fights(tables, match):
        parts["demo_fights"] = DemoFights(of, fights)
    if bosses := boss_health(tables, four=match.four_lanes):
        parts["demo_bosses"] = DemoBosses(of, bosses)
    if casts := _casts(tables.get("casts")):
        parts["demo_casts"] = DemoCasts(of, casts)
    if changes := item_changes(tables, match):
        parts["demo_items"] = DemoItems(of, changes)
    if on := modifiers_on(tables.get("modifiers"), match.duration_s):
        parts["demo_modifiers"] = DemoModifiers(of, on)
    if heights := heights_of(tables.get("positions"), match.duration_s):
        parts["demo_heights"] = DemoHeights(of, heights)
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
