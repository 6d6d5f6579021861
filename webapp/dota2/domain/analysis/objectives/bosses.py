"""Roshan with his Aegis, Tormentors and couriers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from webapp.dota2.domain.analysis.objectives.records import Courier, Roshan, Tormentor
from webapp.dota2.domain.records import Objective

_AEGIS: Final = {"aegis": "taken", "aegis_stolen": "stolen", "aegis_denied": "denied"}
_TEAMS: Final = {2: "a", 3: "b"}


def roshans_of(objectives: Sequence[Objective]) -> tuple[Roshan, ...]:
    """Give every death of Roshan with what became of its Aegis.

    An Aegis belongs to the last death before it that has none yet; the first word on it counts,
    since one that was taken can no longer be stolen.
    """
    deaths = [one for one in objectives if one.kind == "roshan"]
    taken: dict[int, Objective] = {}
    for one in objectives:
        if one.kind in _AEGIS:
            before = [spot for spot, death in enumerate(deaths) if death.at_s <= one.at_s]
            if before and before[-1] not in taken:
                taken[before[-1]] = one
    return tuple(_roshan(spot, one, taken.get(spot)) for spot, one in enumerate(deaths))


def _roshan(spot: int, death: Objective, aegis: Objective | None) -> Roshan:
    return Roshan(
        number=spot + 1,
        at_s=death.at_s,
        side=death.side,
        aegis=_AEGIS[aegis.kind] if aegis else "",
        holder=aegis.slot if aegis else None,
        aegis_at_s=aegis.at_s if aegis else None,
    )


def tormentors_of(objectives: Sequence[Objective]) -> tuple[Tormentor, ...]:
    """Give every death of a Tormentor."""
    return tuple(
        Tormentor(one.at_s, one.side, one.slot) for one in objectives if one.kind == "tormentor"
    )


def couriers_of(objectives: Sequence[Objective]) -> tuple[Courier, ...]:
    """Give every courier lost.

    In matches from when a side had one courier, the upstream writes whose it was (2 for Radiant,
    3 for Dire) where it now writes who killed it, and says no side.
    """
    return tuple(_courier(one) for one in objectives if one.kind == "courier")


def _courier(one: Objective) -> Courier:
    if one.side is None and one.slot in _TEAMS:
        return Courier(one.at_s, _TEAMS[one.slot], None, one.value or None)
    return Courier(one.at_s, one.side, one.slot, one.value or None)
