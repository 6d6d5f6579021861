"""Wards placed and gone, each pair joined by a number of our own where OpenDota has a handle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from webapp.dota2.domain.replays.body.moments import cell, second_at

if TYPE_CHECKING:
    from gem.extractors.wards import WardEvent
    from gem.results.models import ParsedMatch

_NAMES: Final = {"observer": "obs", "sentry": "sen"}


def wards_of(player_id: int, found: ParsedMatch) -> dict[str, list[dict[str, Any]]]:
    """Give a player's four logs of wards; one that left is told of with who placed it."""
    logs: dict[str, list[dict[str, Any]]] = {
        f"{name}{when}": [] for name in _NAMES.values() for when in ("_log", "_left_log")
    }
    for handle, ward in enumerate(found.wards):
        name = _NAMES.get(ward.ward_type)
        if name is None or ward.player_id != player_id or ward.x is None or ward.y is None:
            continue
        place = {"x": cell(ward.x), "y": cell(ward.y), "ehandle": handle}
        logs[f"{name}_log"].append({"time": second_at(ward.tick, found), **place})
        gone = ward.killed_tick if ward.killed_tick is not None else ward.expires_tick
        if gone is not None:
            left = {"time": second_at(gone, found), **place, **_attacker(ward)}
            logs[f"{name}_left_log"].append(left)
    return logs


def _attacker(ward: WardEvent) -> dict[str, str]:
    who = ward.left_attacker if ward.left_attacker is not None else ward.killer
    return {"attackername": who} if who else {}
