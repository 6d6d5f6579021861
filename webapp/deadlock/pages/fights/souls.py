"""What both sides got for kills around a fight, with the samples it lies between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from webapp.deadlock.domain.analysis.events import killed_by
from webapp.deadlock.domain.analysis.fights import Fight, KillSouls
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.combat.people import Fighter
from webapp.matchplay.charts import clock


@dataclass(frozen=True, slots=True)
class SoulLine:
    """One side between two samples: souls for kills and assists, kills, how many in the fight."""

    side: str
    name: str
    from_clock: str
    to_clock: str
    souls: int
    kills: int
    inside: int


def soul_lines(
    souls: Sequence[KillSouls], fight: Fight, kills: Sequence[Any], people: dict[int, Fighter]
) -> tuple[SoulLine, ...]:
    """Give both sides between every two samples a kill of the fight lies between."""
    own = [kills[number] for number in fight.deaths]
    sides = {slot: one.side for slot, one in people.items()}
    found = []
    for one in souls:
        inside = [
            killed_by(kill, sides)
            for kill in own
            if one.from_s < kill.at_s <= one.to_s or kill.at_s == one.from_s == 0
        ]
        if inside:
            found += [
                _line("a", one, one.souls_a, one.kills_a, inside.count("a")),
                _line("b", one, one.souls_b, one.kills_b, inside.count("b")),
            ]
    return tuple(found)


def _line(side: str, one: KillSouls, souls: int, kills: int, inside: int) -> SoulLine:
    return SoulLine(
        side=side,
        name=SIDE_NAMES[side],
        from_clock=clock(one.from_s),
        to_clock=clock(one.to_s),
        souls=souls,
        kills=kills,
        inside=inside,
    )
