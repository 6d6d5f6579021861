"""The whole match, with the game's own summary of it over what was added up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from webapp.dota2.domain.replays.body.events import (
    chat_of,
    draft_of,
    fights_of,
    objectives_of,
    pauses_of,
)
from webapp.dota2.domain.replays.body.moments import second_at
from webapp.dota2.domain.replays.body.places import place_in, places_of
from webapp.dota2.domain.replays.body.player import player_of
from webapp.dota2.domain.replays.body.summary import player_summaries, summary_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gem.proto.dota_gcmessages_common_pb2 import CMsgDOTAMatch
    from gem.results.models import ParsedMatch

SOURCE: Final = "replay"
_FIRST_BLOOD: Final = "CHAT_MESSAGE_FIRSTBLOOD"


def body_of(
    found: ParsedMatch,
    match_id: int,
    items: Mapping[str, int],
    summary: CMsgDOTAMatch | None = None,
) -> dict[str, Any]:
    """Give a match as OpenDota would; `summary` is what the game wrote at the replay's end."""
    places = places_of(found.players)
    told = player_summaries(summary)
    made = {
        "match_id": match_id,
        "source": SOURCE,
        **_head(found),
        **_buildings(found),
        **_lead(found),
        "objectives": objectives_of(found, places),
        "teamfights": fights_of(found, places),
        "chat": chat_of(found, places),
        "pauses": pauses_of(found),
        "picks_bans": draft_of(found),
        **summary_of(summary),
        "players": [
            _with(player_of(one, found, items, places), told)
            for one in found.players
            if one.player_id in places.of
        ],
    }
    return {name: value for name, value in made.items() if value is not None}


def _with(player: dict[str, Any], told: Mapping[int, dict[str, Any]]) -> dict[str, Any]:
    """Lay the game's own figures over a player's, unless they are another hero's."""
    own = told.get(place_in(player["player_slot"]), {})
    return player | own if own.get("hero_id") in {None, player["hero_id"]} else player


def _head(found: ParsedMatch) -> dict[str, Any]:
    return {
        "radiant_win": found.radiant_win,
        "duration": found.duration or second_at(found.post_game_tick, found),
        "radiant_score": found.radiant_score,
        "dire_score": found.dire_score,
        "game_mode": found.game_mode or None,
        "leagueid": found.leagueid or None,
        "first_blood_time": _first_blood(found),
        "pre_game_duration": found.pre_game_duration or None,
        "human_players": sum(bool(one.steam_id) for one in found.players) or None,
        "radiant_team": _team(
            found.radiant_team_id, found.radiant_team_name, found.radiant_team_tag
        ),
        "dire_team": _team(found.dire_team_id, found.dire_team_name, found.dire_team_tag),
    }


def _first_blood(found: ParsedMatch) -> int | None:
    """Give the second of first blood; gem's 0 may also mean that there was none."""
    shed = any(one.get("type") == _FIRST_BLOOD for one in found.objectives)
    return found.first_blood_time if found.first_blood_time or shed else None


def _team(team_id: int, name: str, tag: str) -> dict[str, Any] | None:
    return {"team_id": team_id, "name": name, "tag": tag} if team_id else None


def _buildings(found: ParsedMatch) -> dict[str, int]:
    """Give what stood at the end; gem works it out from the combat log alone."""
    if not found.combat_log:
        return {}
    names = ("tower_status", "barracks_status")
    sides = ("radiant", "dire")
    keys = [f"{name}_{side}" for name in names for side in sides]
    return {key: getattr(found, key) for key in keys}


def _lead(found: ParsedMatch) -> dict[str, Any]:
    if not found.game_times_min:
        return {}
    return {"radiant_gold_adv": found.radiant_gold_adv, "radiant_xp_adv": found.radiant_xp_adv}
