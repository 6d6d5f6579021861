"""Rules about fights: those won clearly, and players who killed several in one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from webapp.dota2.domain.analysis.fights import Fight, FightPlayer
from webapp.dota2.domain.analysis.whose import OTHER, side_of_slot
from webapp.dota2.domain.findings.material import Material, taken
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding, kills_to, listed, span

LEAST_MARGIN: Final = 2
LEAST_KILLS: Final = 3
AFTER_S: Final = 60


def fights_won(material: Material) -> Iterator[Finding]:
    """Find fights won by two kills or more; worth the gold the winners got more than the losers.

    Where the fight's own gold is not recorded, it is worth what the lead moved meanwhile.
    """
    for fight in material.fights.fights or ():
        won, lost = (fight.b, fight.a) if fight.winner == "b" else (fight.a, fight.b)
        if won.kills - lost.kills >= LEAST_MARGIN:
            worth = (
                material.gained(fight.winner, fight.start_s, fight.end_s)
                if won.gold is None or lost.gold is None
                else won.gold - lost.gold
            )
            yield _won(material, fight, worth or 0)


def _won(material: Material, fight: Fight, worth: int) -> Finding:
    side, other = fight.winner, OTHER[fight.winner]
    won, lost = (fight.b, fight.a) if side == "b" else (fight.a, fight.b)
    falls = material.fell(other, fight.start_s, fight.end_s + AFTER_S)
    last = max((one.at_s for one in falls), default=0)
    after = f", and {taken(falls)} fell by {clock(last)}" if falls else ""
    died = [part.slot for part in fight.players if part.deaths and side_of_slot(part.slot) == other]
    fought = f"{won.fought} fought {lost.fought}. " if won.fought and lost.fought else ""
    return Finding(
        rule="fight",
        at_s=max(0, fight.start_s),
        to_s=fight.end_s,
        side=side,
        slots=tuple(part.slot for part in fight.players if part.fought),
        sentence=f"{SIDE_NAMES[side]} won a fight "
        f"{span(_first(fight), fight.last_death_s)} by {kills_to(won.kills, lost.kills)}{after}.",
        detail=f"{fought}{listed(material.names(died))} fell.",
        evidence="/fights",
        worth=worth,
        points=None,
    )


def _first(fight: Fight) -> int:
    return fight.last_death_s if fight.first_death_s is None else fight.first_death_s


def sprees(material: Material) -> Iterator[Finding]:
    """Find players who killed three or more in one fight; worth the gold the player got in it."""
    for fight in material.fights.fights or ():
        for part in fight.players:
            if part.kills >= LEAST_KILLS and part.gold:
                yield _spree(material, fight, part, part.gold)


def _spree(material: Material, fight: Fight, part: FightPlayer, gold: int) -> Finding:
    side = side_of_slot(part.slot)
    kills = [(material.events.kills or ())[place] for place in fight.kills]
    own = [kill for kill in kills if kill.killer == part.slot]
    score = (fight.a.kills, fight.b.kills) if side == "a" else (fight.b.kills, fight.a.kills)
    return Finding(
        rule="spree",
        at_s=own[0].at_s,
        to_s=own[-1].at_s,
        side=side,
        slots=(part.slot,),
        sentence=f"{material.names([part.slot])[0]} killed {len(own)} in one fight, "
        f"{span(own[0].at_s, own[-1].at_s)}.",
        detail=f"{listed(material.names(one.victim for one in own))} fell; "
        f"the fight went {kills_to(*score)}.",
        evidence="/fights",
        worth=gold,
        points=None,
    )
