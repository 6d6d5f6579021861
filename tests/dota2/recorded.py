"""Matches as gem would have found them in a replay: no real one of the new engine is at hand.

A body like OpenDota's is taken apart into gem's own dataclasses, so that what is made of those can
be held against the body.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from tests.dota2.kept import body_of
from webapp.dota2.domain.units import HERO_UNITS

if TYPE_CHECKING:
    from gem.combat.log import CombatLogEntry
    from gem.proto.dota_gcmessages_common_pb2 import CMsgDOTAMatch
    from gem.results.models import ParsedMatch, ParsedPlayer

HORN, A_SECOND = 6000, 30
STEAM = 76561197960265728
SAME = (
    *("kills", "deaths", "assists", "net_worth", "last_hits", "denies", "gold", "gold_spent"),
    *("level", "hero_id", "hero_damage", "tower_damage", "hero_healing", "gold_per_min"),
    *("xp_per_min", "damage", "damage_taken", "damage_inflictor", "damage_inflictor_received"),
    *("damage_targets", "healing", "hero_hits", "killed", "killed_by", "ability_uses"),
    *("ability_targets", "purchase", "gold_reasons", "xp_reasons", "multi_kills", "kill_streaks"),
    *("max_hero_hit", "camps_stacked", "creeps_stacked", "obs_placed", "sen_placed"),
    *("rune_pickups", "tower_kills", "roshan_kills", "firstblood_claimed"),
    *("teamfight_participation", "life_state_dead", "ability_upgrades_arr", "lane_pos", "obs"),
    *("sen", "aghanims_scepter", "aghanims_shard", "moonshard"),
)
SUMMED = ("hero_damage", "tower_damage", "hero_healing", "gold_per_min", "xp_per_min")
MATCH = (
    *("match_id", "radiant_win", "duration", "radiant_score", "dire_score", "game_mode"),
    *("first_blood_time", "pre_game_duration", "objectives", "radiant_gold_adv"),
    *("radiant_xp_adv", "tower_status_radiant", "tower_status_dire"),
    *("barracks_status_radiant", "barracks_status_dire"),
)


@cache
def sample() -> dict[str, Any]:
    """Give a generated match in OpenDota's form, under the number of a played one."""
    body: dict[str, Any] = msgspec.json.decode(body_of(201))
    return {**body, "match_id": 8_400_000_201}


def tick(at_s: int) -> int:
    """Give the tick of a second."""
    return HORN + A_SECOND * at_s


def found_in(body: dict[str, Any]) -> ParsedMatch:
    """Give a body's match as gem would have found it."""
    from gem.results.models import ParsedMatch
    from gem.state.game_clock import GameClock

    made = ParsedMatch(
        **{name: body[name] for name in MATCH},
        game_start_tick=HORN,
        post_game_tick=tick(body["duration"]),
        game_end_tick=tick(body["duration"] + 20),
        game_clock=GameClock(HORN),
        game_times_min=list(body["players"][0]["times"]),
        players=[_player(place, one) for place, one in enumerate(body["players"])],
        draft=_draft(body),
        opendota_teamfights=_fights(body),
    )
    made.combat_log = [line for one in made.players for line in one.kills_log]
    for place, one in enumerate(body["players"]):
        made.wards += _wards(place, one)
        made.neutral_item_finds += _finds(place, one)
    return made


def _player(place: int, one: dict[str, Any]) -> ParsedPlayer:
    from gem.results.models import ParsedPlayer

    player = ParsedPlayer(
        player_id=place,
        hero_name=HERO_UNITS[one["hero_id"]],
        player_name=one["personaname"] or "",
        account_id=one["account_id"] or 0,
        steam_id=STEAM + (one["account_id"] or 0),
        team=2 if place < 5 else 3,
        times=[tick(at_s) for at_s in one["times"]],
        game_times_min=one["times"],
        gold_t_min=one["gold_t"],
        xp_t_min=one["xp_t"],
        lh_t_min=one["lh_t"],
        dn_t_min=one["dn_t"],
        item_uses={f"item_{name}": count for name, count in one["item_uses"].items()},
        kills_log=[_line("DEATH", line, target_name=line["key"]) for line in one["kills_log"]],
        purchase_log=[
            _line("PURCHASE", line, value_name=f"item_{line['key']}")
            for line in one["purchase_log"]
        ],
        runes_log=[_line("PICKUP_RUNE", ln, rune_type=int(ln["key"])) for ln in one["runes_log"]],
        buyback_log=[_line("BUYBACK", line, value=place) for line in one["buyback_log"] or ()],
        **{name: one[name] for name in SAME},
    )
    player._match_details_fields |= {*SUMMED, "gold_spent"}  # noqa: SLF001 - as gem notes them
    return player


def _line(kind: str, line: dict[str, Any], **more: Any) -> CombatLogEntry:
    from gem.combat.log import CombatLogEntry, CombatLogType

    return CombatLogEntry(
        tick(line["time"]), CombatLogType(kind), game_time_s=line["time"], target_is_hero=True,
        **more,
    )  # fmt: skip


def _draft(body: dict[str, Any]) -> list[Any]:
    from gem.extractors.draft import DraftEvent

    return [
        DraftEvent(
            tick=step["order"], slot_index=0, hero_id=step["hero_id"],
            hero_name=HERO_UNITS[step["hero_id"]] if step["is_pick"] else "",
            is_pick=step["is_pick"], team=2 + step["team"],
        )
        for step in body["picks_bans"]
    ]  # fmt: skip


def _fights(body: dict[str, Any]) -> list[Any]:
    from gem.extractors.fights import OpenDotaTeamfight, OpenDotaTeamfightPlayer

    return [
        OpenDotaTeamfight(
            **{**one, "players": [OpenDotaTeamfightPlayer(**part) for part in one["players"]]}
        )
        for one in body["teamfights"]
    ]


def _wards(place: int, one: dict[str, Any]) -> list[Any]:
    from gem.extractors.wards import WardEvent

    made = []
    for kind, name in (("observer", "obs"), ("sentry", "sen")):
        left = {line["ehandle"]: line for line in one[f"{name}_left_log"]}
        for line in one[f"{name}_log"]:
            gone = left.get(line["ehandle"])
            ward = WardEvent(
                tick=tick(line["time"]), player_id=place, placer="", team=0,
                ward_type=kind,  # type: ignore[arg-type]
                x=line["x"] * 128, y=line["y"] * 128, killer="", killed_tick=None,
                expires_tick=tick(gone["time"]) if gone else None,
                left_attacker=gone.get("attackername") if gone else None,
            )  # fmt: skip
            made.append(ward)
    return made


def _finds(place: int, one: dict[str, Any]) -> list[Any]:
    from gem.results.models import NeutralItemFoundEvent

    return [
        NeutralItemFoundEvent(tick(line["time"]), place, 0, item_key=line["item_neutral"])
        for line in one["neutral_item_history"]
    ]


def summary_in(body: dict[str, Any]) -> CMsgDOTAMatch:
    """Give what the game itself would write of a body's match at the replay's end."""
    from gem.proto.dota_gcmessages_common_pb2 import CMsgDOTAMatch

    made = CMsgDOTAMatch(
        match_id=body["match_id"], starttime=body["start_time"], lobby_type=body["lobby_type"],
        cluster=body["cluster"], human_players=body["human_players"],
        tower_status=[body["tower_status_radiant"], body["tower_status_dire"]],
        barracks_status=[body["barracks_status_radiant"], body["barracks_status_dire"]],
    )  # fmt: skip
    for one in body["players"]:
        player = made.players.add(
            player_slot=one["player_slot"], hero_id=one["hero_id"], item_9=one["item_neutral"],
            item_10=one["item_neutral2"], leaver_status=one["leaver_status"],
            account_id=one["account_id"] or 2**32 - 1, selected_facet=one["hero_variant"],
        )  # fmt: skip
        for place in range(6):
            setattr(player, f"item_{place}", one[f"item_{place}"])
        for place in range(3):
            setattr(player, f"item_{place + 6}", one[f"backpack_{place}"])
    return made
