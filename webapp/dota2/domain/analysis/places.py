"""Where heroes died, as far as it is told: in the upstream's fights, by player, without seconds.

A player who died once in a fight died at its one place. Of one who died more often there, or of
whom the log and the fight count otherwise, no death can be given its own place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from webapp.dota2.domain.analysis.whose import slots_by_unit
from webapp.dota2.domain.records import FightPlayer, Match


def places_of(match: Match) -> dict[tuple[int, int], tuple[float, float]]:
    """Give places of deaths by second and victim's slot."""
    deaths = _deaths(match)
    found: dict[tuple[int, int], tuple[float, float]] = {}
    for fight in match.teamfights or ():
        for part in fight.players:
            place = _one_place(part)
            here = [at_s for at_s in deaths[part.slot] if fight.start_s <= at_s <= fight.end_s]
            if place and here:
                found |= dict.fromkeys(((at_s, part.slot) for at_s in here), place)
    return found


def _one_place(part: FightPlayer) -> tuple[float, float] | None:
    """Give the place all deaths of a player in a fight had; None where there were several."""
    places = {(spot.x, spot.y) for spot in part.deaths_at if spot.count > 0}
    counted = sum(spot.count for spot in part.deaths_at)
    return places.pop() if len(places) == 1 and counted == part.deaths else None


def _deaths(match: Match) -> dict[int, list[int]]:
    slots = slots_by_unit(match)
    found: dict[int, list[int]] = defaultdict(list)
    for at_s, unit in _killed(match):
        if unit in slots:
            found[slots[unit]].append(at_s)
    return found


def _killed(match: Match) -> Iterable[tuple[int, str]]:
    for player in match.players:
        for kill in player.logs.kills or ():
            yield kill.at_s, kill.unit
