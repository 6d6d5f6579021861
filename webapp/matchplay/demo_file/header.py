"""What a recording is by its first bytes: of which engine and game, packed, or none at all.

The layout of the file header message is the engine's own, as its public protobuf files name it
(CDemoFileHeader: 5 map, 6 game folder).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

Kind = Literal["source2", "source1", "bzip2", "zstandard", "unknown"]
SOURCE_2: Final = b"PBDEMS2\0"
SOURCE_1: Final = (b"HL2DEMO\0", b"PBUFDEM\0")
HEADER_BYTES: Final = 4096
_FIRST_MESSAGE: Final = 16
_FILE_HEADER: Final = 1
_GAME_FOLDER: Final = 6
_LONGEST_NUMBER: Final = 10
_SKIPPED: Final = {1: 8, 5: 4}


def demo_kind(head: bytes) -> Kind:
    """Name what a file is by how it begins; its name says nothing."""
    if head.startswith(SOURCE_2):
        return "source2"
    if head.startswith(SOURCE_1):
        return "source1"
    if head.startswith(b"BZh"):
        return "bzip2"
    return "zstandard" if head.startswith(b"\x28\xb5\x2f\xfd") else "unknown"


def game_folder(head: bytes) -> str:
    """Say which game recorded a demo, by the last folder its header names; empty if it does not."""
    try:
        body = _header_message(head)
        text = next((value for number, value in _fields(body) if number == _GAME_FOLDER), b"")
    except (IndexError, ValueError):
        return ""
    return text.decode("utf-8", "replace").replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def _header_message(head: bytes) -> bytes:
    command, at = _number(head, _FIRST_MESSAGE)
    if command != _FILE_HEADER:
        raise ValueError("no header")
    _tick, at = _number(head, at)
    size, at = _number(head, at)
    return head[at : at + size]


def _fields(body: bytes) -> Iterator[tuple[int, bytes]]:
    """Walk a message's fields; those that are no bytes come empty."""
    at = 0
    while at < len(body):
        key, at = _number(body, at)
        if key & 7 == 2:  # noqa: PLR2004 - protobuf's own number for bytes
            size, at = _number(body, at)
            yield key >> 3, body[at : at + size]
            at += size
        elif key & 7 == 0:
            _value, at = _number(body, at)
            yield key >> 3, b""
        else:
            at += _SKIPPED[key & 7] if key & 7 in _SKIPPED else len(body)


def _number(body: bytes, at: int) -> tuple[int, int]:
    value = 0
    for length in range(_LONGEST_NUMBER):
        byte = body[at + length]
        value |= (byte & 127) << (7 * length)
        if byte < 128:  # noqa: PLR2004 - the last byte of a number has no high bit
            return value, at + length + 1
    raise ValueError("a number without an end")
