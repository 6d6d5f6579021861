"""What happened to the match: objectives, fights, what was said, pauses, the draft."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from webapp.dota2.domain.replays.body.moments import second_at
from webapp.dota2.domain.replays.body.places import Places, replaced

if TYPE_CHECKING:
    from gem.extractors.draft import DraftEvent
    from gem.results.models import ParsedMatch

Line = dict[str, Any]
_TICKS_A_SECOND: Final = 30
_PLAYERS: Final = 10
_SIDES: Final = {2: 0, 3: 1}
"""The engine's teams as the draft writes them: 0 is Radiant."""


def objectives_of(found: ParsedMatch, places: Places) -> list[Line] | None:
    """Give what the whole map heard of; gem writes it as OpenDota does."""
    if not found.combat_log:
        return None
    return [replaced(one, places) for one in found.objectives]


def fights_of(found: ParsedMatch, places: Places) -> list[Line] | None:
    """Give fights by OpenDota's rule."""
    if not found.combat_log:
        return None
    return [_fight(asdict(one), places) for one in found.opendota_teamfights]


def _fight(fight: Line, places: Places) -> Line:
    parts: list[Line] = [{} for _ in range(_PLAYERS)]
    for who, part in enumerate(fight["players"]):
        if who in places.of:
            parts[places.of[who]] = part
    return {**fight, "players": parts}


def chat_of(found: ParsedMatch, places: Places) -> list[Line]:
    """Give what was said to everybody; what teams said among themselves stays with them."""
    names = {one.player_id: one.player_name for one in found.players}
    return [
        {
            "time": second_at(one.tick, found),
            "type": "chat",
            "slot": places.of.get(one.player_slot),
            "unit": names.get(one.player_slot) or None,
            "key": one.text,
        }
        for one in found.chat
        if one.channel == "all"
    ]


def pauses_of(found: ParsedMatch) -> list[Line] | None:
    """Give pauses that ended."""
    if found.game_clock is None:
        return None
    return [
        {"time": second_at(one.start_tick, found), "duration": round(ticks / _TICKS_A_SECOND)}
        for one in found.game_clock.pauses
        if (ticks := one.duration_ticks) is not None
    ]


def draft_of(found: ParsedMatch) -> list[Line]:
    """Give picks and bans in the order they were made; a pick's side is where its hero played."""
    played = {one.hero_name: one.team for one in found.players if one.hero_name}
    return [
        {
            "is_pick": one.is_pick,
            "hero_id": one.hero_id,
            "team": _SIDES.get(_team(one, played)),
            "order": order,
        }
        for order, one in enumerate(sorted(found.draft, key=lambda one: one.tick))
        if one.hero_id
    ]


def _team(step: DraftEvent, played: dict[str, int]) -> int:
    return played.get(step.hero_name, step.team) if step.is_pick else step.team
