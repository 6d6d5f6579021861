"""Read generated matches back: running sums of the matrix, places on a path, protobuf fields."""

import struct
from collections import Counter
from collections.abc import Iterator
from typing import Any

TOTALS = {"Bullet", "Ability", "Melee", "Misc"}
DAMAGE = (0, "k_eType_Damage")
HEALING = (1, "k_eType_Healing")
MITIGATED = (3, "k_eType_Mitigated")
RESOLUTION = 16383
Line = tuple[int, Any, str, int, list[int]]


def players(info: dict[str, Any]) -> dict[int, dict[str, Any]]:
    return {player["player_slot"]: player for player in info["players"]}


def lines(info: dict[str, Any]) -> Iterator[Line]:
    """Each (dealer, stat type, source, target, running sums padded on the left)."""
    matrix = info["damage_matrix"]
    details, length = matrix["source_details"], len(matrix["sample_time_s"])
    for dealer in matrix["damage_dealers"]:
        for source in dealer["damage_sources"]:
            index = source["source_details_index"]
            for target in source["damage_to_players"]:
                sums = [0] * (length - len(target["damage"])) + target["damage"]
                stat, name = details["stat_type"][index], details["source_name"][index]
                yield dealer["dealer_player_slot"], stat, name, target["target_player_slot"], sums


def hero_damage(info: dict[str, Any], sample: int, *, totals: bool) -> Counter[int]:
    """Damage on heroes by dealer at one sample, from the detail rows or from the totals."""
    dealt: Counter[int] = Counter()
    for dealer, stat, name, target, sums in lines(info):
        if stat in DAMAGE and dealer and target and (name in TOTALS) is totals:
            dealt[dealer] += sums[sample]
    return dealt


def place(path: dict[str, Any], second: int) -> tuple[float, float]:
    def along(axis: str) -> float:
        low, high = path[f"{axis}_min"], path[f"{axis}_max"]
        return float(low + path[f"{axis}_pos"][second] / RESOLUTION * (high - low))

    return along("x"), along("y")


def read_fields(body: bytes) -> list[tuple[int, int, Any]]:
    """Every (number, wire type, value) of one protobuf message."""
    found, at = [], 0
    while at < len(body):
        tag, at = read_varint(body, at)
        value: Any
        if tag & 7 == 0:
            value, at = read_varint(body, at)
        elif tag & 7 == 2:
            length, at = read_varint(body, at)
            value, at = body[at : at + length], at + length
        else:
            (value,), at = struct.unpack_from("<f", body, at), at + 4
        found.append((tag >> 3, tag & 7, value))
    return found


def read_varint(body: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = body[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def read_packed(body: bytes) -> list[int]:
    values, at = [], 0
    while at < len(body):
        value, at = read_varint(body, at)
        values.append(value)
    return values


def all_of(fields: list[tuple[int, int, Any]], number: int) -> list[Any]:
    return [value for found, _, value in fields if found == number]
