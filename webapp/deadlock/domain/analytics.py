"""The archive's own statistics of a hero: how a figure is spread over its matches.

Pure: the archive's JSON in, a place among its quantiles out. Only figures that both sides work out
by the same formula are read; each is turned into our unit on the way.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import msgspec

SHARES: Final = (0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99)
"""The quantiles the archive gives, as the share of matches below each."""


class Quantiles(msgspec.Struct, frozen=True):
    """One metric as the archive tells it."""

    percentile1: float
    percentile5: float
    percentile10: float
    percentile25: float
    percentile50: float
    percentile75: float
    percentile90: float
    percentile95: float
    percentile99: float


class _Counted(msgspec.Struct):
    hero_id: int
    matches: int = 0


def _same(value: float) -> float:
    return value


def _percent(value: float) -> float:
    return 100 * value


def _of_hits(value: float) -> float:
    """Turn headshots / (hits + headshots) into headshots / hits, which is what we show."""
    return 100 * value / (1 - value) if value < 1 else 100.0


SAME: Final[Mapping[str, tuple[str, Callable[[float], float]]]] = {
    "kills": ("kills", _same),
    "deaths": ("deaths", _same),
    "assists": ("assists", _same),
    "denies": ("denies", _same),
    "souls_per_minute": ("net_worth_per_min", _same),
    "damage_per_minute": ("player_damage_per_min", _same),
    "damage_taken_per_minute": ("player_damage_taken_per_min", _same),
    "objective_damage_per_minute": ("boss_damage_per_min", _same),
    "healing_per_minute": ("player_healing_per_min", _same),
    "accuracy_all": ("accuracy", _percent),
    "headshot_rate": ("crit_shot_rate", _of_hits),
}
"""Our metric: the archive's name of it, and how its values become ours."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Where a value stands among the archive's matches: between two of its quantiles."""

    percentile: float
    median: float
    n: int


@dataclass(frozen=True, slots=True)
class HeroFigures:
    """One hero: how many of the archive's matches, and rising quantiles by our metric."""

    n: int
    quantiles: dict[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Analytics:
    """One set of all heroes. `version` is "none" when none was ever fetched."""

    version: str
    fetched_at: datetime | None = None
    heroes: dict[int, HeroFigures] = field(default_factory=dict)

    def place(self, hero_id: int, key: str, value: float | None) -> Outside | None:
        """Say where a value stands; None when the archive says nothing about it."""
        hero = self.heroes.get(hero_id)
        quantiles = hero.quantiles.get(key) if hero else None
        if hero is None or quantiles is None or value is None:
            return None
        return Outside(100 * _share(quantiles, value), quantiles[SHARES.index(0.50)], hero.n)


def parse_matches(body: bytes) -> dict[int, int]:
    """Read how many matches each hero has; raises msgspec.DecodeError for another form."""
    rows = msgspec.json.decode(body, type=list[_Counted])
    return {row.hero_id: row.matches for row in rows if row.matches > 0}


def parse_figures(body: bytes) -> dict[str, tuple[float, ...]]:
    """Read one hero's statistics; raises msgspec.DecodeError when they are in another form.

    A metric the archive leaves out, or that has no numbers, is left out.
    """
    told = msgspec.json.decode(body, type=dict[str, msgspec.Raw])
    found = {}
    for key, (name, ours) in SAME.items():
        row = _quantiles(told.get(name))
        if row is not None:
            found[key] = tuple(sorted(ours(one) for one in msgspec.structs.astuple(row)))
    return found


def _quantiles(raw: msgspec.Raw | None) -> Quantiles | None:
    """Nobody played a hero: then the archive's numbers are null."""
    try:
        return msgspec.json.decode(raw, type=Quantiles) if raw is not None else None
    except msgspec.ValidationError:
        return None


def _share(quantiles: tuple[float, ...], value: float) -> float:
    """Interpolate between the quantiles around a value; beyond them is not told apart."""
    spot = bisect_right(quantiles, value)
    if spot == 0:
        return SHARES[0]
    if spot == len(quantiles):
        return SHARES[-1]
    low, high = quantiles[spot - 1], quantiles[spot]
    return SHARES[spot - 1] + (SHARES[spot] - SHARES[spot - 1]) * (value - low) / (high - low)
