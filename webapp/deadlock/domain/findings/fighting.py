"""Rules about fights: the ones that turned a match, and who turned them."""

from __future__ import annotations

from collections.abc import Iterator

from webapp.deadlock.domain.analysis.events import Kill
from webapp.deadlock.domain.analysis.fights import Fight, FightSide
from webapp.deadlock.domain.findings.material import Material
from webapp.deadlock.domain.findings.words import counted, nearby, where
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding, kills_to, listed, span

LEAST_MARGIN = 2
LEAST_KILLS = 2


def fights_won(material: Material) -> Iterator[Finding]:
    """Find fights won by two kills or more."""
    for fight in material.fights.fights:
        won, lost = (fight.b, fight.a) if fight.winner == "b" else (fight.a, fight.b)
        if won.kills - lost.kills >= LEAST_MARGIN:
            yield _won(material, fight, won, lost)


def _won(material: Material, fight: Fight, won: FightSide, lost: FightSide) -> Finding:
    falls = nearby([material.events.objectives[number] for number in won.took], fight.place)
    last = max((one.at_s for one in falls), default=fight.end_s)
    after = f", and {counted([one.kind for one in falls])} fell by {clock(last)}" if falls else ""
    score = kills_to(won.kills, lost.kills)
    return Finding(
        rule="fight",
        at_s=fight.start_s,
        to_s=fight.end_s,
        side=won.side,
        slots=(*won.fought, *lost.fought),
        sentence=f"{SIDE_NAMES[won.side]} won a {_fight(fight)} by {score}{after}.",
        detail=_who(material, fight, won, lost),
        evidence="/combat/fights",
        worth=_souls(material, fight, won, lost),
        points=material.jumped(won.side, fight.start_s, max(fight.end_s, last, *won.mid_bosses)),
    )


def _souls(material: Material, fight: Fight, won: FightSide, lost: FightSide) -> int:
    """Add up the kills a side was ahead by and the buildings it took."""
    kills = (won.kills - lost.kills) * material.kill_souls(fight.start_s, won.side)
    return round(kills + sum(material.building_souls(number) for number in won.took))


def _who(material: Material, fight: Fight, won: FightSide, lost: FightSide) -> str:
    kills = _kills(material, fight)
    fallen = [one.victim for one in kills if material.sides.get(one.victim) == lost.side]
    away = max(material.away(one) for one in kills)
    return (
        f"{len(won.fought)} fought {len(lost.fought)}. "
        f"{listed(material.names(dict.fromkeys(fallen)))} fell; the longest was away for {away} s."
    )


def sprees(material: Material) -> Iterator[Finding]:
    """Find players who killed two or more in one fight."""
    for fight in material.fights.fights:
        kills = _kills(material, fight)
        for slot in dict.fromkeys(one.killer for one in kills if one.killer in material.sides):
            own = [one for one in kills if one.killer == slot]
            if slot and len(own) >= LEAST_KILLS:
                yield _spree(material, fight, slot, own)


def _spree(material: Material, fight: Fight, slot: int, kills: list[Kill]) -> Finding:
    side, times = material.sides[slot], [one.at_s for one in kills]
    own, other = (fight.b, fight.a) if side == "b" else (fight.a, fight.b)
    return Finding(
        rule="spree",
        at_s=times[0],
        to_s=times[-1],
        side=side,
        slots=(slot,),
        sentence=f"{material.heroes[slot]} killed {len(kills)} in one {_fight(fight)}, "
        f"{span(times[0], times[-1])}.",
        detail=f"{listed(material.names(one.victim for one in kills))} fell; "
        f"the fight went {own.kills} to {other.kills}.",
        evidence="/combat/fights",
        worth=round(sum(material.kill_souls(at_s, side) for at_s in times)),
        points=material.at_seconds(side, times),
    )


def _fight(fight: Fight) -> str:
    """Say a fight with its place, where that has a name."""
    return f"fight {where(fight.place)}".rstrip()


def _kills(material: Material, fight: Fight) -> list[Kill]:
    return [material.events.kills[number] for number in fight.deaths]
