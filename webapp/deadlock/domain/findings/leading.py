"""Rules about the soul lead and the lanes it began in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from webapp.deadlock.domain.analysis.events import killed_by
from webapp.deadlock.domain.analysis.laning import LaneVerdict
from webapp.deadlock.domain.findings.material import OTHER, Material
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding, kills_to, listed

LONGEST_S = 600
LEAST_SHARE = 0.02
"""A swing of the lead below this share of all souls is not worth a sentence."""


def lead_swing(material: Material) -> Iterator[Finding]:
    """Find the largest change of the lead between samples at most ten minutes apart."""
    known = [(0, 0, 1)]
    known += [(one.at_s, one.a - one.b, one.a + one.b) for one in material.lead.samples]
    stretches = [
        (start, end)
        for start, end in combinations(known, 2)
        if 0 < end[0] - start[0] <= LONGEST_S and abs(end[1] - start[1]) > LEAST_SHARE * end[2]
    ]
    found = [_swing(material, start[:2], end[:2]) for start, end in stretches]
    if found:
        shares = [abs(end[1] / end[2] - start[1] / start[2]) for start, end in stretches]
        best = max(range(len(found)), key=lambda one: (found[one].points or 0, shares[one]))
        yield found[best]


def _swing(material: Material, start: tuple[int, int], end: tuple[int, int]) -> Finding:
    gained = end[1] - start[1]
    side = "a" if gained > 0 else "b"
    was, became = (start[1], end[1]) if side == "a" else (-start[1], -end[1])
    dealt = [
        killed_by(one, material.sides)
        for one in material.events.kills
        if start[0] < one.at_s <= end[0]
    ]
    mine, theirs = dealt.count(side), dealt.count(OTHER[side])
    return Finding(
        rule="lead",
        at_s=start[0],
        to_s=end[0],
        side=side,
        slots=(),
        sentence=f"{SIDE_NAMES[side]} {_turned(was, became)} between {clock(start[0])} and "
        f"{clock(end[0])}, with {kills_to(mine, theirs)}.",
        detail=f"A swing of {abs(gained):,} souls in {(end[0] - start[0]) // 60} minutes.",
        evidence="/economy",
        worth=abs(gained),
        points=material.moved(side, start[0], end[0]),
    )


def _turned(was: int, became: int) -> str:
    if was < 0 < became:
        return f"turned a deficit of {-was:,} souls into a lead of {became:,}"
    if became <= 0:
        return f"cut a deficit of {-was:,} souls to {-became:,}"
    if was <= 0:
        return f"went from even to a lead of {became:,} souls"
    return f"raised a lead of {was:,} souls to {became:,}"


def lanes_won(material: Material) -> Iterator[Finding]:
    """Find lanes that were won, by the rule of the Laning tab."""
    for verdict in material.lanes.verdicts:
        if verdict.winner in OTHER:
            yield _lane(material, verdict)


def _lane(material: Material, verdict: LaneVerdict) -> Finding:
    margin, ends = abs(verdict.souls_a - verdict.souls_b), material.lanes.ends_s
    own = [one for one in material.lanes.players if one.lane == verdict.lane]
    winners = listed(material.names(one.slot for one in own if one.side == verdict.winner))
    losers = listed(material.names(one.slot for one in own if one.side != verdict.winner))
    souls = {"a": verdict.souls_a, "b": verdict.souls_b}
    kills = {"a": verdict.kills_a, "b": verdict.kills_b}
    return Finding(
        rule="lane",
        at_s=ends,
        to_s=None,
        side=verdict.winner,
        slots=tuple(one.slot for one in own),
        sentence=f"The {verdict.lane} lane went to {SIDE_NAMES[verdict.winner]} by {margin:,} "
        f"souls at {clock(ends)}.",
        detail=f"{winners or 'Nobody'} had {souls[verdict.winner]:,}, "
        f"{losers or 'nobody'} {souls[OTHER[verdict.winner]]:,}; "
        f"kills {kills[verdict.winner]} to {kills[OTHER[verdict.winner]]}.",
        evidence="/laning",
        worth=margin,
        points=material.of_souls(ends, margin),
    )
