"""The summary the game itself writes at a replay's end: exact where it says something.

Field names are those of the game's message CMsgDOTAMatch; OpenDota and Steam serve the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from webapp.dota2.domain.replays.body.places import place_in

if TYPE_CHECKING:
    from gem.proto.dota_gcmessages_common_pb2 import CMsgDOTAMatch

_MATCH: Final = {
    "starttime": "start_time",
    "lobby_type": "lobby_type",
    "cluster": "cluster",
    "human_players": "human_players",
    "leagueid": "leagueid",
    "series_id": "series_id",
    "series_type": "series_type",
    "match_seq_num": "match_seq_num",
    "radiant_team_logo": "radiant_logo",
    "dire_team_logo": "dire_logo",
}
_ITEMS: Final = {
    **{f"item_{place}": f"item_{place}" for place in range(6)},
    **{f"item_{place + 6}": f"backpack_{place}" for place in range(3)},
    "item_9": "item_neutral",
    "item_10": "item_neutral2",
}
_PLAYER: Final = {
    "leaver_status": "leaver_status",
    "hero_was_randomed": "randomed",
    "selected_facet": "hero_variant",
    **{name: name for name in ("kills", "deaths", "assists", "last_hits", "denies", "level")},
    **{name: name for name in ("hero_damage", "tower_damage", "hero_healing", "net_worth")},
    **{name: name for name in ("gold", "gold_spent", "gold_per_min", "xp_per_min")},
}
_UNIT: Final = (
    *(f"item_{place}" for place in range(6)),
    *(f"backpack_{place}" for place in range(3)),
    "item_neutral",
)
_HIDDEN: Final = 2**32 - 1
_SIDES: Final = {0: 0, 1: 1, 2: 0, 3: 1}
_BOTH: Final = 2


def summary_of(summary: CMsgDOTAMatch | None) -> dict[str, Any]:
    """Give what the summary says of the match."""
    if summary is None:
        return {}
    made = _told(summary, _MATCH)
    for name in ("tower_status", "barracks_status"):
        standing = getattr(summary, name)
        if len(standing) == _BOTH:
            made |= {f"{name}_radiant": standing[0], f"{name}_dire": standing[1]}
    if summary.picks_bans:
        made["picks_bans"] = [
            {
                "is_pick": step.is_pick,
                "hero_id": step.hero_id,
                "team": _SIDES.get(step.team),
                "order": order,
            }
            for order, step in enumerate(summary.picks_bans)
        ]
    return made


def player_summaries(summary: CMsgDOTAMatch | None) -> dict[int, dict[str, Any]]:
    """Give what the summary says of each player, by place of 0 to 9."""
    if summary is None:
        return {}
    return {
        place_in(one.player_slot): _player(one)
        for one in summary.players
        if one.HasField("player_slot")
    }


def _player(told: Any) -> dict[str, Any]:
    items = _told(told, _ITEMS)
    made = _told(told, _PLAYER) | {name: max(0, item) for name, item in items.items()}
    if told.hero_id > 0:
        made["hero_id"] = told.hero_id
    if told.HasField("account_id") and told.account_id in {0, _HIDDEN}:
        made["account_id"] = None  # hidden from everybody else, so from this page too
    if told.ability_upgrades:
        made["ability_upgrades"] = [
            {"ability": one.ability, "time": one.time, "level": level}
            for level, one in enumerate(told.ability_upgrades, 1)
        ]
    made["permanent_buffs"] = [_told(one, _BUFF) for one in told.permanent_buffs]
    made["additional_units"] = [
        {"unitname": one.unit_name, **dict(zip(_UNIT, one.items, strict=False))}
        for one in told.additional_units_inventory
    ]
    return made


_BUFF: Final = {
    "permanent_buff": "permanent_buff",
    "stack_count": "stack_count",
    "grant_time": "grant_time",
}


def _told(message: Any, names: dict[str, str]) -> dict[str, Any]:
    return {new: getattr(message, name) for name, new in names.items() if message.HasField(name)}
