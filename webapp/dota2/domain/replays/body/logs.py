"""What one player did, second by second."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from webapp.dota2.domain.replays.body.moments import second_at, second_of

if TYPE_CHECKING:
    from gem.combat.log import CombatLogEntry
    from gem.results.models import ParsedMatch, ParsedPlayer

Line = dict[str, Any]
_HERO: Final = "npc_dota_hero_"


def logs_of(player: ParsedPlayer, found: ParsedMatch) -> dict[str, list[Line]]:
    """Give the logs told by the combat log; `kills_log` names heroes only, as OpenDota's does."""
    kills = [one for one in player.kills_log if _is_hero(one)]
    return {
        "kills_log": _lines(kills, found, lambda one: {"key": one.target_name}),
        "purchase_log": _lines(player.purchase_log, found, _bought),
        "runes_log": _lines(player.runes_log, found, _rune),
        "buyback_log": _lines(player.buyback_log, found, lambda _: {}),
    }


def neutral_items_of(player_id: int, found: ParsedMatch) -> list[Line]:
    """Give the neutral items a player found, with what was put on them."""
    return [
        {
            "time": second_at(one.tick, found),
            "item_neutral": one.item_key,
            "item_neutral_enhancement": one.enhancement_key or None,
        }
        for one in found.neutral_item_finds
        if one.player_id == player_id and one.item_key
    ]


def _lines(
    entries: Iterable[CombatLogEntry],
    found: ParsedMatch,
    rest: Callable[[CombatLogEntry], Line | None],
) -> list[Line]:
    told = [(second_of(one, found), rest(one)) for one in entries]
    return [{"time": at_s, **line} for at_s, line in told if at_s is not None and line is not None]


def _is_hero(entry: CombatLogEntry) -> bool:
    named = entry.target_name.startswith(_HERO)
    return named and not entry.target_is_illusion and not entry.will_reincarnate


def _bought(entry: CombatLogEntry) -> Line | None:
    item = entry.value_name.removeprefix("item_")
    return {"key": item} if item else None


def _rune(entry: CombatLogEntry) -> Line | None:
    return None if entry.rune_type is None else {"key": entry.rune_type}
