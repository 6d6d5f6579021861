"""Positions as arrays [player, game second], on one clock for everybody."""

import array
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain import records, wire
from webapp.deadlock.domain.parse.numbers import reals
from webapp.deadlock.domain.parse.teleports import real_samples
from webapp.matchplay.unreadable import MatchUnreadable

_PATH: Final = "match_info.match_paths"
_SLOWEST: Final = 60.0

Bytes: TypeAlias = NDArray[np.uint8]
Places: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Line:
    """One player's samples."""

    x: Places
    y: Places
    health: Bytes
    combat: Bytes | None
    move: Bytes | None


def paths(
    found: wire.Paths | None, deaths: Mapping[int, tuple[int, ...]], duration_s: int
) -> records.Paths | None:
    """Everybody's positions, in the order of `deaths` (slot to seconds), or None without any.

    Raises MatchUnreadable when a player's columns differ in length or the scale is missing.
    """
    rows = {path.player_slot: path for path in (found and found.paths) or () if path.x_pos}
    if found is None or not rows.keys() & deaths.keys():
        return None
    interval = 1.0 if found.interval_s is None else found.interval_s
    if not 0 < interval <= _SLOWEST:
        raise MatchUnreadable("The positions name an impossible interval.", _PATH)
    samples = int(duration_s / interval) + 1
    steps = _steps(found.x_resolution), _steps(found.y_resolution)
    lines = [
        _straighten(_line(rows[slot], steps), tuple(int(at / interval) for at in at_s), samples)
        if slot in rows
        else None
        for slot, at_s in deaths.items()
    ]
    return _stack(tuple(deaths), lines, interval, samples)


def _steps(resolution: int | None) -> int:
    if not resolution or resolution < 1:
        raise MatchUnreadable("The positions do not say how fine they are.", _PATH)
    return resolution


def _line(source: wire.Path, steps: tuple[int, int]) -> _Line:
    line = _Line(
        x=_places(source.x_pos, source.x_min, source.x_max, steps[0]),
        y=_places(source.y_pos, source.y_min, source.y_max, steps[1]),
        health=_bytes(source.health) if source.health else np.full(_length(source), 100, np.uint8),
        combat=_bytes(source.combat_type) if source.combat_type else None,
        move=_bytes(source.move_type) if source.move_type else None,
    )
    lengths = {len(column) for column in (line.combat, line.move) if column is not None}
    if {len(line.x), len(line.y), len(line.health), *lengths} != {len(line.x)}:
        raise MatchUnreadable("A player's positions differ in length from their health.", _PATH)
    return line


def _length(source: wire.Path) -> int:
    return len(source.x_pos or ())


def _places(
    column: list[int] | None, least: float | None, most: float | None, steps: int
) -> Places:
    raw = np.frombuffer(array.array("I", column or ()), dtype=np.uint32)
    low, high = reals((least, most))
    return (low + raw * ((high - low) / steps)).astype(np.float32)


def _bytes(column: list[int]) -> Bytes:
    return np.frombuffer(bytes(column), dtype=np.uint8)


def _straighten(line: _Line, deaths: tuple[int, ...], samples: int) -> _Line:
    extra = len(line.x) - samples
    if extra < 2 or samples < 2:  # noqa: PLR2004 - a teleport is two samples
        return line
    jumps = np.hypot(np.diff(line.x), np.diff(line.y))
    keep = real_samples(jumps, line.health, line.move, deaths, extra)
    return _Line(
        x=line.x[keep],
        y=line.y[keep],
        health=line.health[keep],
        combat=None if line.combat is None else line.combat[keep],
        move=None if line.move is None else line.move[keep],
    )


def _stack(
    slots: tuple[int, ...], lines: list[_Line | None], interval: float, samples: int
) -> records.Paths:
    shape = (len(lines), samples)
    x, y = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    health, present = np.zeros(shape, np.uint8), np.zeros(shape, np.bool_)
    for row, line in enumerate(lines):
        if line is not None:
            end = min(len(line.x), samples)
            x[row, :end], y[row, :end] = line.x[:end], line.y[:end]
            health[row, :end], present[row, :end] = line.health[:end], True
    return records.Paths(
        slots=slots,
        interval_s=interval,
        x=x,
        y=y,
        health=health,
        combat=_optional([line.combat if line else None for line in lines], shape),
        move=_optional([line.move if line else None for line in lines], shape),
        present=present,
    )


def _optional(rows: list[Bytes | None], shape: tuple[int, int]) -> Bytes | None:
    if all(row is None for row in rows):
        return None
    out = np.zeros(shape, np.uint8)
    for number, row in enumerate(rows):
        if row is not None:
            end = min(len(row), shape[1])
            out[number, :end] = row[:end]
    return out
