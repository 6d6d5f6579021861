"""The map of a fight: who fought, the ways they took during it, and where they fell."""

from __future__ import annotations

from typing import Final

from webapp.deadlock.domain.analysis.fights import Fight
from webapp.deadlock.pages.combat.people import fighters_of
from webapp.deadlock.pages.deaths.opened import backdrop
from webapp.deadlock.pages.map.cutout import WIDTH, Cutout, Fallen, cutout
from webapp.deadlock.pages.map.scene import Now
from webapp.deadlock.pages.map.window import Frame
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock

MARGIN: Final = 700.0
WIDEST: Final = 2 * WIDTH


def fight_map(loaded: Sources, fight: Fight, at_s: int) -> Cutout | None:
    """Draw a fight as it stood at a second of it; None without positions."""
    found = backdrop(loaded)
    if found is None:
        return None
    fallen = _fallen(loaded, fight)
    names = {one.slot: one.hero for one in fighters_of(loaded)}
    reach = max((max(abs(one.x - fight.x), abs(one.y - fight.y)) for one in fallen), default=0)
    frame = Frame(fight.x, fight.y, min(max(WIDTH, 2 * (reach + MARGIN)), WIDEST))
    return cutout(
        Now(replay=found[0], at=at_s, names=names),
        frame,
        trail_s=at_s - fight.start_s,
        title=f"The fight of {clock(fight.start_s)} as it stood at {clock(at_s)}",
        fallen=tuple(one for one in fallen if one.at_s <= at_s),
        only={*fight.a.fought, *fight.b.fought},
    )


def _fallen(loaded: Sources, fight: Fight) -> list[Fallen]:
    people = {one.slot: one for one in fighters_of(loaded)}
    found = []
    for kill in (loaded.slices["events"].kills[number] for number in fight.deaths):
        victim = people[kill.victim]
        if kill.x is not None and kill.y is not None:
            words = f"{victim.hero} fell {clock(kill.at_s)}"
            found.append(Fallen(kill.victim, victim.side, kill.x, kill.y, words, kill.at_s))
    return found
