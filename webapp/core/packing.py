"""What is drawn for one reader, packed with Zstandard by compressors that are used again.

A compressor made for each answer costs more than packing does
(`docs/decisions/0021-packed-and-said-before.md`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import zstandard
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

LEVEL: Final = 1
"""4 % more bytes than level 3 for two thirds of the time; what is kept is packed smaller."""
LISTS_HELD: Final = 64
# As many as ever packed at once; each is in one thread's hands at a time.
_idle: Final[list[zstandard.ZstdCompressor]] = []


def pack(body: bytes) -> bytes:
    """Pack a whole body into one frame."""
    try:
        compressor = _idle.pop()
    except IndexError:
        compressor = zstandard.ZstdCompressor(level=LEVEL)
    packed = compressor.compress(body)
    _idle.append(compressor)
    return packed


@lru_cache(maxsize=LISTS_HELD)
def codings(accept_encoding: str) -> Accept:
    """Read which codings a browser reads; browsers write few such lists."""
    return parse_accept_header(accept_encoding, Accept)
