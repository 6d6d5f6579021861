"""Rules about the whole game: its largest turn, and a lead that was thrown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from webapp.lol.domain.findings.material import OTHER, SIDE_NAMES, Material
from webapp.lol.domain.findings.price import Price
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding

WITHIN_S: Final = 300
LEAST_TURN: Final = 10.0
LEAST_THROWN: Final = 3_000
AHEAD: Final = 0.6
"""A side at 60 % or more that ends a turn below even has thrown something away."""
EVEN: Final = 0.5
PERHAPS: Final = 0.5


def largest_turn(material: Material) -> Iterator[Finding]:
    """Find the largest move of the win chance within five minutes, the end itself left out."""
    price = material.price
    if price is None:
        return
    frames = list(zip(price.at_s, price.chances, strict=True))[:-1]
    pairs = [
        (start, end)
        for number, start in enumerate(frames)
        for end in frames[number + 1 :]
        if end[0] - start[0] <= WITHIN_S
    ]
    if pairs:
        start, end = max(pairs, key=lambda pair: (abs(pair[1][1] - pair[0][1]), -pair[0][0]))
        if 100 * abs(end[1] - start[1]) >= LEAST_TURN:
            yield _turn(material, price, start[0], end[0])


def _turn(material: Material, price: Price, start: int, end: int) -> Finding:
    side = "a" if price.chance("a", end) > price.chance("a", start) else "b"
    loser = OTHER[side]
    before, after = price.chance(loser, start), price.chance(loser, end)
    thrown = before >= AHEAD and after < EVEN
    gold = abs(_lead_at(material, end) - _lead_at(material, start))
    fell = f"from {100 * before:.0f} % at {clock(start)} to {100 * after:.0f} % at {clock(end)}"
    ended = ": a lead thrown" if thrown else ": the largest turn of the match"
    return Finding(
        rule="thrown-turn" if thrown else "turn",
        at_s=start,
        to_s=end,
        side=side,
        slots=(),
        sentence=f"The win chance of {SIDE_NAMES[loser]} went {fell}{ended}.",
        detail=f"The gold lead moved by {gold:,} meanwhile.",
        evidence="/chance",
        worth=gold,
        points=100 * (before - after),
        confidence=PERHAPS,
    )


def _lead_at(material: Material, at_s: int) -> int:
    before = [one.a - one.b for one in material.lead.samples if one.at_s <= at_s]
    return before[-1] if before else 0


def thrown_lead(material: Material) -> Iterator[Finding]:
    """Find the largest gold lead the losing side had, from 3,000 on.

    In win chance it is what that side had above even then.
    """
    if material.winner not in OTHER:
        return
    loser = OTHER[material.winner]
    most = material.lead.biggest_a if loser == "a" else material.lead.biggest_b
    if most is None or most.by < LEAST_THROWN:
        return
    had = material.price.chance(loser, most.at_s) if material.price else None
    said = "" if had is None else f" and had a win chance of {100 * had:.0f} %"
    yield Finding(
        rule="thrown",
        at_s=most.at_s,
        to_s=None,
        side=material.winner,
        slots=(),
        sentence=f"{SIDE_NAMES[loser]} led by {most.by:,} gold at {clock(most.at_s)}{said}, and "
        "lost the match.",
        detail=f"{SIDE_NAMES[material.winner]} won at {clock(material.duration_s)}.",
        evidence="/economy",
        worth=most.by,
        points=None if had is None else max(100 * (had - 0.5), 0.0),
        confidence=PERHAPS,
    )
