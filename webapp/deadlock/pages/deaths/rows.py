"""The list of deaths: one row each, or a card when only one player's are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from webapp.core.holding import holding
from webapp.deadlock.domain.analysis.deaths import Crowd, DeathTold
from webapp.deadlock.pages.combat.people import Fighter, fighters_of
from webapp.deadlock.pages.deaths.totals import is_outnumbered
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock

ROWS_HELD = 16


@dataclass(frozen=True, slots=True)
class DeathRow:
    """One death in the list; counts near include the victim, None without positions."""

    number: int
    clock: str
    victim: Fighter
    killer: Fighter | None
    place: str
    distance_m: int | None
    took_s: str
    alive_own: int
    alive_enemy: int
    near_own: int | None
    near_enemy: int | None
    outnumbered: bool
    answered: tuple[Fighter, ...]
    fell: str
    respawn_s: int
    fight: int | None


@holding(ROWS_HELD)
def rows_of(loaded: Sources) -> tuple[DeathRow, ...]:
    """Give a row for every death of a match, in order."""
    people = {one.slot: one for one in fighters_of(loaded)}
    falls = loaded.slices["events"].objectives
    fights = _fights(loaded)
    return tuple(
        _row(number, death, people, falls, fights.get(number))
        for number, death in enumerate(loaded.slices["deaths"].deaths)
    )


def _fights(loaded: Sources) -> dict[int, int]:
    fights = loaded.slices["fights"].fights
    return {death: fight.number for fight in fights for death in fight.deaths}


def _row(
    number: int,
    death: DeathTold,
    people: dict[int, Fighter],
    falls: Sequence[Any],
    fight: int | None,
) -> DeathRow:
    around, near = death.around, _counted(death.around.near)
    took = death.time_to_kill_s
    return DeathRow(
        number=number,
        clock=clock(death.at_s),
        victim=people[death.victim],
        killer=people.get(death.killer or 0),
        place=death.place,
        distance_m=None if death.distance_m is None else round(death.distance_m),
        took_s="" if took is None else f"{took:.1f}",
        alive_own=around.alive_own,
        alive_enemy=around.alive_enemy,
        near_own=near[0],
        near_enemy=near[1],
        outnumbered=around.near is not None and is_outnumbered(around.near),
        answered=tuple(people[slot] for slot in death.after.answered),
        fell=fell_words([falls[one].kind for one in death.after.fell], death.after.mid_boss_at_s),
        respawn_s=death.respawn_s,
        fight=fight,
    )


def fell_words(kinds: Sequence[str], mid_boss: int | None) -> str:
    """Say what fell: "Guardian, 2 Shrines, mid boss"."""
    counts = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
    words = [
        kind if count == 1 else f"{count} {kind if kind.endswith('s') else kind + 's'}"
        for kind, count in counts.items()
    ]
    return ", ".join([*words, *(["mid boss"] if mid_boss is not None else [])])


def _counted(near: Crowd | None) -> tuple[int | None, int | None]:
    return (len(near.own) + 1, len(near.enemy)) if near else (None, None)
