"""How a recording begins once unpacked, by the first bytes of a file."""

from __future__ import annotations

import bz2
import io
from typing import Final

import zstandard

from webapp.matchplay.demo_file.header import HEADER_BYTES, demo_kind

PEEK_BYTES: Final = 1024 * 1024
"""A packed file shows nothing before its first block, which bzip2 makes of 900 kB."""


def unpacked_head(head: bytes) -> bytes:
    """Give how a file begins, of its first mebibyte, unpacked where it is packed."""
    kind = demo_kind(head)
    if kind == "bzip2":
        return _bzip2(head)
    return _zstandard(head) if kind == "zstandard" else head[:HEADER_BYTES]


def begins_demo(head: bytes) -> bool:
    """Say whether the first mebibyte of a file begins a demo, of any game and engine."""
    return demo_kind(unpacked_head(head)) in {"source1", "source2"}


def _bzip2(head: bytes) -> bytes:
    try:
        return bz2.BZ2Decompressor().decompress(head, HEADER_BYTES)
    except (OSError, ValueError):
        return b""


def _zstandard(head: bytes) -> bytes:
    try:
        return zstandard.ZstdDecompressor().stream_reader(io.BytesIO(head)).read(HEADER_BYTES)
    except (zstandard.ZstdError, MemoryError):
        return b""
