"""The accolades of one player, most stars first."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.domain.analysis.performance import PlayerSeries
from webapp.deadlock.domain.catalogue import Catalogue

MOST_STARS = 3


@dataclass(frozen=True, slots=True)
class AwardLine:
    """One accolade: its name, what it counts, how much of it, and stars of three."""

    name: str
    counts: str
    value: str
    stars: int
    shown: str


def award_lines(series: PlayerSeries, names: Catalogue) -> tuple[AwardLine, ...]:
    """Give every accolade; those without a star come last."""
    made = []
    for one in series.awards:
        accolade = names.accolade(one.accolade_id)
        shown = "★" * one.stars + "☆" * max(0, MOST_STARS - one.stars)
        line = AwardLine(accolade.name, accolade.counts, f"{one.value:,}", one.stars, shown)
        made.append((-one.stars, one.accolade_id, line))
    return tuple(line for _, _, line in sorted(made, key=lambda row: row[:2]))
