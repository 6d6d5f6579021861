"""Numbers set apart in a body: any bytes come back as they were."""

from __future__ import annotations

import json
import random

import zstandard
from hypothesis import given
from hypothesis import strategies as some

from webapp.core.db import utc_now
from webapp.matchroom.files import PackedRaw, Raw, pack_raw
from webapp.matchroom.numbers_apart import MAGIC, put_together, set_apart
from webapp.matchroom.reading import inflate_body
from webapp.matchroom.shelf import Packing

APART = Packing(bodies=9, numbers_apart=True)
LIKE_NUMBERS = some.text(alphabet='0123456789,.-":{}[]aé\x00', max_size=200).map(str.encode)
DOCUMENTS = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False) | some.text(),
    lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner),
)


@given(some.binary() | LIKE_NUMBERS)
def test_any_bytes_come_back_as_they_were(body: bytes) -> None:
    assert put_together(set_apart(body)) == body


@given(DOCUMENTS)
def test_any_document_comes_back_as_it_was(document: object) -> None:
    body = json.dumps(document).encode()
    assert put_together(set_apart(body)) == body


def test_a_body_that_looks_set_apart_already_comes_back_as_it_was() -> None:
    twice = set_apart(b'{"gold":500}')
    assert twice.startswith(MAGIC)
    assert put_together(set_apart(twice)) == twice


def test_a_body_kept_whole_before_is_still_read() -> None:
    assert put_together(b'{"gold":500}') == b'{"gold":500}'
    assert inflate_body(zstandard.ZstdCompressor(level=1).compress(b"[1]")) == b"[1]"


def test_bodies_of_a_match_are_packed_a_sixth_smaller_and_come_back() -> None:
    match, timeline = _frames(3), _frames(400)
    raw = Raw(match, "json", utc_now(), "generated", {"timeline": timeline})
    apart, whole = pack_raw(raw, APART), pack_raw(raw, Packing(bodies=9))
    assert inflate_body(apart.body) == match
    assert inflate_body(apart.beside[0].body or b"") == timeline
    assert 6 * _size(apart) < 5 * _size(whole)


def _frames(count: int) -> bytes:
    """Write ten players' running totals, as timelines do."""
    luck = random.Random(7)
    frames = [
        {
            "at": 60_000 * number + luck.randrange(90),
            "players": {
                str(slot): {"gold": 400 * number + luck.randrange(300), "x": luck.randrange(15_000)}
                for slot in range(1, 11)
            },
        }
        for number in range(count)
    ]
    return json.dumps(frames).encode()


def _size(packed: PackedRaw) -> int:
    return len(packed.body) + sum(len(one.body or b"") for one in packed.beside)
