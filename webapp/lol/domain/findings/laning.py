"""Rules about the lanes: ahead of the same role at 14:00, else at 10:00."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from webapp.lol.domain.analysis.laning import LaneMark, LaneVerdict
from webapp.lol.domain.findings.material import Material
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding, listed

LEAST_GOLD: Final = 600
LEAST_CS: Final = 15


def lanes(material: Material) -> Iterator[Finding]:
    """Find players well ahead of the other side's same role at the last mark.

    Worth the gold between them; in win chance that gold and the experience.
    """
    marks = material.laning.marks
    for lane in marks[-1].lanes if marks else ():
        side = "a" if lane.gold_lead > 0 else "b"
        own = abs(lane.gold_lead)
        cs = lane.cs_lead if side == "a" else -lane.cs_lead
        if own >= LEAST_GOLD or (own > 0 and cs >= LEAST_CS):
            yield _ahead(material, marks, lane, side)


def _ahead(
    material: Material, marks: tuple[LaneMark, ...], lane: LaneVerdict, side: str
) -> Finding:
    sign = 1 if side == "a" else -1
    one, other = (lane.a, lane.b) if side == "a" else (lane.b, lane.a)
    mark = marks[-1]
    gold, cs, xp = (sign * lead for lead in (lane.gold_lead, lane.cs_lead, lane.xp_lead))
    ahead = listed([said for said in (f"{gold:,} gold", _cs(cs), _xp(xp)) if said])
    return Finding(
        rule="lane",
        at_s=mark.at_s,
        to_s=None,
        side=side,
        slots=(one.slot, other.slot),
        sentence=f"{material.name(one.slot)} was {ahead} ahead of {material.name(other.slot)} at "
        f"{clock(mark.at_s)}.",
        detail=_earlier(marks, lane.role, sign) or f"Both played {lane.role}.",
        evidence="/laning",
        worth=gold,
        points=material.lost_without(side, mark.at_s + 1, gold=gold, xp=xp),
    )


def _cs(cs: int) -> str:
    return f"{cs} CS" if cs > 0 else ""


def _xp(xp: int) -> str:
    return f"{xp:,} XP" if xp > 0 else ""


def _earlier(marks: tuple[LaneMark, ...], role: str, sign: int) -> str:
    """Say how the same lane stood at the mark before."""
    lanes_then = [lane for mark in marks[:-1] for lane in mark.lanes if lane.role == role]
    if not lanes_then:
        return ""
    gold = sign * lanes_then[0].gold_lead
    said = f"{gold:,} gold ahead" if gold > 0 else f"{-gold:,} gold behind" if gold else "even"
    return f"At {clock(marks[0].at_s)} it was {said}."
