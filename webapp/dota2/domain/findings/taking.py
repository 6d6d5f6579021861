"""Rules about Roshan and about barracks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from webapp.dota2.domain.analysis.objectives import Roshan
from webapp.dota2.domain.analysis.whose import OTHER
from webapp.dota2.domain.findings.material import Material, taken
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding

AEGIS_S: Final = 300
"""An Aegis lasts five minutes: what fell in them is told with it."""
BARRACKS: Final = 6


def roshans(material: Material) -> Iterator[Finding]:
    """Find Aegises that were stolen or that buildings fell to.

    Worth what the gold lead grew by for the side that held the Aegis while it lasted.
    """
    for boss in material.objectives.roshans or ():
        side = boss.side
        if boss.aegis == "stolen" and side in OTHER:
            side = OTHER[side or ""]
        falls = material.fell(OTHER.get(side or "", ""), boss.at_s, boss.at_s + AEGIS_S)
        if side in OTHER and (falls or boss.aegis == "stolen"):
            worth = material.gained(side or "", boss.at_s, boss.at_s + AEGIS_S)
            yield _roshan(material, boss, side or "", max(0, worth or 0))


def _roshan(material: Material, boss: Roshan, side: str, worth: int) -> Finding:
    falls = material.fell(OTHER[side], boss.at_s, boss.at_s + AEGIS_S)
    last = max((one.at_s for one in falls), default=0)
    after = f", and {taken(falls)} fell by {clock(last)}" if falls else ""
    holder = material.names([boss.holder])[0]
    stolen = f"{holder} stole the Aegis of {SIDE_NAMES[OTHER[side]]} at {clock(boss.at_s)}"
    killed = f"{SIDE_NAMES[side]} killed Roshan at {clock(boss.at_s)}"
    held = {"taken": f"{holder} held the Aegis.", "denied": "The Aegis was denied."}
    return Finding(
        rule="stolen" if boss.aegis == "stolen" else "roshan",
        at_s=boss.at_s,
        to_s=min(boss.at_s + AEGIS_S, material.duration_s) if falls else None,
        side=side,
        slots=() if boss.holder is None else (boss.holder,),
        sentence=f"{stolen if boss.aegis == 'stolen' else killed}{after}.",
        detail=f"Roshan {boss.number} of the match. {held.get(boss.aegis, '')}".strip(),
        evidence="/objectives",
        worth=worth,
        points=None,
    )


def mega_creeps(material: Material) -> Iterator[Finding]:
    """Find a side that lost all six barracks; worth what the lead grew by from the first on."""
    for side, winner in OTHER.items():
        every = [one for one in material.events.falls if one.side == side]
        times = [one.at_s for one in every if one.kind in {"melee", "ranged"}]
        if len(times) == BARRACKS:
            yield _mega(material, side, winner, times)


def _mega(material: Material, side: str, winner: str, times: list[int]) -> Finding:
    return Finding(
        rule="mega",
        at_s=times[0],
        to_s=times[-1],
        side=winner,
        slots=(),
        sentence=f"{SIDE_NAMES[side]} lost all six barracks between {clock(times[0])} and "
        f"{clock(times[-1])}, and faced mega creeps.",
        detail=f"The match ended{material.at_end('at')}.",
        evidence="/objectives",
        worth=max(0, material.gained(winner, times[0], times[-1]) or 0),
        points=None,
    )
