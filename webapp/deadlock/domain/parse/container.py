"""What a file is by its first bytes, and how it is inflated without trusting it."""

import bz2
import io
from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypeAlias

import zstandard

from webapp.matchplay.unreadable import MatchUnreadable

Kind: TypeAlias = Literal["json", "protobuf", "bzip2", "zstandard", "unknown"]

_BZIP2: Final = b"BZh"
_ZSTANDARD: Final = b"\x28\xb5\x2f\xfd"
_ENVELOPE: Final = (0x08, 0x10, 0x12, 0x18)
"""First bytes of the outer message: its version, its details or its match id."""
_STEP: Final = 256 * 1024
_FLOOR: Final = 1024 * 1024
_WINDOW: Final = 32 * 1024 * 1024


def sniff(body: bytes) -> Kind:
    """Name what a body is, by its first bytes alone; the name of a file says nothing."""
    if body.startswith(_BZIP2):
        return "bzip2"
    if body.startswith(_ZSTANDARD):
        return "zstandard"
    if body.lstrip(b" \t\r\n\xef\xbb\xbf")[:1] in {b"{", b"["}:
        return "json"
    return "protobuf" if body and body[0] in _ENVELOPE else "unknown"


def inflate(body: bytes, *, cap_bytes: int = 64 * 1024 * 1024, ratio_cap: int = 100) -> bytes:
    """Return what a bzip2 or Zstandard body holds, never more than the caps allow in memory.

    A body may always grow to 1 MiB, past that to `ratio_cap` times its size, and to `cap_bytes`
    at most. Raises MatchUnreadable for a bomb, a cut or damaged file, or anything after its end.
    """
    most = min(cap_bytes, max(_FLOOR, ratio_cap * len(body)))
    kind = sniff(body)
    if kind == "bzip2":
        return _bzip2(body, most)
    if kind == "zstandard":
        return _zstandard(body, most)
    raise MatchUnreadable("This file is neither bzip2 nor Zstandard.")


def _bzip2(body: bytes, most: int) -> bytes:
    inflater = bz2.BZ2Decompressor()
    try:
        raw = _collect(_bzip2_parts(inflater, body), most)
    except (OSError, EOFError, ValueError) as wrong:
        if isinstance(wrong, MatchUnreadable):
            raise
        raise MatchUnreadable("This file is damaged: it cannot be inflated.") from wrong
    return _ended(raw, whole=inflater.eof, rest=inflater.unused_data)


def _bzip2_parts(inflater: bz2.BZ2Decompressor, body: bytes) -> Iterator[bytes]:
    yield inflater.decompress(body, _STEP)
    while not inflater.eof and not inflater.needs_input:
        yield inflater.decompress(b"", _STEP)


def _zstandard(body: bytes, most: int) -> bytes:
    """Count first, with bounded output; then inflate, which is when a cut file shows."""
    opener = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
    try:
        with opener.stream_reader(io.BytesIO(body)) as counted:
            _collect(iter(lambda: counted.read(_STEP), b""), most)
        inflater = opener.decompressobj()
        raw = inflater.decompress(body)
    except (zstandard.ZstdError, MemoryError) as wrong:
        raise MatchUnreadable("This file is damaged: it cannot be inflated.") from wrong
    return _ended(raw, whole=inflater.eof, rest=inflater.unused_data)


def _collect(parts: Iterable[bytes], most: int) -> bytes:
    kept: list[bytes] = []
    size = 0
    for part in parts:
        size += len(part)
        if size > most:
            raise MatchUnreadable("This file inflates to more than a match can be.")
        kept.append(part)
    return b"".join(kept)


def _ended(raw: bytes, *, whole: bool, rest: bytes) -> bytes:
    if not whole:
        raise MatchUnreadable("This file is cut short.")
    if rest:
        raise MatchUnreadable("This file has something after its end.")
    return raw
