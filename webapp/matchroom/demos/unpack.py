"""Unpacking a demo from disk to disk, never more in memory, time or room than caps allow.

The name of a file says nothing: its first bytes do. A file may hold several packed streams
one after another, as parallel packers write them, and nothing after the last.
"""

from __future__ import annotations

import bz2
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import zstandard

from webapp.matchplay.demo_file import HEADER_BYTES, DemoRefused, demo_kind

STEP = 1024 * 1024
# A Zstandard block of four bytes may stand for 128 KiB: this much of them stays below 32 MiB.
ZSTD_STEP = 1024
ZSTD_WINDOW = 128 * 1024 * 1024
FLOOR = 64 * 1024 * 1024
MOST_RATIO = 30
"""Real demos pack to about a half; only emptiness packs to a thirtieth."""
ENOUGH = 16  # bytes that tell a demo from anything else
DAMAGED = "is damaged: it cannot be unpacked."
CUT = "is cut short."
EXTRA = "has something after its end."
TOO_LARGE = "unpacks to more than one may be here, so it was not read."
Refuse = Callable[[bytes], None]
"""Raises DemoRefused unless these first bytes begin a demo of the game, unpacked."""


class _Fault(Exception):
    """What is wrong with a file, as the rest of a sentence about it."""


def unpack_demo(
    packed: Path, plain: Path, *, most_bytes: int, refuse: Refuse, called: str = "demo"
) -> int:
    """Write the plain demo to a file of its own and give its size; raises DemoRefused.

    A demo that is not packed is moved there. `called` is what players of the game call one.
    """
    try:
        _unpack(packed, plain, most_bytes, refuse)
    except _Fault as fault:
        raise DemoRefused(f"This {called} {fault}") from None
    refuse(_head(plain))
    return plain.stat().st_size


def _unpack(packed: Path, plain: Path, most_bytes: int, refuse: Refuse) -> None:
    kind = demo_kind(_head(packed))
    if kind in {"bzip2", "zstandard"}:
        parts = _bzip2 if kind == "bzip2" else _zstandard
        with packed.open("rb") as source, plain.open("xb") as target:
            _copy(parts(source), target, min(most_bytes, _ratio_cap(packed)), refuse)
        packed.unlink()
        return
    refuse(_head(packed))
    if packed.stat().st_size > most_bytes:
        raise _Fault(TOO_LARGE)
    packed.rename(plain)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEADER_BYTES)


def _ratio_cap(packed: Path) -> int:
    return max(FLOOR, MOST_RATIO * packed.stat().st_size)


def _copy(parts: Iterator[bytes], target: BinaryIO, most: int, refuse: Refuse) -> None:
    size = 0
    for part in parts:
        if size == 0 and len(part) >= ENOUGH:
            refuse(part)
        size += len(part)
        if size > most:
            raise _Fault(TOO_LARGE)
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
                raise _Fault(EXTRA if fresh else DAMAGED) from None
            fresh = fresh and not part
            chunk = inflater.unused_data
            yield part
    if not inflater.eof:
        raise _Fault(CUT)


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
                raise _Fault(EXTRA if fresh else DAMAGED) from None
            fresh = fresh and not part
            chunk = inflater.unused_data
            yield part
    if not inflater.eof:
        raise _Fault(CUT)
