"""What rules read: a match's slices, who is who, and what things were worth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from webapp.deadlock.domain.analysis.deaths import Deaths
from webapp.deadlock.domain.analysis.economy import Economy
from webapp.deadlock.domain.analysis.events import Events, Kill
from webapp.deadlock.domain.analysis.fights import Fights
from webapp.deadlock.domain.analysis.laning import Lanes
from webapp.deadlock.domain.analysis.lead import Lead
from webapp.deadlock.domain.analysis.objectives import Objectives
from webapp.deadlock.domain.analysis.scoreboard import Scoreboard
from webapp.matchplay.findings import Meter

OTHER = {"a": "b", "b": "a"}
SLICES = (
    "scoreboard",
    "lead",
    "events",
    "lanes",
    "economy",
    "deaths",
    "fights",
    "objectives",
)


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """One match as rules read it; `meter` is None without a model."""

    duration_s: int
    heroes: Mapping[int, str]
    sides: Mapping[int, str]
    scoreboard: Scoreboard
    lead: Lead
    events: Events
    lanes: Lanes
    economy: Economy
    deaths: Deaths
    fights: Fights
    objectives: Objectives
    meter: Meter | None

    def names(self, slots: Iterable[int]) -> list[str]:
        """Name heroes by their slots."""
        return [self.heroes.get(slot, "somebody") for slot in slots]

    def jumped(self, side: str, first: int, last: int) -> float | None:
        """Give what happened in a stretch in points to a side; None without a model."""
        return self.meter.jumped(side, first, last) if self.meter else None

    def at_seconds(self, side: str, seconds: Iterable[int]) -> float | None:
        """Give what happened at some seconds, and not between them, in points to a side."""
        if self.meter is None:
            return None
        return sum(self.meter.jumped(side, at_s, at_s) for at_s in dict.fromkeys(seconds))

    def moved(self, side: str, first: int, last: int) -> float | None:
        """Give how far the chance moved towards a side; None without a model."""
        return self.meter.moved(side, first, last) if self.meter else None

    def of_souls(self, at_s: int, souls: float) -> float | None:
        """Give so many souls in points; None without a model."""
        return self.meter.of_money(at_s, souls) if self.meter else None

    def away(self, kill: Kill) -> int:
        """Give for how long a death kept somebody away, up to the match's end."""
        return max(0, min(kill.respawn_s, self.duration_s - kill.at_s))

    def kill_souls(self, at_s: int, side: str) -> float:
        """Give what a kill at a second brought a side: the mean between the two samples."""
        for one in self.fights.souls:
            if one.from_s < at_s <= one.to_s:
                kills, souls = getattr(one, f"kills_{side}"), getattr(one, f"souls_{side}")
                return float(souls / kills) if kills else 0.0
        return 0.0

    def building_souls(self, number: int) -> float:
        """Give what a fallen building brought whoever took it: the mean between two samples."""
        fall = self.events.objectives[number]
        taker = OTHER[fall.side]
        for spot, (start, end) in enumerate(pairwise((0, *self.economy.times_s))):
            if start < fall.at_s <= end:
                fell = [
                    one
                    for one in self.events.objectives
                    if one.side == fall.side and start < one.at_s <= end
                ]
                return self._earned(taker, "Objectives", spot) / len(fell)
        return 0.0

    def _earned(self, side: str, source: str, spot: int) -> float:
        if source not in self.economy.sources:
            return 0.0
        row = self.economy.sources.index(source)
        return float(
            sum(
                one.earned[row][spot] - (one.earned[row][spot - 1] if spot else 0)
                for one in self.economy.players
                if one.side == side
            )
        )


def material_of(
    slices: Mapping[str, Any], heroes: Mapping[int, str], duration_s: int, meter: Meter | None
) -> Material:
    """Put slices and names together; `slices` holds at least SLICES."""
    return Material(
        duration_s=duration_s,
        heroes=heroes,
        sides={row.slot: row.side for row in slices["scoreboard"].rows},
        meter=meter,
        **{name: slices[name] for name in SLICES},
    )
