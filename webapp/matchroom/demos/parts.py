"""A large file in the object store: in parts, never whole in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from webapp.core.objects import ObjectMissing, current_objects

PART_BYTES = 8 * 1024 * 1024


class TooLarge(ValueError):
    """More than a reader may bring; `most_bytes` is what they may."""

    def __init__(self, most_bytes: int) -> None:
        super().__init__(f"larger than the {most_bytes:,} bytes a demo may have")
        self.most_bytes = most_bytes


@dataclass(frozen=True, slots=True)
class Parts:
    """How many parts a file was laid down in, its size and its SHA-256."""

    count: int
    bytes: int
    sha256: str


def put_parts(folder: str, stream: BinaryIO, *, most_bytes: int) -> Parts:
    """Lay a file down part by part; raises TooLarge, leaving what is there by then."""
    count, size, digest = 0, 0, hashlib.sha256()
    while part := stream.read(PART_BYTES):
        size += len(part)
        if size > most_bytes:
            raise TooLarge(most_bytes)
        digest.update(part)
        current_objects().put(_key(folder, count), part)
        count += 1
    return Parts(count, size, digest.hexdigest())


def get_parts(folder: str, count: int) -> Iterator[bytes]:
    """Give a file's bytes, part after part; raises ObjectMissing when they are gone."""
    if not count:
        raise ObjectMissing(folder)
    for number in range(count):
        yield current_objects().get(_key(folder, number))


def drop_parts(folder: str) -> None:
    """Let go of a file; nothing happens where there is none."""
    for key, _size in list(current_objects().list(folder)):
        current_objects().delete(key)


def _key(folder: str, number: int) -> str:
    return f"{folder}/{number:05d}"
