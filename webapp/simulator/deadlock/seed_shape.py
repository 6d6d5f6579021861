"""The per-match JSON of the system this one replaces: 15-18 MB, every hit a record.

Only the storage benchmark writes it. Positions, hero damage per pair and objective times are the
generated match's own; the second of a hit inside its interval is drawn, as the matrix has none.
"""

import json
from collections.abc import Iterator
from typing import Any

import numpy as np

from webapp.simulator.deadlock.cast import TEAM_SIZE
from webapp.simulator.deadlock.chance import happens, stream
from webapp.simulator.deadlock.damage.sources import TOTALS
from webapp.simulator.deadlock.story.events import Floats
from webapp.simulator.deadlock.wire.paths import RESOLUTION

_HERO_HIT, _CREATURE_HIT = 12, 27
_TROOPER, _NEUTRAL = 20, 22
_BOSS_HEALTH = 6500
_RECORD = (
    '{"damage":%d,"pre_damage":%d,"type":%d,"citadel_type":%d,"entindex_inflictor":%d,'
    '"entindex_ability":%d,"damage_absorbed":%d,"victim_health_max":%d,"victim_health_new":%d,'
    '"flags":%d,"ability_id":%d,"attacker_class":1,"victim_class":%d,"victim_shield_max":0,'
    '"victim_shield_new":0,"hits":0,"health_lost":%d}'
)
_META = ("match_id", "duration_s", "winning_team", "start_time", "match_outcome", "game_mode",
         "match_mode", "average_badge_team0", "average_badge_team1")  # fmt: skip


def write_seed_shape(match: dict[str, Any]) -> bytes:
    """One generated match in the old shape: match_metadata and parsed_match_data."""
    info = match["match_info"]
    rng = stream(int(info["match_id"]), None, "seed shape")
    slots = sorted(player["player_slot"] for player in info["players"])
    paths = {path["player_slot"]: path for path in info["match_paths"]["paths"]}
    players = ",".join(
        f'"{slot}":{{"positions":{_positions(rng, paths[slot], info["duration_s"])},'
        f'"damage":[{",".join(_seconds(rng, info, slot))}]}}'
        for slot in slots
    )
    head = json.dumps({"match_metadata": {"match_info": _metadata(info)}})[:-1]
    parsed = json.dumps(
        {
            "total_match_time_s": info["duration_s"] + 15,
            "match_start_time_s": 15,
            "players_data": [_player(player) for player in info["players"]],
            "bosses": _bosses(info),
        }
    )[:-1]
    return f'{head},"parsed_match_data":{parsed},"per_player_data":{{{players}}}}}}}'.encode()


def _metadata(info: dict[str, Any]) -> dict[str, Any]:
    kept = {name: info.get(name) for name in _META}
    kept["players"] = [{name: p[name] for name in ("team", "hero_id")} for p in info["players"]]
    return kept


def _player(player: dict[str, Any]) -> dict[str, Any]:
    slot = player["player_slot"]
    return {
        "entity_id": str(1900 + slot),
        "custom_id": str(slot),
        "name": f"player_{slot}",
        "steam_id_32": player["account_id"],
        "hero_id": player["hero_id"],
        "lobby_player_slot": slot,
        "team": 2 if slot <= TEAM_SIZE else 3,
        "lane": player["assigned_lane"],
        "zipline_lane_color": player["assigned_lane"],
    }


def _positions(rng: np.random.Generator, path: dict[str, Any], duration_s: int) -> str:
    x = _spread(path, "x")[:duration_s]
    y = _spread(path, "y")[:duration_s]
    z = rng.uniform(-130, 560, duration_s)
    line = '{"custom_id":"%d","x":%.4f,"y":%.5f,"z":%.5f,"is_npc":false}'
    slot = path["player_slot"]
    places = zip(x, y, z, strict=True)
    return "[" + ",".join(line % (slot, *place) for place in places) + "]"


def _spread(path: dict[str, Any], axis: str) -> Floats:
    low, high = path[f"{axis}_min"], path[f"{axis}_max"]
    places: Floats = low + np.array(path[f"{axis}_pos"]) / RESOLUTION * (high - low)
    return places


def _seconds(rng: np.random.Generator, info: dict[str, Any], slot: int) -> Iterator[str]:
    """One JSON object a second: victim id to the list of hits."""
    hits: list[dict[int, list[str]]] = [{} for _ in range(info["duration_s"])]
    for target, ability, amount, start, end in _dealt(info, slot):
        for second, damage in _split(
            rng, amount, start, end, _HERO_HIT if target else _CREATURE_HIT
        ):
            victim = target or (_TROOPER if happens(rng, 0.65) else _NEUTRAL)
            record = _record(rng, slot, victim, ability, damage)
            hits[second].setdefault(victim, []).append(record)
    for struck in hits:
        yield "{" + ",".join(f'"{v}":[{",".join(r)}]' for v, r in struck.items()) + "}"


def _dealt(info: dict[str, Any], slot: int) -> Iterator[tuple[int, int, int, int, int]]:
    """(target, ability id, amount, from, to) of each interval of each detail row."""
    matrix = info["damage_matrix"]
    details = matrix["source_details"]
    samples = [0, *matrix["sample_time_s"]]
    dealer = next(d for d in matrix["damage_dealers"] if d["dealer_player_slot"] == slot)
    for source in dealer["damage_sources"]:
        index = source["source_details_index"]
        if details["source_name"][index] in TOTALS:
            continue
        if details["stat_type"][index] not in {0, "k_eType_Damage"}:
            continue
        for line in source["damage_to_players"]:
            sums = [0] * (len(samples) - len(line["damage"])) + line["damage"]
            for k, amount in enumerate(np.diff(sums)):
                if amount:
                    yield (
                        line["target_player_slot"],
                        7_000 + index,
                        int(amount),
                        *samples[k : k + 2],
                    )


def _split(
    rng: np.random.Generator, amount: int, start: int, end: int, size: int
) -> Iterator[tuple[int, int]]:
    """Hits of about one size in drawn seconds, together exactly the amount."""
    count = max(1, min(amount, round(amount / size)))
    sizes = rng.multinomial(amount - count, np.full(count, 1 / count)) + 1
    seconds = rng.integers(start, end, count)
    return zip(seconds.tolist(), sizes.tolist(), strict=True)


def _record(rng: np.random.Generator, slot: int, victim: int, ability: int, damage: int) -> str:
    full = 900 if victim >= _TROOPER else 1400
    flags = 2 if damage % 3 else 687_194_767_360
    kind = 2 if damage % 2 else 50_331_650
    left = int(rng.integers(0, full))
    return _RECORD % (damage, damage, kind, 1, 1900 + slot, 2000 + ability % 97, damage // 9, full,
                      left, flags, ability * 40_009, 1 if victim < _TROOPER else victim,
                      damage)  # fmt: skip


def _bosses(info: dict[str, Any]) -> dict[str, Any]:
    bosses = list(enumerate(info["objectives"], start=101))
    snapshots = [
        {
            "entity_index": index,
            "custom_id": 21,
            "boss_name_hash": 12_946_736_302_082_734_000,
            "team": 2 + index % 2,
            "lane": index % 4,
            "x": 100.0 * index,
            "y": 20.0 * index,
            "z": 256.0,
            "spawn_time_s": 0,
            "max_health": _BOSS_HEALTH,
            "life_state_on_create": 0,
            "death_time_s": boss["destroyed_time_s"] or None,
            "life_state_on_delete": 1 if boss["destroyed_time_s"] else None,
        }
        for index, boss in bosses
    ]
    timeline = [_healths(bosses, second) for second in range(info["duration_s"])]
    return {"snapshots": snapshots, "health_timeline": timeline}


def _healths(bosses: list[tuple[int, dict[str, Any]]], second: int) -> dict[str, int]:
    healths = {}
    for index, boss in bosses:
        first, fell = boss["first_damage_time_s"], boss["destroyed_time_s"] or 10**6
        worn = np.clip((second - first) / max(1, fell - first), 0, 1)
        healths[str(index)] = int(_BOSS_HEALTH * (1 - worn))
    return healths
