"""What hero pages are made of, read once for each state of the column files.

Held in the process by the version of the column files: an answer never ages under its name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar, cast

from webapp.core.bounded import OfVersion
from webapp.core.holding import of_room
from webapp.deadlock.domain.across.heat import HeroHeat, hero_heat
from webapp.deadlock.domain.across.heroes import (
    HeroFacts,
    HeroRow,
    count_matches,
    hero_facts,
    hero_rows,
)
from webapp.deadlock.domain.across.items import ItemRows, item_rows
from webapp.deadlock.store.benchmarks import load_benchmarks
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.deadlock.store.columns import columns_version, scan

HELD: Final = 256
T = TypeVar("T")
_held: OfVersion[tuple[Any, ...], Any] = of_room("deadlock", OfVersion(HELD))


def heroes_version() -> str:
    """Name everything hero pages show."""
    return f"{columns_version()}|{load_benchmarks().version}|{load_catalogue().version}"


def load_rows(version: str, band: str | None) -> tuple[int, tuple[HeroRow, ...]]:
    """Give how many matches count, and every hero that was played in them."""
    return _once(
        version,
        ("rows", band),
        lambda: (count_matches(scan("players"), band), hero_rows(scan("players"), band)),
    )


def load_facts(version: str, hero_id: int, band: str | None) -> HeroFacts:
    """Give one hero by lane, side and enemy."""
    return _once(
        version, ("facts", hero_id, band), lambda: hero_facts(scan("players"), hero_id, band)
    )


def load_items(version: str, hero_id: int, band: str | None) -> ItemRows:
    """Give what a hero bought."""
    return _once(version, ("items", hero_id, band), lambda: item_rows(scan("items"), hero_id, band))


def load_heat(
    version: str, hero_id: int, band: str | None, side: str | None, phase: str | None
) -> HeroHeat:
    """Give where a hero stood."""
    return _once(
        version,
        ("heat", hero_id, band, side, phase),
        lambda: hero_heat(scan("heat"), hero_id, side=side, phase=phase, band=band),
    )


def _once(version: str, key: tuple[Any, ...], ask: Callable[[], T]) -> T:
    held = _held.of(version)
    found = held.get(key)
    if found is None:
        found = ask()
        held.put(key, found)
    return cast("T", found)
