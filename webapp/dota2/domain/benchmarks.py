"""What is usual for a hero: the spread of each figure over many matches, and places in it.

Pure: players' figures in, spreads out. Whose count, and where a snapshot is kept, is the store's.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from webapp.dota2.domain.analysis.benchmarks import METRICS, Benchmarks, Measured
from webapp.dota2.domain.ranks import BANDS, band_of
from webapp.matchplay.packed import SpreadKey as Key
from webapp.matchplay.spreads import POINTS, Placed, Spread, spread_of


@dataclass(frozen=True, slots=True)
class Usual:
    """One snapshot of what is usual. `version` is "none" when none was ever worked out.

    `spreads` is by hero, rank band (None: all players, ranked or not) and metric.
    """

    version: str
    computed_at: datetime | None = None
    matches: int = 0
    spreads: Mapping[Key, Spread] = field(default_factory=dict)

    def place(
        self, hero_id: int, band: str | None, metric: str, value: float | None
    ) -> Placed | None:
        """Say where a value stands among the same hero's; None when nothing is known."""
        spread = self.spreads.get((hero_id, band, metric))
        return spread.place(value) if spread and value is not None else None


def usual_mark() -> str:
    """Name how it is worked out: another name makes an old snapshot old."""
    return hashlib.sha256(repr((METRICS, POINTS, BANDS)).encode()).hexdigest()[:8]


def spreads_of(matches: Iterable[Benchmarks]) -> tuple[int, dict[Key, Spread]]:
    """Give how many matches there are, and the spread of every figure by hero and rank band.

    Players who left for good, and those without a hero, are out.
    """
    count, found = 0, dict[Key, "array[float]"]()
    for count, match in enumerate(matches, start=1):  # noqa: B007 - the last one counts them
        for one in match.players:
            if one.hero_id and not one.abandoned:
                for key, value in _told(one):
                    found.setdefault(key, array("d")).append(value)
    return count, {key: spread_of(values) for key, values in found.items()}


def _told(one: Measured) -> Iterator[tuple[Key, float]]:
    band = band_of(one.rank_tier)
    for metric, value in zip(METRICS, one.values, strict=True):
        if value is not None:
            yield (one.hero_id, None, metric), value
            if band:
                yield (one.hero_id, band.key, metric), value
