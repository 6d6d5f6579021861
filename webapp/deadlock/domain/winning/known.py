"""What was known at a second of a match: souls as last sampled, and everything counted since.

Never more than that. Souls are those of the last sample, not a line drawn to the next one; kills
since that sample stand for the souls not counted yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from webapp.deadlock.domain.analysis.events import Events, killed_by
from webapp.deadlock.domain.analysis.lead import Lead
from webapp.matchplay.winning import Numbers
from webapp.matchplay.winning.known import Edge, count_by, last_sampled

REJUVENATOR_S: Final = 240
"""How long a claimed Rejuvenator counts: our choice, about as long as its strength lasts."""
OTHER: Final = {"a": "b", "b": "a"}
_BUILDINGS: Final = {
    "guardians": "Guardian",
    "walkers": "Walker",
    "base_guardians": "Base Guardians",
    "shrines": "Shrine",
    "patrons": "Patron",
}


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Arrays of one length, one entry for each moment.

    Souls are a side's net worth at `souls_at_s`, kills a side's own since then, buildings those a
    side has lost, rejuvenators those a side claimed lately.
    """

    at_s: Numbers
    souls_at_s: Numbers
    souls_a: Numbers
    souls_b: Numbers
    kills_a: Numbers
    kills_b: Numbers
    guardians_a: Numbers
    guardians_b: Numbers
    walkers_a: Numbers
    walkers_b: Numbers
    base_guardians_a: Numbers
    base_guardians_b: Numbers
    shrines_a: Numbers
    shrines_b: Numbers
    patrons_a: Numbers
    patrons_b: Numbers
    rejuvenators_a: Numbers
    rejuvenators_b: Numbers


COLUMNS: Final = tuple(field.name for field in fields(Known))


def known_at(
    lead: Lead,
    events: Events,
    sides: Mapping[int, str],
    times: ArrayLike,
    *,
    before: bool = False,
) -> Known:
    """Give what was known at each second of `times`; `before`: just before it.

    `sides` names the side of each player slot. Seconds need not be in order.
    """
    at = np.asarray(times, dtype=np.float64)
    edge: Edge = "left" if before else "right"
    souls_at_s, souls_a, souls_b = last_sampled(lead.samples, at, edge)
    return Known(
        at_s=at,
        souls_at_s=souls_at_s,
        souls_a=souls_a,
        souls_b=souls_b,
        **_kills(events, sides, at, souls_at_s, edge),
        **_buildings(events, at, edge),
        **_rejuvenators(events, at, edge),
    )


def _kills(
    events: Events, sides: Mapping[int, str], at: Numbers, since: Numbers, edge: Edge
) -> dict[str, Numbers]:
    found = {}
    for side in OTHER:
        times = [kill.at_s for kill in events.kills if killed_by(kill, sides) == side]
        found[f"kills_{side}"] = count_by(times, at, edge) - count_by(times, since, "right")
    return found


def _buildings(events: Events, at: Numbers, edge: Edge) -> dict[str, Numbers]:
    return {
        f"{name}_{side}": count_by(
            [one.at_s for one in events.objectives if (one.kind, one.side) == (kind, side)],
            at,
            edge,
        )
        for name, kind in _BUILDINGS.items()
        for side in OTHER
    }


def _rejuvenators(events: Events, at: Numbers, edge: Edge) -> dict[str, Numbers]:
    found = {}
    for side in OTHER:
        times = [one.at_s for one in events.mid_bosses if one.claimed_by == side]
        found[f"rejuvenators_{side}"] = count_by(times, at, edge) - count_by(
            times, at - REJUVENATOR_S, edge
        )
    return found
