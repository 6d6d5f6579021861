"""Write a match as CMsgMatchMetaData: the bytes inside a .meta.bz2 file.

A small wire encoder of our own, so that the reader under test is never the writer too.
"""

import bz2
import struct
from collections.abc import Iterable
from typing import Any

import zstandard

from webapp.simulator.deadlock.protobuf.enums import number_of
from webapp.simulator.deadlock.protobuf.fields import Field, messages

_VARINT, _LENGTH, _FIXED32 = 0, 2, 5
_VERSION = 1
_SEVEN_BITS = 0x7F


def encode_protobuf(match: dict[str, Any]) -> bytes:
    """Give a metadata body, in either dialect, as CMsgMatchMetaData; nulls are left out."""
    details = _message("Contents", match)
    match_id = int(match["match_info"]["match_id"])
    return b"".join(
        (
            *(_tag(1, _VARINT), _varint(_VERSION)),
            *(_tag(2, _LENGTH), _varint(len(details)), details),
            *(_tag(3, _VARINT), _varint(match_id)),
        )
    )


def compress_bzip2(match: dict[str, Any]) -> bytes:
    """Give the .meta.bz2 file as it was until July 2026."""
    return bz2.compress(encode_protobuf(match), compresslevel=1)


def compress_zstd(match: dict[str, Any]) -> bytes:
    """Give the .meta.bz2 file as it is since: Zstandard under the old name."""
    return zstandard.compress(encode_protobuf(match), 3)


def _message(name: str, values: dict[str, Any]) -> bytes:
    parts: list[bytes] = []
    for field in messages()[name]:
        value = values.get(field.name)
        if value is not None and value != []:
            parts += _field(field, value)
    return b"".join(parts)


def _field(field: Field, value: Any) -> Iterable[bytes]:
    if field.kind in messages():
        for part in value if field.repeated else (value,):
            yield from _block(field.number, _message(field.kind, part))
    elif field.kind == "packed":
        yield from _block(field.number, _packed(value))
    elif field.kind == "f":
        yield from _floats(field, value)
    elif field.kind == "s":
        for text in value if field.repeated else (value,):
            yield from _block(field.number, text.encode())
    else:
        for number in value if field.kind == "+" else (value,):
            yield _tag(field.number, _VARINT)
            yield _varint(number_of(number))


def _floats(field: Field, value: Any) -> Iterable[bytes]:
    if field.repeated:
        yield from _block(field.number, struct.pack(f"<{len(value)}f", *value))
    else:
        yield _tag(field.number, _FIXED32)
        yield struct.pack("<f", value)


def _block(number: int, body: bytes) -> tuple[bytes, bytes, bytes]:
    return _tag(number, _LENGTH), _varint(len(body)), body


def _packed(values: Iterable[Any]) -> bytes:
    return b"".join(
        _SHORT[value] if type(value) is int and value < len(_SHORT) else _varint(number_of(value))
        for value in values
    )


def _tag(number: int, wire_type: int) -> bytes:
    return _varint(number << 3 | wire_type)


def _varint(value: int) -> bytes:
    value &= 0xFFFFFFFFFFFFFFFF
    parts = bytearray()
    while value > _SEVEN_BITS:
        parts.append(value & _SEVEN_BITS | 0x80)
        value >>= 7
    parts.append(value)
    return bytes(parts)


_SHORT = tuple(_varint(value) for value in range(1 << 14))
