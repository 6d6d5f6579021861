"""Rules about the mid boss: stolen, or turned into buildings."""

from __future__ import annotations

from collections.abc import Iterator

from webapp.deadlock.domain.analysis.objectives import Building, Rejuvenator
from webapp.deadlock.domain.findings.material import OTHER, Material
from webapp.deadlock.domain.findings.words import counted
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding


def mid_bosses(material: Material) -> Iterator[Finding]:
    """Find Rejuvenators that were stolen, or that buildings fell to."""
    for boss in material.objectives.mid_bosses:
        if boss.claimed_by in OTHER and (boss.stolen or _taken(material, boss)):
            yield _claimed(material, boss)


def _taken(material: Material, boss: Rejuvenator) -> list[Building]:
    buildings = [material.objectives.buildings[number] for number in boss.followed]
    return [one for one in buildings if one.side != boss.claimed_by]


def _claimed(material: Material, boss: Rejuvenator) -> Finding:
    side, taken = boss.claimed_by or "", _taken(material, boss)
    falls = [one.down_by_s or boss.at_s for one in taken]
    ends = max([boss.at_s, *falls])
    after = f", and {counted([one.kind for one in taken])} fell by {clock(ends)}" if taken else ""
    kills = {"a": boss.kills_a, "b": boss.kills_b}
    stolen = f"{SIDE_NAMES[OTHER[side]]} killed the mid boss at {clock(boss.at_s)}, but "
    return Finding(
        rule="stolen" if boss.stolen else "mid-boss",
        at_s=boss.at_s,
        to_s=None,
        side=side,
        slots=boss.near_a if side == "a" else boss.near_b,
        sentence=f"{stolen}{SIDE_NAMES[side]} stole the Rejuvenator{after}."
        if boss.stolen
        else f"{SIDE_NAMES[side]} took the Rejuvenator at {clock(boss.at_s)}{after}.",
        detail=f"Near: {len(boss.near_a)} of {SIDE_NAMES['a']}, {len(boss.near_b)} of "
        f"{SIDE_NAMES['b']}. Kills after: {kills[side]} to {kills[OTHER[side]]}.",
        evidence="/objectives",
        worth=_souls(material, boss),
        points=material.jumped(side, boss.at_s, ends),
    )


def _souls(material: Material, boss: Rejuvenator) -> int:
    """Add up what the buildings that fell after it brought."""
    times = {material.objectives.buildings[number].down_by_s for number in boss.followed}
    return round(
        sum(
            material.building_souls(number)
            for number, fall in enumerate(material.events.objectives)
            if fall.at_s in times and fall.side != boss.claimed_by
        )
    )
