"""What is drawn for one reader is packed whole, by whoever packs at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import zstandard
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from webapp.core.packing import codings, pack


@given(st.binary(max_size=4096))
def test_what_was_packed_comes_out_again(body: bytes) -> None:
    assert zstandard.ZstdDecompressor().decompress(pack(body)) == body


def test_many_pack_at_once_without_mixing_bodies_up() -> None:
    bodies = [bytes([n % 251]) * (n * 997 % 50_000) for n in range(400)]
    with ThreadPoolExecutor(8) as threads:
        packed = list(threads.map(pack, bodies))
    assert [zstandard.ZstdDecompressor().decompress(one) for one in packed] == bodies


@pytest.mark.parametrize(
    ("accepts", "coding"),
    [
        ("zstd, gzip", "zstd"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("zstd;q=0, gzip", "gzip"),
        ("gzip", "gzip"),
        ("br", None),
        ("", None),
    ],
)
def test_a_page_comes_in_a_coding_its_reader_reads(
    client: FlaskClient, accepts: str, coding: str | None
) -> None:
    answer = client.get("/styleguide", headers={"Accept-Encoding": accepts})
    assert answer.headers.get("Content-Encoding") == coding
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert len(answer.data) == int(answer.headers["Content-Length"])


def test_a_list_of_codings_is_read_by_its_weights() -> None:
    read = codings("gzip;q=0.5, zstd;q=0, *;q=0.1")
    assert (read["gzip"], read["zstd"], read["br"]) == (0.5, 0, 0.1)
