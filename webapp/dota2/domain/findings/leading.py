"""Rules about the gold lead: its largest move, and a lead that was lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from webapp.dota2.domain.analysis.whose import OTHER
from webapp.dota2.domain.findings.material import Material
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding

WITHIN_S: Final = 300
LEAST_SWING: Final = 3_000
LEAST_THROWN: Final = 5_000


def lead_swing(material: Material) -> Iterator[Finding]:
    """Find the largest move of the gold lead within five minutes."""
    best: tuple[int, int, int] | None = None
    for first, (start, before) in enumerate(material.lead):
        for end, after in material.lead[first + 1 :]:
            if end - start > WITHIN_S:
                break
            if best is None or abs(after - before) > abs(best[2]):
                best = (start, end, after - before)
    if best is not None and abs(best[2]) >= LEAST_SWING:
        yield _swing(material, *best)


def _swing(material: Material, start: int, end: int, change: int) -> Finding:
    side = "a" if change > 0 else "b"
    before, after = material.lead_at(start) or 0, material.lead_at(end) or 0
    return Finding(
        rule="swing",
        at_s=max(0, start),
        to_s=end,
        side=side,
        slots=(),
        sentence=f"Between {clock(start)} and {clock(end)} the gold lead moved "
        f"{abs(change):,} towards {SIDE_NAMES[side]}: the largest move of the match.",
        detail=f"{_said(before)} before, {_said(after)} after.",
        evidence="/economy",
        worth=abs(change),
        points=None,
    )


def _said(lead: int) -> str:
    side = SIDE_NAMES["a" if lead > 0 else "b"]
    return f"{side} {abs(lead):,} ahead" if lead else "Even"


def thrown_lead(material: Material) -> Iterator[Finding]:
    """Find the largest lead the losing side ever had, from 5,000 gold on."""
    if material.winner not in OTHER or not material.lead:
        return
    loser = OTHER[material.winner]
    sign = 1 if loser == "a" else -1
    at_s, lead = max(material.lead, key=lambda one: one[1] * sign)
    if lead * sign >= LEAST_THROWN:
        yield Finding(
            rule="thrown",
            at_s=max(0, at_s),
            to_s=None,
            side=material.winner,
            slots=(),
            sentence=f"{SIDE_NAMES[loser]} led by {lead * sign:,} gold at {clock(at_s)} "
            f"and lost the match.",
            detail=f"{SIDE_NAMES[material.winner]} won{material.at_end('at')}.",
            evidence="/economy",
            worth=lead * sign,
            points=None,
        )
