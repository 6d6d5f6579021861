"""What rules read: a match's slices, who is who, and what things were worth in gold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from webapp.dota2.domain.analysis.events import Events, Fallen
from webapp.dota2.domain.analysis.fights import Fights
from webapp.dota2.domain.analysis.objectives import Objectives
from webapp.dota2.domain.buildings import kind_name
from webapp.dota2.domain.words import counted
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import listed

SLICES: Final = ("scoreboard", "lead", "events", "objectives", "fights", "combat")
Lead = Sequence[tuple[int, int]]
"""Seconds and the gold lead there, Radiant minus Dire, by time."""


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """One match as rules read it. `heroes` are names by slot; `winner` is "" without one.

    `lead` is empty and `dead_s`, seconds spent dead by slot, too, where not recorded.
    """

    duration_s: int
    winner: str
    heroes: Mapping[int, str]
    lead: Lead
    events: Events
    objectives: Objectives
    fights: Fights
    dead_s: Mapping[int, int]

    def at_end(self, word: str) -> str:
        """Give when the match ended, after a word; nothing where that is not recorded."""
        return f" {word} {clock(self.duration_s)}" if self.duration_s else ""

    def names(self, slots: Iterable[int | None]) -> list[str]:
        """Name heroes by their slots."""
        return [self.heroes.get(-1 if slot is None else slot, "somebody") for slot in slots]

    def lead_at(self, at_s: int) -> int | None:
        """Give the gold lead at the last sample by a second; None before the first."""
        spot = bisect_right([one for one, _ in self.lead], at_s) - 1
        return self.lead[spot][1] if spot >= 0 else None

    def gained(self, side: str, first: int, last: int) -> int | None:
        """Give by how much gold a side's lead grew between two seconds.

        Read from the last sample by the first second to the first sample after the last one.
        """
        times = [one for one, _ in self.lead]
        start, end = bisect_right(times, first) - 1, bisect_right(times, last)
        if start < 0 or not times:
            return None
        change = self.lead[min(end, len(times) - 1)][1] - self.lead[start][1]
        return change if side == "a" else -change

    def fell(self, side: str, first: int, last: int) -> list[Fallen]:
        """Give a side's buildings that fell from one second to another, first to last."""
        return [one for one in self.events.falls if one.side == side and first <= one.at_s <= last]


def taken(buildings: Iterable[Fallen]) -> str:
    """Count buildings by kind: "2 towers and 1 barracks"."""
    kinds = [kind_name(one.kind) for one in buildings]
    counts = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
    return listed(
        [
            "the Ancient" if kind == "Ancient" else counted(count, kind, _more(kind))
            for kind, count in counts.items()
        ]
    )


def _more(kind: str) -> str:
    return kind if kind == "barracks" else ""


def material_of(
    slices: Mapping[str, Any],
    heroes: Mapping[int, str],
    lead: Lead,
    *,
    duration_s: int,
    winner: str | None,
) -> Material:
    """Put slices and names together; `slices` holds events, objectives, fights and combat."""
    return Material(
        duration_s=duration_s,
        winner=winner or "",
        heroes=heroes,
        lead=tuple(lead),
        events=slices["events"],
        objectives=slices["objectives"],
        fights=slices["fights"],
        dead_s={one.slot: one.dead_s for one in slices["combat"].players if one.dead_s is not None},
    )
