"""A match's files under names of their content: written before any row names them.

An unused one is only wasted space; a row never points at nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

import zstandard

from webapp.core.objects import Objects, current_objects
from webapp.matchroom.numbers_apart import set_apart
from webapp.matchroom.shelf import HARDEST, K, Packing, Shelf

Provenance = Literal["upstream", "upload", "generated"]


@dataclass(frozen=True, slots=True)
class Raw:
    """An upstream body as it came, how it was written, and other JSON bodies of the same match.

    `beside` holds those by name, where they have come.
    """

    body: bytes
    format: str
    fetched_at: datetime
    provenance: Provenance
    beside: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class File:
    """One packed file of a match, or that it has none; the row's column `<name>_key` names it."""

    name: str
    suffix: str
    body: bytes | None


@dataclass(frozen=True, slots=True)
class PackedRaw:
    """Upstream bodies as they will lie in the store, and the digest of the main one."""

    raw: Raw
    body: bytes
    sha256: str
    beside: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Keys of what already lies in the object store, for the row to name."""

    raw_key: str
    raw_sha256: str
    raw_bytes: int
    kept_bytes: int
    keys: tuple[tuple[str, str | None], ...]


PackFiles = Callable[[], Sequence[File]]


def pack_raw(raw: Raw, how: Packing) -> PackedRaw:
    """Pack bodies for keeping; needs no app and little of the interpreter: a thread may do it."""
    packed = _pack(raw.body, how) if raw.format == "json" else raw.body
    beside = tuple(File(name, "zst", _pack(body, how)) for name, body in raw.beside.items())
    return PackedRaw(raw, packed, hashlib.sha256(raw.body).hexdigest(), beside)


def place_files(
    shelf: Shelf[Any, K],
    match_id: K,
    packed: PackedRaw,
    pack: PackFiles,
    objects: Objects | None = None,
) -> Placed:
    """Write a match's files under names made of their content; touches no row.

    `pack` makes the column files. With `objects` given it needs no app: a thread may do it.
    """
    kept, folder = objects or current_objects(), shelf.folder(match_id)
    suffix = "zst" if packed.raw.format == "json" else packed.raw.format
    kept.put(raw_key := f"{folder}/raw-{packed.sha256[:16]}.{suffix}", packed.body)
    files = (*packed.beside, *pack())
    return Placed(
        raw_key=raw_key,
        raw_sha256=packed.sha256,
        raw_bytes=len(packed.raw.body) + sum(map(len, packed.raw.beside.values())),
        kept_bytes=len(packed.body) + sum(len(file.body or b"") for file in files),
        keys=tuple((file.name, _put_file(kept, folder, file)) for file in files),
    )


def _pack(body: bytes, how: Packing) -> bytes:
    told = set_apart(body) if how.numbers_apart else body
    packed = zstandard.ZstdCompressor(level=how.bodies).compress(told)
    if not how.too_large(len(packed)):
        return packed
    return zstandard.ZstdCompressor(level=HARDEST).compress(told)


def _put_file(kept: Objects, folder: str, file: File) -> str | None:
    if file.body is None:
        return None
    digest = hashlib.sha256(file.body).hexdigest()[:16]
    kept.put(key := f"{folder}/{file.name}-{digest}.{file.suffix}", file.body)
    return key
