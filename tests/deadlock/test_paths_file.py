"""The paths file: what goes in comes out, and nothing hostile does more than raise a sentence."""

import gzip
import struct
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tests.changed import replace
from tests.deadlock.recorded import match_of
from webapp.deadlock.domain.catalogue import Catalogue, parse_catalogue
from webapp.deadlock.domain.columns import pack_paths
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.paths_file import MAGIC, STEP, decode_paths, encode_paths
from webapp.deadlock.domain.paths_header import (
    PathDeath,
    PathObjective,
    PathPlayer,
    PathsHeader,
)
from webapp.deadlock.domain.records import Match, Paths

REAL = (31067068, 35077269, 54331746)


def header(count: int = 2, **more: object) -> PathsHeader:
    players = [
        PathPlayer(slot=slot, side="ab"[slot % 2], hero_id=slot, name=f"Hero {slot}", letters="He")
        for slot in range(1, count + 1)
    ]
    return PathsHeader(match_id=7, duration_s=5, players=players, **more)  # type: ignore[arg-type]


def paths(x: object, y: object, health: object, **more: object) -> Paths:
    rows = np.asarray(x, dtype=np.float32)
    return Paths(
        slots=tuple(range(1, len(rows) + 1)),
        interval_s=1.0,
        x=rows,
        y=np.asarray(y, dtype=np.float32),
        health=np.asarray(health, dtype=np.uint8),
        **more,  # type: ignore[arg-type]
    )


def sample() -> bytes:
    walked = paths([[0, 100, 200], [9, 8, 7]], [[0, 0, 0], [1, 2, 3]], [[100, 50, 0], [9, 9, 9]])
    return encode_paths(walked, header())


@given(
    x=arrays.arrays(np.float32, (3, 9), elements=st.floats(-14000, 14000, width=32)),
    y=arrays.arrays(np.float32, (3, 9), elements=st.floats(-14000, 14000, width=32)),
    health=arrays.arrays(np.uint8, (3, 9), elements=st.integers(1, 100)),
)
def test_the_living_come_back_within_half_a_step(
    x: np.ndarray, y: np.ndarray, health: np.ndarray
) -> None:
    found = decode_paths(encode_paths(paths(x, y, health), header(3))).paths
    assert np.abs(found.x - x).max() <= STEP / 2
    assert np.abs(found.y - y).max() <= STEP / 2
    assert np.array_equal(found.health, health)


def test_the_dead_stay_where_they_fell() -> None:
    walked = paths([[400, 800, -13664, 40]], [[0, 80, 0, 0]], [[100, 5, 0, 100]])
    found = decode_paths(encode_paths(walked, header(1))).paths
    assert found.x.tolist() == [[400, 800, 800, 40]]
    assert found.y.tolist() == [[0, 80, 80, 0]]


def test_a_file_of_before_with_combat_and_move_is_still_read() -> None:
    flat, extras = [[0, 4, 8]], np.array([[[0, 3, 200]], [[6, 7, 8]]], np.uint8)
    raw = gzip.decompress(encode_paths(paths(flat, flat, [[1, 1, 1]]), header(1)))
    length = struct.unpack_from("<I", raw, 8)[0]
    told = msgspec.json.encode(
        msgspec.json.decode(raw[12 : 12 + length]) | {"extras": ["combat", "move"]}
    )
    before = MAGIC + struct.pack("<I", len(told)) + told + raw[12 + length :] + extras.tobytes()
    found = decode_paths(gzip.compress(before)).paths
    assert found.combat is not None
    assert found.move is not None
    assert np.array_equal(found.combat, extras[0])
    assert np.array_equal(found.move, extras[1])
    assert found.x.tolist() == flat


def test_what_no_page_reads_is_not_packed() -> None:
    flat, spare = [[0, 0, 0]], np.zeros((1, 3), np.uint8)
    full = encode_paths(paths(flat, flat, [[1, 1, 1]], combat=spare, move=spare), header(1))
    assert full == encode_paths(paths(flat, flat, [[1, 1, 1]]), header(1))
    assert decode_paths(full).paths.combat is None


@pytest.mark.parametrize(("duration_s", "step"), [(3_900, STEP), (4_500, 2 * STEP)])
def test_a_long_match_fits_in_a_hundred_kilobytes(duration_s: int, step: int) -> None:
    match = long_match(duration_s)
    packed = pack_paths(match, Catalogue("none"))
    assert packed is not None
    assert match.paths is not None
    assert len(packed) <= 100_000
    found, alive = decode_paths(packed), match.paths.health > 0
    assert found.header.step == step
    assert np.abs((found.paths.x - match.paths.x)[alive]).max() <= step / 2
    assert np.array_equal(found.paths.health, match.paths.health)


def long_match(duration_s: int) -> Match:
    """Play a second generated match after a first, up to a length."""
    first, second = (match_of(match_id, "base_race") for match_id in (7001, 7002))
    assert first.paths
    assert second.paths
    x, y, health = (
        np.concatenate(both, axis=1)[:, : duration_s + 1]
        for both in (
            (first.paths.x, second.paths.x),
            (first.paths.y, second.paths.y),
            (first.paths.health, second.paths.health),
        )
    )
    walked = Paths(slots=first.paths.slots, interval_s=1.0, x=x, y=y, health=health)
    players = tuple(
        replace(one, deaths=(*one.deaths, *other.deaths))
        for one, other in zip(first.players, second.players, strict=True)
    )
    return replace(first, duration_s=duration_s, players=players, paths=walked)


def test_the_header_travels_with_every_building_in_its_place() -> None:
    fallen = PathObjective(side="a", kind="Guardian", lane="blue", fell_at=3)
    death = PathDeath(slot=1, at=2, x=1.5, y=2.5, killer=2, away_s=8)
    flat = [[0], [0]]
    body = encode_paths(paths(flat, flat, flat), header(deaths=[death], objectives=[fallen]))
    found = decode_paths(body).header
    assert found.deaths == [death]
    assert len(found.objectives) == 2 * (3 * 3 + 4)
    blue = [one for one in found.objectives if one.fell_at is not None]
    assert [(one.side, one.lane, one.y < 0) for one in blue] == [("a", "blue", True)]


def test_the_same_match_packs_to_the_same_bytes() -> None:
    assert sample() == sample()


def test_a_match_without_samples_is_still_a_file() -> None:
    nothing = np.zeros((2, 0))
    assert decode_paths(encode_paths(paths(nothing, nothing, nothing), header())).paths.x.size == 0


def test_paths_that_disagree_are_refused_before_packing() -> None:
    with pytest.raises(ValueError, match="one row for each player"):
        encode_paths(paths([[0, 1]], [[0]], [[1]]), header(1))
    with pytest.raises(ValueError, match="same order"):
        encode_paths(paths([[0]], [[0]], [[1]]), header(2))


def hostile() -> list[bytes]:
    raw = gzip.decompress(sample())
    length = struct.unpack_from("<I", raw, 8)[0]
    head, planes = msgspec.json.decode(raw[12 : 12 + length]), raw[12 + length :]

    def with_header(**change: object) -> bytes:
        told = msgspec.json.encode(head | change)
        return gzip.compress(MAGIC + struct.pack("<I", len(told)) + told + planes)

    return [
        b"",
        b"not gzip at all",
        sample()[:-9],
        sample() + b"more",
        gzip.compress(b"GHPATHS9" + raw[8:]),
        gzip.compress(raw[:10]),
        gzip.compress(raw[:-1]),
        gzip.compress(raw + b"x"),
        gzip.compress(MAGIC + struct.pack("<I", 2**32 - 1) + raw[12:]),
        gzip.compress(MAGIC + struct.pack("<I", 2) + b"[]" + planes),
        gzip.compress(b"\0" * (17 * 1024 * 1024)),
        with_header(samples=2**40),
        with_header(samples=-1),
        with_header(step=0),
        with_header(interval_s=0),
        with_header(extras=["surprise"]),
        with_header(players=[]),
        with_header(players="twelve"),
    ]


@pytest.mark.parametrize("body", hostile(), ids=range(len(hostile())))
def test_a_hostile_file_raises_a_sentence(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"^[A-Z].*\.$"):
        decode_paths(body)


@given(st.binary(max_size=200), st.integers(0, 400))
def test_a_spoilt_file_never_does_anything_but_raise(noise: bytes, where: int) -> None:
    body = sample()
    spoilt = body[:where] + noise + body[where + len(noise) :]
    assert _answer(spoilt) in {_answer(body), "a sentence."}


def _answer(body: bytes) -> str:
    try:
        return str(decode_paths(body).paths.x.tolist())
    except ValueError as wrong:
        return "a sentence." if str(wrong).endswith(".") else repr(wrong)


@pytest.mark.parametrize("match_id", REAL)
def test_a_real_match_fits_in_a_hundred_kilobytes(match_id: int, shared_data: Path) -> None:
    body = (shared_data / f"deadlock/metadata/m{match_id}.json").read_bytes()
    match, names = parse_metadata(body), _names(shared_data)
    packed = pack_paths(match, names)
    assert packed is not None
    assert match.paths is not None
    assert len(packed) <= 100_000
    found, alive = decode_paths(packed).paths, match.paths.health > 0
    assert np.abs((found.x - match.paths.x)[alive]).max() <= STEP / 2
    assert np.array_equal(found.health, match.paths.health)


def _names(shared_data: Path) -> Catalogue:
    heroes = (shared_data / "deadlock/assets/heroes.json").read_bytes()
    return parse_catalogue("test", {"heroes": heroes}, {}, None)
