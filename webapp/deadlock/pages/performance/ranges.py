"""How far away one player dealt and took damage, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.deadlock.domain.analysis.performance import PlayerSeries
from webapp.deadlock.domain.analysis.performance.records import COUNTERS, RANGES
from webapp.deadlock.domain.analysis.performance.values import Sums, added
from webapp.deadlock.domain.combat.cut import Cut

KINDS: Final = ("gun_dealt", "ability_dealt", "gun_taken", "ability_taken")


@dataclass(frozen=True, slots=True)
class RangeCell:
    """Damage of one kind at one range; `percent` is of the kind's own sum."""

    amount: str
    percent: int


@dataclass(frozen=True, slots=True)
class RangeLine:
    """One step of range: guns dealt, abilities dealt, guns taken, abilities taken."""

    word: str
    cells: tuple[RangeCell, ...]


def range_lines(series: PlayerSeries, cut: Cut | None = None) -> tuple[RangeLine, ...]:
    """Give every step anything was dealt or taken at; none without the game's counters."""
    if not series.counters:
        return ()
    first, last = (cut.first, cut.last) if cut else (0, None)
    sums = added(COUNTERS, series.counters, first, last)
    totals = {kind: sum(sums[f"{kind}_{most}"] for most in RANGES) for kind in KINDS}
    return tuple(
        RangeLine(_word(spot), tuple(_cell(sums, totals, kind, most) for kind in KINDS))
        for spot, most in enumerate(RANGES)
        if any(sums[f"{kind}_{most}"] for kind in KINDS)
    )


def _cell(sums: Sums, totals: dict[str, int], kind: str, most: str) -> RangeCell:
    amount, total = sums[f"{kind}_{most}"], totals[kind]
    return RangeCell(f"{amount:,}", round(100 * amount / total) if total else 0)


def _word(spot: int) -> str:
    """Name a step: each begins where the one before ends, the last has no end."""
    least = RANGES[spot - 1] if spot else "0"
    return f"{least}–{RANGES[spot]} m" if RANGES[spot].isdigit() else f"Beyond {least} m"
