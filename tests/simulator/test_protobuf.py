"""The protobuf of a match says what its JSON says, and real matches encode to their real bytes."""

import bz2
import json
from pathlib import Path

import pytest
import zstandard

from tests.simulator import reading
from webapp.simulator.deadlock import (
    SCENARIOS,
    compress_bzip2,
    compress_zstd,
    encode_protobuf,
    generate_match,
)

PLAYERS, PATHS, MATRIX = 4, 12, 13
REAL = ("31067068", "35077269", "54331746")


def match_fields(body: bytes) -> list[tuple[int, int, object]]:
    details = reading.all_of(reading.read_fields(body), 2)[0]
    return reading.read_fields(reading.all_of(reading.read_fields(details), 2)[0])


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_protobuf_and_json_agree(scenario: str) -> None:
    match = generate_match(9001, scenario=scenario)
    info = match["match_info"]
    body = encode_protobuf(match)
    fields = match_fields(body)
    assert reading.all_of(reading.read_fields(body), 3) == [9001]
    assert reading.all_of(fields, 1) == [info["duration_s"]]
    told = [reading.read_fields(player) for player in reading.all_of(fields, PLAYERS)]
    for player, read in zip(info["players"], told, strict=True):
        for number, name in ((1, "account_id"), (2, "player_slot"), (8, "kills"), (11, "net_worth"),
                             (12, "hero_id"), (17, "assigned_lane"), (18, "level")):  # fmt: skip
            assert reading.all_of(read, number) == [player[name]], name
        assert len(reading.all_of(read, 3)) == player["deaths"]
        assert len(reading.all_of(read, 4)) == len(player["items"])
        last = reading.read_fields(reading.all_of(read, 5)[-1])
        assert reading.all_of(last, 21) == [player["stats"][-1]["player_damage"]]


def test_paths_and_samples_survive_packing() -> None:
    match = generate_match(9002)
    info = match["match_info"]
    fields = match_fields(encode_protobuf(match))
    paths = reading.all_of(reading.read_fields(reading.all_of(fields, PATHS)[0]), 5)
    for path, body in zip(info["match_paths"]["paths"], paths, strict=True):
        read = reading.read_fields(body)
        assert reading.read_packed(reading.all_of(read, 6)[0]) == path["x_pos"]
        assert reading.read_packed(reading.all_of(read, 9)[0]) == path["health"]
        assert reading.all_of(read, 2)[0] == pytest.approx(path["x_min"])
    matrix = reading.read_fields(reading.all_of(fields, MATRIX)[0])
    samples = reading.read_packed(reading.all_of(matrix, 2)[0])
    assert samples == info["damage_matrix"]["sample_time_s"]


def test_both_codecs_hold_the_same_message() -> None:
    match = generate_match(9003, scenario="stomp")
    plain = encode_protobuf(match)
    assert compress_bzip2(match).startswith(b"BZh")
    assert compress_zstd(match).startswith(b"\x28\xb5\x2f\xfd")
    assert bz2.decompress(compress_bzip2(match)) == plain
    assert zstandard.decompress(compress_zstd(match)) == plain


@pytest.mark.parametrize("number", REAL)
def test_a_real_match_encodes_to_its_real_bytes(shared_data: Path, number: str) -> None:
    match = json.loads((shared_data / f"deadlock/metadata/m{number}.json").read_bytes())
    packed = (shared_data / f"deadlock/metadata_raw/{number}.meta.bz2").read_bytes()
    ours, theirs = match_fields(encode_protobuf(match)), match_fields(bz2.decompress(packed))
    assert [f for f in ours if f[0] != PLAYERS] == [f for f in theirs if f[0] != PLAYERS]
    for our, their in zip(
        reading.all_of(ours, PLAYERS), reading.all_of(theirs, PLAYERS), strict=True
    ):
        without_account = [reading.read_fields(body)[1:] for body in (our, their)]
        assert without_account[0] == without_account[1]
