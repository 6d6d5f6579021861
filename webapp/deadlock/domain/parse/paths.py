"""Positions as arrays [player, game second]."""

import array

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain import records, wire
from webapp.deadlock.domain.records.unreadable import MatchUnreadable

_PATH = "match_info.match_paths"
_SLOWEST = 60.0


def paths(found: wire.Paths | None, slots: tuple[int, ...]) -> records.Paths | None:
    """Everybody's positions, or None when the response has none that belong to a player."""
    if found is None or not found.paths:
        return None
    rows = {path.player_slot: path for path in found.paths if path.x_pos and path.y_pos}
    lines = [rows.get(slot) for slot in slots]
    samples = max((len(line.x_pos or ()) for line in lines if line), default=0)
    if not samples:
        return None
    interval = found.interval_s or 1.0
    if not 0 < interval <= _SLOWEST:
        raise MatchUnreadable("The positions name an impossible interval.", _PATH)
    return _stack(found, slots, lines, samples, interval)


def _stack(
    found: wire.Paths,
    slots: tuple[int, ...],
    lines: list[wire.Path | None],
    samples: int,
    interval: float,
) -> records.Paths:
    present = [len(line.x_pos or ()) if line else 0 for line in lines]
    return records.Paths(
        slots=slots,
        interval_s=interval,
        x=_places(lines, "x", found.x_resolution, samples),
        y=_places(lines, "y", found.y_resolution, samples),
        health=_bytes([line.health if line else None for line in lines], samples),
        combat=_optional(lines, "combat_type", samples),
        move=_optional(lines, "move_type", samples),
        present=np.arange(samples)[None, :] < np.array(present)[:, None],
    )


def _places(
    lines: list[wire.Path | None], axis: str, steps: int | None, samples: int
) -> NDArray[np.float32]:
    if not steps or steps < 1:
        raise MatchUnreadable("The positions do not say how fine they are.", _PATH)
    out = np.zeros((len(lines), samples), dtype=np.float32)
    for row, line in enumerate(lines):
        if line is None:
            continue
        least, most = getattr(line, f"{axis}_min") or 0.0, getattr(line, f"{axis}_max") or 0.0
        raw = np.frombuffer(array.array("I", getattr(line, f"{axis}_pos")), dtype=np.uint32)
        out[row, : len(raw)] = least + raw * ((most - least) / steps)
    return out


def _optional(lines: list[wire.Path | None], name: str, samples: int) -> NDArray[np.uint8] | None:
    columns = [getattr(line, name) if line else None for line in lines]
    return _bytes(columns, samples) if any(columns) else None


def _bytes(columns: list[list[int] | None], samples: int) -> NDArray[np.uint8]:
    """Rows of small numbers; bytes() refuses what is not one."""
    joined = b"".join(bytes(column or ())[:samples].ljust(samples, b"\0") for column in columns)
    return np.frombuffer(joined, dtype=np.uint8).reshape(len(columns), samples)
