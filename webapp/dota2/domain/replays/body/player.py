"""One player: who, how it ended, and everything gem recorded on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from webapp.dota2.domain.replays.body.logs import logs_of, neutral_items_of
from webapp.dota2.domain.replays.body.places import player_slot
from webapp.dota2.domain.replays.body.sums import combat_of, counted_of
from webapp.dota2.domain.replays.body.wards import wards_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gem.results.models import ParsedMatch, ParsedPlayer

    from webapp.dota2.domain.replays.body.places import Places

_PLACES: Final = {
    **{place: f"item_{place}" for place in range(6)},
    **{place: f"backpack_{place - 6}" for place in range(6, 9)},
    16: "item_neutral",
}
_ONLY_IF_TOLD: Final = (
    "hero_damage",
    "tower_damage",
    "hero_healing",
    "gold_per_min",
    "xp_per_min",
)
"""Without the game's own summary gem has estimates of these, or nothing: then they stay out."""
_FLAGS: Final = ("aghanims_scepter", "aghanims_shard", "moonshard")


def player_of(
    player: ParsedPlayer, found: ParsedMatch, items: Mapping[str, int], places: Places
) -> dict[str, Any]:
    """Give one player as OpenDota would; `items` are the game's numbers of items by name."""
    made = {
        "player_slot": player_slot(places.of[player.player_id]),
        "account_id": player.account_id or None,
        "personaname": player.player_name or None,
        "hero_id": player.hero_id or _picked(player.hero_name, found),
        **_finals(player, usual=places.usual),
        **_kit(player, items),
        **_minutes(player, usual=places.usual),
        **wards_of(player.player_id, found),
        **counted_of(player),
        "ability_upgrades_arr": (places.usual and player.ability_upgrades_arr) or None,
        "neutral_item_history": neutral_items_of(player.player_id, found),
        "lane_pos": player.lane_pos or None,
        "obs": player.obs,
        "sen": player.sen,
    }
    if found.combat_log:
        made |= {**logs_of(player, found), **combat_of(player)}
    return {name: value for name, value in made.items() if value is not None}


def _picked(hero_name: str, found: ParsedMatch) -> int:
    """Give the number of a hero gem has no number of, where the draft tells it."""
    named = (one.hero_id for one in found.draft if hero_name and one.hero_name == hero_name)
    return next(named, 0)


def _finals(player: ParsedPlayer, *, usual: bool) -> dict[str, Any]:
    """Give the scoreboard; gem lays the game's own figures by place, right only in usual ones."""
    told = player._match_details_fields if usual else ()  # noqa: SLF001 - says where they are from
    sampled, ledger = bool(player.times), usual and player.gold_ledger is not None
    return {
        **{name: getattr(player, name) for name in ("kills", "deaths", "assists")},
        **{name: getattr(player, name) for name in _ONLY_IF_TOLD if name in told},
        **{name: getattr(player, name) for name in ("last_hits", "denies") if sampled},
        **{
            name: getattr(player, name)
            for name in ("net_worth", "gold")
            if (sampled and usual) or name in told
        },
        **{name: getattr(player, name) if usual else None for name in _FLAGS},
        "level": player.level or None,
        "gold_spent": player.gold_spent if "gold_spent" in told or ledger else None,
    }


def _kit(player: ParsedPlayer, items: Mapping[str, int]) -> dict[str, int]:
    """Give what was carried at the end; nothing at all where one item has no known number."""
    if not player.times:
        return {}
    kit = dict.fromkeys(_PLACES.values(), 0)
    for place, name in player.final_items.items():
        if place in _PLACES:
            number = items.get(name.removeprefix("item_"))
            if number is None:
                return {}
            kit[_PLACES[place]] = number
    return kit


def _minutes(player: ParsedPlayer, *, usual: bool) -> dict[str, Any]:
    """Give the running totals; net worth is one more than OpenDota has."""
    if not player.game_times_min:
        return {}
    return {
        "times": player.game_times_min,
        "gold_t": player.gold_t_min,
        "xp_t": player.xp_t_min,
        "lh_t": player.lh_t_min,
        "dn_t": player.dn_t_min,
        "net_worth_t": (usual and player.net_worth_t_min) or None,
    }
