"""What a file is, how it is inflated, and the protobuf within saying what the JSON says."""

import bz2
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zstandard
from google.protobuf import json_format

from tests.changed import replace
from tests.deadlock.small_match import MATCH_ID, small_body, small_match
from webapp.deadlock.domain.parse import as_json, inflate, parse_metadata, parse_raw, sniff
from webapp.deadlock.domain.protobuf_schema import message_class
from webapp.deadlock.domain.records import Match, MatchUnreadable


def raw_body(**options: Any) -> bytes:
    """Encode the invented match as the game does."""
    made: Any = message_class("Body")()
    json_format.ParseDict(small_match(**options), made, ignore_unknown_fields=True)
    outer: Any = message_class("Envelope")
    packed: bytes = outer(match_details=made.SerializeToString()).SerializeToString()
    return packed


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"four_lanes": True, "dialect": "2025"},
        {"pauses": ((9, 3),), "abandoned": {2: 100}},
        {"paths": False, "damage": False, "winning_team": None},
        {"duration_s": 0, "kills": ()},
        {"teleports": {3: (44, 90)}},
    ],
    ids=str,
)
def test_both_encodings_of_a_match_are_the_same_match(options: dict[str, Any]) -> None:
    told = parse_raw(raw_body(**options), expect_match_id=MATCH_ID)
    assert told == parse_metadata(small_body(**options))


@pytest.mark.parametrize("pack", [bytes, bz2.compress, zstandard.compress])
def test_a_raw_body_can_be_looked_at_as_json(pack: Callable[[bytes], bytes]) -> None:
    shown = as_json(pack(raw_body()))
    assert shown is not None
    assert parse_metadata(shown) == parse_metadata(small_body())


@pytest.mark.parametrize("body", [b"", b"<html>", b"BZh9", b"\x12\xff", b"\x12\x02\xff\xff"])
def test_what_is_no_raw_body_is_not_shown_as_one(body: bytes) -> None:
    assert as_json(body) is None


def test_protobuf_of_another_match_is_refused() -> None:
    with pytest.raises(MatchUnreadable, match="not 7"):
        parse_raw(raw_body(), expect_match_id=7)


@pytest.mark.parametrize("match_id", [31067068, 35077269, 54331746])
@pytest.mark.parametrize("suffix", ["meta.bz2", "zstd.meta.bz2"])
def test_real_bodies_agree_in_both_encodings(shared_data: Path, match_id: int, suffix: str) -> None:
    """Account ids are replaced in one of them, and the raw ones lack the party."""
    folder = shared_data / "deadlock"
    body = (folder / "metadata" / f"m{match_id}.json").read_bytes()
    raw = inflate((folder / "metadata_raw" / f"{match_id}.{suffix}").read_bytes())
    assert _impersonal(parse_raw(raw)) == _impersonal(parse_metadata(body))


def _impersonal(match: Match) -> Match:
    players = [replace(one, account_id=None, party=None) for one in match.players]
    return replace(match, players=tuple(players))


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'{"match_info": {}}', "json"),
        (b"\xef\xbb\xbf \n{}", "json"),
        (bz2.compress(b"x"), "bzip2"),
        (zstandard.compress(b"x"), "zstandard"),
        (b"\x08\x01\x12\x00", "protobuf"),
        (b"", "unknown"),
        (b"PBDEMS2\x00", "unknown"),
        (b"\x89PNG", "unknown"),
    ],
)
def test_a_file_is_what_its_first_bytes_say(body: bytes, kind: str) -> None:
    assert sniff(body) == kind


@pytest.mark.parametrize("pack", [bz2.compress, zstandard.compress])
def test_what_was_packed_comes_out_whole(pack: Any) -> None:
    body = small_body()
    assert inflate(pack(body)) == body


def _streamed(body: bytes) -> bytes:
    packer = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize("pack", [bz2.compress, zstandard.compress, _streamed])
@pytest.mark.parametrize(
    "spoil",
    [
        lambda body: body[: len(body) // 2],
        lambda body: body[:5],
        lambda body: body + b"more",
        lambda body: body[:40] + b"\x00\xff\x00\xff" + body[44:],
    ],
    ids=["half", "start", "more", "damaged"],
)
def test_a_spoiled_file_is_refused(pack: Any, spoil: Any) -> None:
    with pytest.raises(MatchUnreadable):
        parse_metadata(inflate(spoil(pack(small_body()))))


@pytest.mark.parametrize("pack", [bz2.compress, zstandard.compress, _streamed])
def test_a_bomb_is_refused_before_it_goes_off(pack: Any) -> None:
    with pytest.raises(MatchUnreadable, match="more than a match"):
        inflate(pack(b"\0" * (64 * 1024 * 1024)))


def test_a_cap_holds_whatever_the_ratio() -> None:
    with pytest.raises(MatchUnreadable, match="more than a match"):
        inflate(bz2.compress(b"x" * 2_000), cap_bytes=1_000)


@pytest.mark.parametrize(
    "body", [b"", b"\x08\x01", b"\x12\x02\xff\xff", b"\xff" * 50, b"\x12\x00", small_body()]
)
def test_what_is_no_protobuf_match_is_refused(body: bytes) -> None:
    with pytest.raises(MatchUnreadable):
        parse_raw(body)
