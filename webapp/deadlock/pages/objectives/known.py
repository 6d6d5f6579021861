"""Buildings as they were known at a moment: nothing that came later."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from webapp.deadlock.pages.sources import Sources
from webapp.matchroom.moment import Moment


def buildings_by(loaded: Sources, moment: Moment) -> tuple[Any, ...]:
    """Give every building; with a moment, without what happened to it after."""
    buildings = loaded.slices["objectives"].buildings
    if moment.span or moment.at is None:
        return tuple(buildings)
    return tuple(_by(one, moment.at) for one in buildings)


def _by(building: Any, at_s: int) -> Any:
    """Take away what came after a second; damage has none, so it stays where there was any."""
    fell, down = (_known(one, at_s) for one in (building.fell_at_s, building.down_by_s))
    then = replace(building, down_by_s=down)
    if fell is None:
        then = replace(
            then,
            fell_at_s=None,
            under_attack_s=None,
            near_fall=None,
            kills_for=0,
            kills_against=0,
        )
    if (_known(building.first_damage_at_s, at_s), fell) == (None, None):
        then = replace(
            then,
            first_damage_at_s=None,
            near_first=None,
            player_damage=0,
            spirit_damage=None if building.spirit_damage is None else 0,
            trooper_damage=0,
        )
    return then


def _known(second: int | None, at_s: int) -> int | None:
    return None if second is None or second > at_s else second
