"""What one player's doings add up to, by the combat log and by the game's own counters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from webapp.dota2.domain.replays.body.moments import share

if TYPE_CHECKING:
    from gem.results.models import ParsedPlayer

_SAME: Final = (
    "damage",
    "damage_taken",
    "damage_inflictor",
    "damage_inflictor_received",
    "damage_targets",
    "healing",
    "hero_hits",
    "killed",
    "killed_by",
    "ability_uses",
    "ability_targets",
    "purchase",
    "gold_reasons",
    "xp_reasons",
    "multi_kills",
    "kill_streaks",
    "max_hero_hit",
)
_COUNTED: Final = {
    "camps_stacked": "camps_stacked",
    "creeps_stacked": "creeps_stacked",
    "obs_placed": "obs_placed",
    "sen_placed": "sen_placed",
    "rune_pickups": "rune_pickups",
    "towers_killed": "tower_kills",
    "firstblood_claimed": "firstblood_claimed",
}


def combat_of(player: ParsedPlayer) -> dict[str, Any]:
    """Give the sums of the combat log; plain attacks are under "null", as OpenDota has them.

    Seconds stunned stay out: gem adds up what the combat log names, the game counts its own.
    """
    runes: dict[str, int] = {}
    for one in player.runes_log:
        if one.rune_type is not None:
            runes[str(one.rune_type)] = runes.get(str(one.rune_type), 0) + 1
    return {
        **{name: getattr(player, name) for name in _SAME},
        "item_uses": _without_prefix(player.item_uses),
        "runes": runes,
        "roshans_killed": player.roshan_kills,
    }


def counted_of(player: ParsedPlayer) -> dict[str, Any]:
    """Give what the game itself counts; nothing where the replay was not sampled."""
    if not player.times:
        return {}
    return {
        **{name: getattr(player, attribute) for name, attribute in _COUNTED.items()},
        "teamfight_participation": share(player.teamfight_participation),
        "life_state": {"2": player.life_state_dead},
    }


def _without_prefix(uses: Mapping[str, int]) -> dict[str, int]:
    made: dict[str, int] = {}
    for name, count in uses.items():
        item = name.removeprefix("item_")
        made[item] = made.get(item, 0) + count
    return made
