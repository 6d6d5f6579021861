"""Unpacking a demo from disk to disk, never more in memory, time or room than caps allow.

The name of a file says nothing: its first bytes do. A file may hold several packed streams
one after another, as parallel packers write them, and nothing after the last.
"""

from __future__ import annotations

import bz2
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import zstandard

from webapp.deadlock.domain.demos import DemoRefused, refuse_foreign
from webapp.matchplay.demo_file import HEADER_BYTES, demo_kind

STEP = 1024 * 1024
# A Zstandard block of four bytes may stand for 128 KiB: this much of them stays below 32 MiB.
ZSTD_STEP = 1024
ZSTD_WINDOW = 128 * 1024 * 1024
FLOOR = 64 * 1024 * 1024
MOST_RATIO = 30
"""Real demos pack to about a half; only emptiness packs to a thirtieth."""
ENOUGH = 16  # bytes that tell a demo from anything else
DAMAGED = "This demo is damaged: it cannot be unpacked."
CUT = "This demo is cut short."
EXTRA = "This demo has something after its end."
TOO_LARGE = "This demo unpacks to more than a demo may be here, so it was not read."


def unpack_demo(packed: Path, plain: Path, *, most_bytes: int) -> int:
    """Write the plain demo to a file of its own and give its size; raises DemoRefused.

    A demo that is not packed is moved there.
    """
    kind = demo_kind(_head(packed))
    if kind in {"bzip2", "zstandard"}:
        parts = _bzip2 if kind == "bzip2" else _zstandard
        with packed.open("rb") as source, plain.open("xb") as target:
            _copy(parts(source), target, min(most_bytes, _ratio_cap(packed)))
        packed.unlink()
    else:
        refuse_foreign(_head(packed))
        if packed.stat().st_size > most_bytes:
            raise DemoRefused(TOO_LARGE)
        packed.rename(plain)
    refuse_foreign(_head(plain))
    return plain.stat().st_size


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEADER_BYTES)


def _ratio_cap(packed: Path) -> int:
    return max(FLOOR, MOST_RATIO * packed.stat().st_size)


def _copy(parts: Iterator[bytes], target: BinaryIO, most: int) -> None:
    size = 0
    for part in parts:
        if size == 0 and len(part) >= ENOUGH:
            refuse_foreign(part)
        size += len(part)
        if size > most:
            raise DemoRefused(TOO_LARGE)
        target.write(part)


def _bzip2(source: BinaryIO) -> Iterator[bytes]:
    inflater, fresh = bz2.BZ2Decompressor(), False
    while chunk := source.read(STEP):
        while chunk or not (inflater.needs_input or inflater.eof):
            if inflater.eof:
                inflater, fresh = bz2.BZ2Decompressor(), True
            try:
                part = inflater.decompress(chunk, STEP)
            except (OSError, ValueError):
                raise DemoRefused(EXTRA if fresh else DAMAGED) from None
            fresh = fresh and not part
            chunk = inflater.unused_data
            yield part
    if not inflater.eof:
        raise DemoRefused(CUT)


def _zstandard(source: BinaryIO) -> Iterator[bytes]:
    opener = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
    inflater, fresh = opener.decompressobj(), False
    while chunk := source.read(ZSTD_STEP):
        while chunk:
            if inflater.eof:
                inflater, fresh = opener.decompressobj(), True
            try:
                part = inflater.decompress(chunk)
            except (zstandard.ZstdError, MemoryError):
                raise DemoRefused(EXTRA if fresh else DAMAGED) from None
            fresh = fresh and not part
            chunk = inflater.unused_data
            yield part
    if not inflater.eof:
        raise DemoRefused(CUT)
