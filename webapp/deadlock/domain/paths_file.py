"""One match's positions as one small immutable file: the map's food and the stored columns.

Pure bytes in, arrays out: it must not read storage, the network or a template. The choice of
precision and layout is measured in docs/decisions/0003-paths-file.md.

Layout inside one gzip member: magic, length of the header (uint32, little endian), header as
JSON, then planes of one byte per player and sample: x low, x high, y low, y high (zigzag of the
difference to the sample before), and health (difference). Files of before hold combat and move
as well; nothing reads those from here.
"""

import gzip
import struct
import zlib
from dataclasses import dataclass
from typing import Final, TypeAlias

import msgspec
import numpy as np
from isal import igzip
from numpy.typing import NDArray

from webapp.deadlock.domain.buildings import placed
from webapp.deadlock.domain.paths_header import PathsHeader
from webapp.deadlock.domain.records import Paths

MAGIC: Final = b"GHPATHS1"
CONTENT_ENCODING: Final = "gzip"
QUICK: Final = 2
"""Level of ISA-L."""
TIGHT: Final = 6
"""Level of zlib."""
CONTENT_TYPE: Final = "application/octet-stream"
STEP: Final = 4
"""World units of one step: 39.37 units are a metre, so 10 cm, wrong by 5 cm at most."""
COARSEST: Final = 64
MOST_BYTES: Final = 100_000
"""A file beyond it, as a match of an hour makes, takes steps twice as coarse till it fits."""

_SLOWEST: Final = 3600
_LIMIT: Final = 16 * 1024 * 1024
_LENGTH: Final = struct.Struct("<I")

Bytes: TypeAlias = NDArray[np.uint8]
Steps: TypeAlias = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Replay:
    """Where everybody was, with what happened there."""

    header: PathsHeader
    paths: Paths


def encode_paths(paths: Paths, header: PathsHeader) -> bytes:
    """Pack positions and events; serve the result as it is, as ``Content-Encoding: gzip``.

    The dead stay where they fell (the upstream parks them off the map), positions round to
    `STEP` or what fits, health stays exact. Raises ValueError when the arrays disagree.
    """
    _check(paths, header)
    step, body = STEP, b""
    while step <= COARSEST:
        told = _laid_out(paths, header, step)
        for pack in (_quickly, _tightly):
            body = pack(told)
            if len(body) <= MOST_BYTES:
                return body
        step *= 2
    return body


def _quickly(told: bytes) -> bytes:
    """Pack in a tenth of the time zlib's level 5 takes, for 4 to 8 % more bytes."""
    return igzip.compress(told, compresslevel=QUICK, mtime=0)


def _tightly(told: bytes) -> bytes:
    """Pack what would otherwise need coarser steps."""
    return gzip.compress(told, compresslevel=TIGHT, mtime=0)


def _laid_out(paths: Paths, header: PathsHeader, step: int) -> bytes:
    told = msgspec.structs.replace(
        header,
        interval_s=paths.interval_s,
        samples=int(paths.x.shape[1]),
        step=step,
        objectives=placed(header.objectives, lanes=header.lanes),
    )
    head = msgspec.json.encode(told)
    return b"".join([MAGIC, _LENGTH.pack(len(head)), head, *_planes(paths, step)])


def decode_paths(body: bytes) -> Replay:
    """Unpack what `encode_paths` packed. Raises ValueError with a sentence for anything else."""
    raw = _inflate(body)
    start = len(MAGIC) + _LENGTH.size
    if not raw.startswith(MAGIC) or len(raw) < start:
        msg = "This is not a paths file."
        raise ValueError(msg)
    end = start + _LENGTH.unpack_from(raw, len(MAGIC))[0]
    header = _header(raw[start:end])
    return Replay(header=header, paths=_unpack(header, raw[end:]))


def _check(paths: Paths, header: PathsHeader) -> None:
    shape = (len(paths.slots), paths.x.shape[-1])
    if any(plane.shape != shape for plane in (paths.x, paths.y, paths.health)):
        msg = "The paths do not have one row for each player and one length."
        raise ValueError(msg)
    if tuple(paths.slots) != tuple(player.slot for player in header.players):
        msg = "The paths and their players are not in the same order."
        raise ValueError(msg)


def _planes(paths: Paths, step: int) -> list[bytes]:
    alive = paths.health > 0
    planes = [*_halves(_held(paths.x, alive, step)), *_halves(_held(paths.y, alive, step))]
    health = np.asarray(paths.health, dtype=np.uint8)
    return [*planes, np.diff(health, axis=1, prepend=np.uint8(0)).tobytes()]


def _held(values: NDArray[np.floating], alive: NDArray[np.bool_], step: int) -> Steps:
    """Whole steps; while dead, those of the last living sample."""
    steps = np.clip(np.rint(np.nan_to_num(values) / step), -(2**15), 2**15 - 1).astype(np.int16)
    here = np.where(alive, np.arange(values.shape[1]), 0)
    last = np.maximum.accumulate(here, axis=1)
    return np.take_along_axis(steps, last, axis=1)


def _halves(steps: Steps) -> tuple[bytes, bytes]:
    """Difference (16 bits, wrapping), zigzag, then low and high bytes apart."""
    change = np.diff(steps, axis=1, prepend=np.int16(0))
    zigzag = ((change << 1) ^ (change >> 15)).astype(np.uint16)
    return (zigzag & 0xFF).astype(np.uint8).tobytes(), (zigzag >> 8).astype(np.uint8).tobytes()


def _inflate(body: bytes) -> bytes:
    unzip = zlib.decompressobj(wbits=31)
    try:
        raw = unzip.decompress(body, _LIMIT)
    except zlib.error as wrong:
        msg = "This is not a paths file: it cannot be inflated."
        raise ValueError(msg) from wrong
    if not unzip.eof or unzip.unused_data:
        msg = "This paths file is cut short, too large, or has something after its end."
        raise ValueError(msg)
    return raw


def _header(raw: bytes) -> PathsHeader:
    try:
        header = msgspec.json.decode(raw, type=PathsHeader)
    except msgspec.DecodeError as wrong:
        msg = "The header of this paths file cannot be read."
        raise ValueError(msg) from wrong
    if header.step < 1 or header.samples < 0 or not 0 < header.interval_s < _SLOWEST:
        msg = "The header of this paths file names impossible sizes."
        raise ValueError(msg)
    return header


def _unpack(header: PathsHeader, raw: bytes) -> Paths:
    rows, extras = len(header.players), header.extras
    count = 5 + len(extras)
    if len(raw) != count * rows * header.samples or not set(extras) <= {"combat", "move"}:
        msg = "This paths file does not hold as many samples as its header says."
        raise ValueError(msg)
    planes = np.frombuffer(raw, dtype=np.uint8).reshape(count, rows, header.samples)
    more = dict(zip(extras, planes[5:], strict=True))
    return Paths(
        slots=tuple(player.slot for player in header.players),
        interval_s=header.interval_s,
        x=_whole(planes[0], planes[1], header.step),
        y=_whole(planes[2], planes[3], header.step),
        health=np.add.accumulate(planes[4], axis=1, dtype=np.uint8),
        combat=more.get("combat"),
        move=more.get("move"),
    )


def _whole(low: Bytes, high: Bytes, step: int) -> NDArray[np.float32]:
    zigzag = low.astype(np.uint16) | (high.astype(np.uint16) << 8)
    change = ((zigzag >> 1) ^ -(zigzag & 1)).astype(np.int16)
    steps = np.add.accumulate(change, axis=1, dtype=np.int16)
    return steps.astype(np.float32) * np.float32(step)
