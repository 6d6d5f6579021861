"""Who stands in which of the ten places: in a lobby that is not full, gem's order is not enough.

gem counts players as the engine numbers them, which is the ten places only where five play on
either side. What it puts down by place is trusted in that case alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from gem.results.models import ParsedPlayer

_RADIANT: Final = 2
_ON_A_SIDE: Final = 5
_DIRE_BIT: Final = 128


@dataclass(frozen=True, slots=True)
class Places:
    """The place of 0 to 9 of each player gem numbers; `usual` where both are the same."""

    of: dict[int, int]
    usual: bool


def places_of(players: Sequence[ParsedPlayer]) -> Places:
    """Place everybody who played: as gem does where sides agree, else in order on their sides."""
    played = [one for one in players if one.hero_name or one.steam_id]
    if all(_side(one) == one.player_id // _ON_A_SIDE for one in played):
        return Places({one.player_id: one.player_id for one in played}, usual=True)
    placed: dict[int, int] = {}
    for side in (0, 1):
        there = [one.player_id for one in played if one.hero_name and _side(one) == side]
        placed |= {who: side * _ON_A_SIDE + at for at, who in enumerate(there[:_ON_A_SIDE])}
    return Places(placed, usual=False)


def player_slot(place: int) -> int:
    """Give a place of 0 to 9 as the game writes it: bit 7 says Dire."""
    return place if place < _ON_A_SIDE else _DIRE_BIT + place - _ON_A_SIDE


def place_in(slot: int) -> int:
    """Give the place of 0 to 9 the game means."""
    return slot % _DIRE_BIT + (_ON_A_SIDE if slot >= _DIRE_BIT else 0)


def replaced(line: dict[str, Any], places: Places) -> dict[str, Any]:
    """Give an objective with everybody it names in the right place; nobody is left out."""
    made = {name: value for name, value in line.items() if name not in _NAMING}
    place = places.of.get(line.get("slot", -1))
    if place is not None:
        made |= {"slot": place, "player_slot": player_slot(place)}
    killer = line.get("killer")
    if isinstance(killer, int) and (place := places.of.get(place_in(killer))) is not None:
        made["killer"] = player_slot(place)
    victim = str(line.get("key", ""))
    if line.get("type") == "CHAT_MESSAGE_FIRSTBLOOD" and victim.isdecimal():
        place = places.of.get(int(victim))
        made["key"] = None if place is None else str(place)
    return made


_NAMING: Final = ("slot", "player_slot", "killer", "victim_player_slot")


def _side(player: ParsedPlayer) -> int:
    """Give 0 for Radiant, 1 for Dire; where no team is told, what gem's number says."""
    if player.team in {_RADIANT, _RADIANT + 1}:
        return player.team - _RADIANT
    return player.player_id // _ON_A_SIDE
