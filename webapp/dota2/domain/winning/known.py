"""What was known at a second of a match: gold and experience as last sampled, and what was taken.

Never more than that. Gold and experience are those of the last whole minute, not a line drawn to
the next one. An Aegis is alive until its holder is next killed, and for five minutes at most.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from webapp.dota2.domain.analysis.events import Events, Kill
from webapp.dota2.domain.analysis.lead import Lead
from webapp.dota2.domain.analysis.objectives.records import Roshan
from webapp.dota2.domain.analysis.whose import OTHER, side_of_slot
from webapp.dota2.domain.findings.taking import AEGIS_S
from webapp.matchplay.lead import LeadSample
from webapp.matchplay.winning import Numbers
from webapp.matchplay.winning.known import Edge, count_by, last_sampled

BUILDINGS: Final = {"towers": ("tower",), "barracks": ("melee", "ranged")}


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Arrays of one length, one entry for each moment.

    Gold and experience are all a side had earned, gold as counted at `gold_at_s`; towers and
    barracks those it has lost, aegis those it holds, kills those its heroes have.
    """

    gold_at_s: Numbers
    gold_a: Numbers
    gold_b: Numbers
    xp_a: Numbers
    xp_b: Numbers
    towers_a: Numbers
    towers_b: Numbers
    barracks_a: Numbers
    barracks_b: Numbers
    aegis_a: Numbers
    aegis_b: Numbers
    kills_a: Numbers
    kills_b: Numbers


def can_be_known(lead: Lead, events: Events) -> bool:
    """Say whether both sides' gold and experience, and everything with a second, is recorded."""
    earned = lead.sides_known and _of_both(lead.samples) and _of_both(lead.xp)
    return earned and events.kills is not None and events.roshans is not None


def known_at(lead: Lead, events: Events, times: ArrayLike, *, before: bool = False) -> Known:
    """Give what was known at each second of `times`, in any order; `before`: just before it."""
    at = np.asarray(times, dtype=np.float64)
    edge: Edge = "left" if before else "right"
    gold_at_s, gold_a, gold_b = last_sampled(lead.samples, at, edge)
    _, xp_a, xp_b = last_sampled(lead.xp, at, edge)
    return Known(
        gold_at_s=gold_at_s,
        gold_a=gold_a,
        gold_b=gold_b,
        xp_a=xp_a,
        xp_b=xp_b,
        **_buildings(events, at, edge),
        **_aegis(events, at, edge),
        **_kills(events, at, edge),
    )


def aegis_spells(events: Events) -> list[tuple[str, int, int]]:
    """Give each Aegis somebody held: the side, from when, and when it was gone."""
    found = []
    for one in events.roshans or ():
        side = one.side if one.holder is None else side_of_slot(one.holder)
        if side in OTHER and one.aegis != "denied":
            start = one.at_s if one.aegis_at_s is None else one.aegis_at_s
            found.append((str(side), start, _gone(one, start, events.kills or ())))
    return found


def _gone(roshan: Roshan, start: int, kills: Iterable[Kill]) -> int:
    last = start + AEGIS_S
    fell = (one.at_s for one in kills if one.victim == roshan.holder and start < one.at_s < last)
    return min(fell, default=last)


def _of_both(samples: Sequence[LeadSample]) -> bool:
    """Say whether samples hold both sides' sums: a told difference leaves one of them at 0."""
    return any(one.a and one.b for one in samples)


def _buildings(events: Events, at: Numbers, edge: Edge) -> dict[str, Numbers]:
    return {
        f"{name}_{side}": count_by(
            [one.at_s for one in events.falls if one.side == side and one.kind in kinds], at, edge
        )
        for name, kinds in BUILDINGS.items()
        for side in OTHER
    }


def _aegis(events: Events, at: Numbers, edge: Edge) -> dict[str, Numbers]:
    spells = aegis_spells(events)
    return {
        f"aegis_{side}": count_by([start for one, start, _ in spells if one == side], at, edge)
        - count_by([end for one, _, end in spells if one == side], at, edge)
        for side in OTHER
    }


def _kills(events: Events, at: Numbers, edge: Edge) -> dict[str, Numbers]:
    kills = events.kills or ()
    return {
        f"kills_{side}": count_by(
            [one.at_s for one in kills if side_of_slot(one.killer) == side], at, edge
        )
        for side in OTHER
    }
