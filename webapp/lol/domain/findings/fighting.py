"""Rules about fights: trades won and lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from webapp.lol.domain.analysis.fights import Fight, FightSide
from webapp.lol.domain.findings.material import OTHER, SIDE_NAMES, Material
from webapp.lol.domain.findings.things import taken_by
from webapp.matchplay.findings import Finding, kills_to, listed, span

LEAST_MARGIN: Final = 2
AFTER_S: Final = 60
SURE: Final = 0.8
"""Most of what falls within a minute of a fight falls because of it; not all."""


def fights(material: Material) -> Iterator[Finding]:
    """Find fights won by two kills or more.

    Worth the gold of its kills, winners less losers; in win chance the kills, that gold, and the
    buildings and monsters the winners took within a minute.
    """
    for fight in material.fights.fights:
        if fight.winner is not None:
            won, lost = _ends(fight)
            if won.kills - lost.kills >= LEAST_MARGIN:
                yield _won(material, fight, won, lost)


def _ends(fight: Fight) -> tuple[FightSide, FightSide]:
    return (fight.b, fight.a) if fight.winner == "b" else (fight.a, fight.b)


def _won(material: Material, fight: Fight, won: FightSide, lost: FightSide) -> Finding:
    side = fight.winner or ""
    taken = taken_by(material, side, fight.at_s, fight.to_s + AFTER_S)
    figures = {"kills": float(won.kills - lost.kills), "gold": float(won.gold - lost.gold)}
    for thing in taken:
        for name, amount in thing.figures.items():
            figures[name] = figures.get(name, 0.0) + amount
    after = f" and took {_counted([thing.words for thing in taken])} after it" if taken else ""
    died = [material.events.kills[number].victim for number in fight.kills]
    fell = [slot for slot in dict.fromkeys(died) if material.sides.get(slot) == OTHER[side]]
    return Finding(
        rule="fight",
        at_s=fight.at_s,
        to_s=fight.to_s,
        side=side,
        slots=(*won.slots, *lost.slots),
        sentence=f"{SIDE_NAMES[side]} won a fight {span(fight.at_s, fight.to_s)} by "
        f"{kills_to(won.kills, lost.kills)}{after}.",
        detail=f"{len(won.slots)} took part against {len(lost.slots)}. "
        f"{listed(material.names(fell))} fell.",
        evidence="/combat",
        worth=max(won.gold - lost.gold, 0),
        points=material.of(side, fight.at_s, **figures),
        confidence=SURE,
    )


def _counted(words: list[str]) -> str:
    counts = {word: words.count(word) for word in dict.fromkeys(words)}
    return listed([word if n == 1 else f"{n} × {_bare(word)}" for word, n in counts.items()])


def _bare(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if first in {"a", "an", "the"} and rest else words
