"""A demo is unpacked to disk whole or refused with a sentence, however it is packed or broken."""

from __future__ import annotations

import bz2
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.deadlock.demo_files import demo_path, foreign_path
from webapp.deadlock.domain.demos import DemoRefused, refuse_foreign
from webapp.deadlock.ingest.demo.unpack import unpack_demo
from webapp.matchplay.demo_file import begins_demo, demo_kind

MOST = 200 * 1024 * 1024
PLAIN = b"PBDEMS2\0" + bytes(range(256)) * 5000


def unpacked(folder: Path, body: bytes, most: int = MOST) -> bytes:
    packed, plain = folder / "packed", folder / "plain"
    packed.write_bytes(body)
    size = unpack_demo(packed, plain, most_bytes=most)
    assert size == plain.stat().st_size
    assert not packed.exists()
    return plain.read_bytes()


def refused(folder: Path, body: bytes, most: int = MOST) -> str:
    with pytest.raises(DemoRefused) as caught:
        unpacked(folder, body, most)
    return caught.value.sentence


@pytest.mark.parametrize("pack", [bytes, bz2.compress, zstandard.compress])
def test_a_demo_in_any_packing_is_the_same_demo(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    body = pack(PLAIN)
    assert begins_demo(body)
    assert unpacked(tmp_path, body) == PLAIN


@pytest.mark.parametrize("pack", [bz2.compress, zstandard.compress])
def test_packed_streams_may_follow_one_another(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    halves = pack(PLAIN[:700_000]) + pack(PLAIN[700_000:])
    assert unpacked(tmp_path, halves) == PLAIN


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rest=st.binary(max_size=4000), cuts=st.lists(st.integers(0, 4000), max_size=4))
def test_however_a_demo_is_cut_into_streams_it_comes_out_whole(
    tmp_path: Path, rest: bytes, cuts: list[int]
) -> None:
    (tmp_path / "plain").unlink(missing_ok=True)
    body = b"PBDEMS2\0" + bytes(16) + rest
    places = sorted({24, *(24 + cut for cut in cuts if cut < len(rest))})
    ends = [*places[1:], len(body)]
    parts = [body[:24], *(body[a:b] for a, b in zip(places, ends, strict=True))]
    assert unpacked(tmp_path, b"".join(zstandard.compress(part) for part in parts)) == body


@pytest.mark.parametrize("pack", [bz2.compress, zstandard.compress])
def test_a_damaged_or_cut_file_says_so(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    body = pack(PLAIN * 3 + bytes(PLAIN[:999]))
    assert refused(tmp_path, body[:-9]) == "This demo is cut short."
    (tmp_path / "plain").unlink()
    spoiled = body[: len(body) // 2] + b"\xff" * 40 + body[len(body) // 2 + 40 :]
    assert refused(tmp_path, spoiled) == "This demo is damaged: it cannot be unpacked."
    (tmp_path / "plain").unlink()
    assert refused(tmp_path, body + b"more") == "This demo has something after its end."


@pytest.mark.parametrize("pack", [bz2.compress, zstandard.compress])
def test_a_bomb_is_stopped_at_the_cap(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    bomb = pack(b"PBDEMS2\0" + bytes(128 * 1024 * 1024))
    assert len(bomb) < 200_000
    assert refused(tmp_path, bomb).startswith("This demo unpacks to more")
    assert (tmp_path / "plain").stat().st_size <= 64 * 1024 * 1024


def test_a_demo_over_the_cap_is_refused_plain_or_packed(tmp_path: Path) -> None:
    assert refused(tmp_path, PLAIN, most=1_000_000).startswith("This demo unpacks to more")
    (tmp_path / "packed").unlink()
    packed = zstandard.compress(PLAIN)
    assert refused(tmp_path, packed, most=1_000_000).startswith("This demo unpacks to more")


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (b"HL2DEMO\0" + bytes(100), "Valve’s older engine"),
        (b"PBUFDEM\0" + bytes(100), "Valve’s older engine"),
        (b"PK\x03\x04" + bytes(100), "does not begin as one"),
        (b'{"match_info": {}}', "does not begin as one"),
        (b"PBDEMS", "does not begin as one"),
        (b"", "does not begin as one"),
        (b"PBDEMS2\0" + bytes(8) + b"\x01\x00\x06\x32\x04dota", "a demo of Dota 2"),
        (b"PBDEMS2\0" + bytes(8) + b"\x01\x00\x06\x32\x04csgo", "a demo of Counter-Strike 2"),
        (b"PBDEMS2\0" + bytes(8) + b"\x01\x00\x06\x32\x04hlvr", "a demo of another game"),
    ],
)
def test_anything_else_is_named_for_what_it_is(tmp_path: Path, head: bytes, words: str) -> None:
    assert words in refused(tmp_path, head)
    if head:
        (tmp_path / "packed").unlink()
        assert words in refused(tmp_path, bz2.compress(head.ljust(20, b"\0")))


@given(st.binary(max_size=200))
def test_no_header_breaks_who_reads_it(rest: bytes) -> None:
    head = b"PBDEMS2\0" + rest
    assert demo_kind(head) == "source2"
    try:
        refuse_foreign(head)
    except DemoRefused as wrong:
        assert "demo of" in wrong.sentence  # noqa: PT017 - either end is right, none other


def test_real_demos_of_other_games_are_refused_and_ours_are_not() -> None:
    refuse_foreign(demo_path().read_bytes()[:4096])
    for name, words in (
        ("skadi_test_source1.dem", "older engine"),
        ("synthetic_fileinfo_only.dem", "Dota 2"),
    ):
        with pytest.raises(DemoRefused, match=words):
            refuse_foreign(foreign_path(name).read_bytes()[:4096])
