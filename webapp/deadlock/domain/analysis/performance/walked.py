"""What the paths tell of every minute: alive, moving, how, where, and fighting whom.

Counted as deadlock-matches does (MIT, `movement_intervals`), so that both give the same figures:
a step counts when it leads from one living second to the next, neither end on the zip line, and is
shorter than 2,500 units (longer ones are respawns and teleports). Standing still is a counted step
of less than 40 units. Without the kinds of movement no ride can be told from a walk, so then
there are no steps.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.analysis.performance.records import UNKNOWN, Rows
from webapp.deadlock.domain.records import Match, Paths
from webapp.deadlock.domain.records.paths import COMBAT_WORDS, MOVE_WORDS
from webapp.deadlock.domain.regions import REGIONS, regions_of

MINUTE_S: Final = 60
LONGEST_STEP: Final = 2500
LEAST_STEP: Final = 40
_ZIPLINE: Final = MOVE_WORDS.index("ziplining")
_DASHES: Final = (MOVE_WORDS.index("ground dash"), MOVE_WORDS.index("air dash"))

Flags = NDArray[np.bool_]
Counts = NDArray[np.float64]
Signs = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Walked:
    """MINUTES of every player by slot, and whether paths tell movement and fights."""

    rows: dict[int, Rows] = field(default_factory=dict)
    moves: bool = False
    fights: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Grid:
    """The number of the player and minute each sample belongs to, and how long a sample is."""

    cells: NDArray[np.int64]
    players: int
    minutes: int
    interval_s: float

    def count(self, flags: Flags, weights: NDArray[np.floating] | None = None) -> Counts:
        """Add up by player and minute: samples, or weights where flags are set."""
        chosen = None if weights is None else weights[flags]
        size = self.players * self.minutes
        found = np.bincount(self.cells[flags], chosen, minlength=size)
        return found.reshape(self.players, self.minutes).astype(np.float64)

    def count_codes(self, codes: NDArray[np.uint8], flags: Flags, kinds: int) -> Counts:
        """Count seconds by kind, as [kind, player, minute]; newer kinds fall into one more."""
        keys = self.cells[flags] * (kinds + 1) + np.minimum(codes[flags], kinds)
        size = self.players * self.minutes * (kinds + 1)
        found = (np.bincount(keys, minlength=size) * self.interval_s).astype(np.float64)
        return found.reshape(self.players, self.minutes, kinds + 1).transpose(2, 0, 1)


def walked_of(match: Match) -> Walked:
    """Count every minute of everybody who has a path."""
    paths = match.paths
    if paths is None or not paths.x.size:
        return Walked()
    sides = {player.slot: player.side for player in match.players}
    table = _table(paths, _grid(paths, match.duration_s), sides, match.lanes)
    whole = np.rint(table).astype(np.int64)
    return Walked(
        rows={
            slot: tuple(map(tuple, whole[:, row].tolist()))
            for row, slot in enumerate(paths.slots)
            if paths.present[row].any()
        },
        moves=paths.move is not None,
        fights=paths.combat is not None,
    )


def _grid(paths: Paths, duration_s: int) -> _Grid:
    players, samples = paths.x.shape
    minutes = max(1, -(-duration_s // MINUTE_S))
    minute = np.arange(samples) * paths.interval_s // MINUTE_S
    minute = np.minimum(minute, minutes - 1).astype(np.int64)
    cells = np.arange(players, dtype=np.int64)[:, None] * minutes + minute
    return _Grid(cells, players, minutes, paths.interval_s)


def _table(paths: Paths, grid: _Grid, sides: dict[int, str], lanes: int) -> Counts:
    """Count everything as [MINUTES, player, minute]."""
    alive: Flags = (paths.health > 0) & paths.present
    turned = np.array([1 if sides[slot] == "a" else -1 for slot in paths.slots])[:, None]
    enemy = alive & (paths.y * turned > 0)
    seconds = [grid.count(flags) * paths.interval_s for flags in (paths.present, alive, enemy)]
    return np.concatenate(
        [
            seconds,
            _steps(paths, alive, grid),
            _regions(paths, turned, alive, grid, lanes),
            _kinds(paths.move, len(MOVE_WORDS), alive, grid),
            _kinds(paths.combat, len(COMBAT_WORDS), alive, grid),
        ]
    )


def _regions(paths: Paths, turned: Signs, alive: Flags, grid: _Grid, lanes: int) -> Counts:
    """Count seconds by part of the map; a map without lanes has no parts we know."""
    if not lanes:
        return np.full((len(REGIONS), grid.players, grid.minutes), float(UNKNOWN))
    regions = regions_of(paths.x * turned, paths.y * turned, side="a", lanes=lanes)
    return grid.count_codes(regions, alive, len(REGIONS))[:-1]


def _kinds(codes: NDArray[np.uint8] | None, kinds: int, alive: Flags, grid: _Grid) -> Counts:
    if codes is None:
        return np.full((kinds + 1, grid.players, grid.minutes), float(UNKNOWN))
    return grid.count_codes(codes, alive, kinds)


def _steps(paths: Paths, alive: Flags, grid: _Grid) -> Counts:
    """Count measured and still seconds, units walked, and dashes begun on the ground and in air.

    A step belongs to the second it ends in, a dash to the second it begins in.
    """
    if paths.move is None:
        return np.full((5, grid.players, grid.minutes), float(UNKNOWN))
    step = np.zeros(paths.x.shape, dtype=np.float64)
    step[:, 1:] = np.hypot(np.diff(paths.x, axis=1), np.diff(paths.y, axis=1))
    walks = alive & (paths.move != _ZIPLINE)
    measured = _after(walks) & walks & (step < LONGEST_STEP * paths.interval_s)
    still = measured & (step < LEAST_STEP * paths.interval_s)
    return np.stack(
        [
            grid.count(measured) * paths.interval_s,
            grid.count(still) * paths.interval_s,
            grid.count(measured, step),
            *(grid.count(begun) for begun in _begun(paths.move, alive)),
        ]
    )


def _begun(move: NDArray[np.uint8], alive: Flags) -> Iterator[Flags]:
    """Mark where each of _DASHES begins: a living second of it, the living one before without."""
    later = np.diff(np.nonzero(alive)[0], prepend=-1) == 0
    moves = move[alive]
    for kind in _DASHES:
        begun, now = np.zeros_like(alive), moves == kind
        begun[alive] = now & later & ~np.roll(now, 1)
        yield begun


def _after(flags: Flags) -> Flags:
    """Shift by a sample: whether it held a sample earlier."""
    shifted = np.zeros_like(flags)
    shifted[:, 1:] = flags[:, :-1]
    return shifted
