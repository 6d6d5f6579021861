"""Whether a file is a demo rather than a match's metadata, by its first bytes, packed or not."""

from __future__ import annotations

import bz2
import io
from typing import Final

import zstandard

from webapp.deadlock.domain.demos.header import demo_kind

PEEK_BYTES: Final = 1024 * 1024
"""A packed file shows nothing before its first block, which bzip2 makes of 900 kB."""
SHOWN: Final = 16


def begins_demo(head: bytes) -> bool:
    """Say whether the first mebibyte of a file begins a demo, of any game and engine."""
    kind = demo_kind(head)
    if kind == "bzip2":
        kind = demo_kind(_bzip2(head))
    elif kind == "zstandard":
        kind = demo_kind(_zstandard(head))
    return kind in {"source1", "source2"}


def _bzip2(head: bytes) -> bytes:
    try:
        return bz2.BZ2Decompressor().decompress(head, SHOWN)
    except (OSError, ValueError):
        return b""


def _zstandard(head: bytes) -> bytes:
    try:
        return zstandard.ZstdDecompressor().stream_reader(io.BytesIO(head)).read(SHOWN)
    except (zstandard.ZstdError, MemoryError):
        return b""
