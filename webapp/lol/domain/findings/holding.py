"""Rules about gold in hand: a late recall in the laning phase, gold left idle after it.

What it could have bought is nobody's to say; gold in hand for minutes is what is recorded. Half of
it is what it counts for: it was there still. On the Rift alone: elsewhere one cannot go back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from webapp.lol.domain.analysis.moments import PlayerMoments
from webapp.lol.domain.findings.material import OTHER, Material
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding

LANING_S: Final = 840
FROM_S: Final = 90
LATE_RECALL: Final = 1_500
IDLE: Final = 2_500
FRAMES: Final = 2
"""Gold counts as held when it is there at this many frames in a row, so for a minute at least."""
PERHAPS: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Stretch:
    first: int
    last: int
    mean: int


def late_recalls(material: Material) -> Iterator[Finding]:
    """Find who stayed out before 14:00 with 1,500 gold or more in hand."""
    yield from _rule(material, "late-recall", LATE_RECALL, FROM_S, LANING_S)


def idle_gold(material: Material) -> Iterator[Finding]:
    """Find who held 2,500 gold or more after 14:00; the match's last minutes are left out."""
    yield from _rule(material, "idle-gold", IDLE, LANING_S, material.duration_s - 120)


def _rule(material: Material, rule: str, least: int, first: int, last: int) -> Iterator[Finding]:
    for player in material.moments.players if material.rift else ():
        found = _stretches(material, player, least, first, last)
        side = material.sides.get(player.slot)
        if found and side:
            longest = max(found, key=lambda one: ((one.last - one.first) * one.mean, -one.first))
            yield _held(material, rule, player, longest, side)


def _stretches(
    material: Material, player: PlayerMoments, least: int, first: int, last: int
) -> list[_Stretch]:
    """Give the stretches of frames with so much in hand between two seconds."""
    found: list[_Stretch] = []
    run: list[tuple[int, int]] = []
    frames = zip(material.moments.at_s, player.current_gold, strict=False)
    for at_s, gold in (*frames, (last + 1, 0)):
        if gold >= least and first <= at_s <= last:
            run.append((at_s, gold))
            continue
        if len(run) >= FRAMES:
            mean = round(sum(one for _, one in run) / len(run))
            found.append(_Stretch(run[0][0], run[-1][0], mean))
        run = []
    return found


def _held(
    material: Material, rule: str, player: PlayerMoments, held: _Stretch, side: str
) -> Finding:
    name = material.name(player.slot)
    stayed = "stayed out with" if rule == "late-recall" else "held"
    return Finding(
        rule=rule,
        at_s=held.first,
        to_s=held.last,
        side=OTHER[side],
        slots=(player.slot,),
        sentence=f"{name} {stayed} {held.mean:,} gold in hand on average from "
        f"{clock(held.first)} to {clock(held.last)}.",
        detail=f"{least_of(rule):,} gold or more at every minute of it.",
        evidence="/economy",
        worth=held.mean // 2,
        points=material.of(OTHER[side], held.last + 1, gold=held.mean / 2),
        confidence=PERHAPS,
    )


def least_of(rule: str) -> int:
    """Give from how much gold on a rule speaks."""
    return LATE_RECALL if rule == "late-recall" else IDLE
