"""Rules about dying: who was dead for long, and who bought back only to die again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from webapp.dota2.domain.analysis.events import Buyback
from webapp.dota2.domain.analysis.whose import OTHER, side_of_slot
from webapp.dota2.domain.findings.material import Material
from webapp.dota2.domain.words import counted
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding

AGAIN_S: Final = 60
LEAST_DEAD: Final = 0.2
"""A fifth of a match spent dead is worth a sentence."""
PER_CENT: Final = 100


def died_again(material: Material) -> Iterator[Finding]:
    """Find buybacks whose player died again within a minute.

    Worth what the gold lead of the other side grew by from the buyback to that death.
    """
    for back in material.events.buybacks or ():
        death = next(
            (
                kill.at_s
                for kill in material.events.kills or ()
                if kill.victim == back.slot and back.at_s < kill.at_s <= back.at_s + AGAIN_S
            ),
            None,
        )
        if death is not None:
            yield _again(material, back, death)


def _again(material: Material, back: Buyback, death: int) -> Finding:
    side = OTHER[side_of_slot(back.slot)]
    return Finding(
        rule="died-again",
        at_s=back.at_s,
        to_s=death,
        side=side,
        slots=(back.slot,),
        sentence=f"{material.names([back.slot])[0]} bought back at {clock(back.at_s)} and died "
        f"again {death - back.at_s} s later.",
        detail=f"Killed again at {clock(death)}.",
        evidence="/chat",
        worth=max(0, material.gained(side, back.at_s, death) or 0),
        points=None,
    )


def long_dead(material: Material) -> Iterator[Finding]:
    """Find players who spent a fifth of the match or more dead.

    Worth a share of the gold the other side came out ahead by in the fights the player fell in.
    """
    for slot, dead_s in material.dead_s.items():
        if material.duration_s and dead_s / material.duration_s >= LEAST_DEAD:
            yield _dead(material, slot, dead_s)


def _dead(material: Material, slot: int, dead_s: int) -> Finding:
    side = OTHER[side_of_slot(slot)]
    deaths = [kill for kill in material.events.kills or () if kill.victim == slot]
    share = round(PER_CENT * dead_s / material.duration_s)
    return Finding(
        rule="dead",
        at_s=deaths[0].at_s if deaths else 0,
        to_s=deaths[-1].at_s if deaths else material.duration_s,
        side=side,
        slots=(slot,),
        sentence=f"{material.names([slot])[0]} was dead for {clock(dead_s)} of the match, "
        f"{share} % of it.",
        detail=f"{counted(len(deaths), 'death')} to heroes.",
        evidence="/combat",
        worth=max(0, _lost_in_fights(material, slot, side)),
        points=None,
    )


def _lost_in_fights(material: Material, slot: int, side: str) -> int:
    """Share out, among those who fell, the gold by which a side came out ahead of each fight."""
    total = 0.0
    for fight in material.fights.fights or ():
        won, lost = (fight.a, fight.b) if side == "a" else (fight.b, fight.a)
        died = [part.slot for part in fight.players if part.deaths]
        own = [one for one in died if side_of_slot(one) != side]
        if slot in own and won.gold is not None and lost.gold is not None:
            total += (won.gold - lost.gold) / len(own)
    return round(total)
