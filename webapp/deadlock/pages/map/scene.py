"""Everything drawn at one moment: pins, trails, the fallen, buildings; places in % of a frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from webapp.core.bounded import Bounded
from webapp.deadlock.domain.paths_file import Replay
from webapp.deadlock.domain.paths_header import PathObjective, PathsHeader
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.map.choice import clock
from webapp.deadlock.pages.map.window import Frame

LOW_HEALTH = 35
FELL_SHOWN_S = 30
_JUMP = 1600
WHOLE = Frame()
_stood: Bounded[tuple[int, int], tuple[PathsHeader, tuple[Spot, ...]]] = Bounded(1024)


@dataclass(frozen=True, slots=True)
class Pin:
    """A living hero."""

    slot: int
    side: str
    letters: str
    name: str
    health: int
    low: bool
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Trail:
    """Where one hero came from, as points in world units, y down; broken at respawns."""

    slot: int
    side: str
    points: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Something that stands, stood, or died at a place."""

    side: str
    kind: str
    gone: bool
    sentence: str
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Scene:
    """One drawing of one moment."""

    frame: Frame
    title: str
    trails: tuple[Trail, ...]
    buildings: tuple[Spot, ...]
    fell: tuple[Spot, ...]
    pins: tuple[Pin, ...]

    @property
    def whole(self) -> bool:
        """Whether this is the whole map: its buildings are one thing from fall to fall."""
        return self.frame == WHOLE


@dataclass(frozen=True, slots=True)
class Now:
    """A replay with a moment chosen, and the names to call people by."""

    replay: Replay
    at: int
    names: Mapping[int, str]

    @property
    def sample(self) -> int:
        """The stored sample at or before the moment."""
        last: int = max(0, self.replay.paths.x.shape[1] - 1)
        second = int(self.at / self.replay.paths.interval_s)
        return min(last, max(0, second))

    def where(self, row: int) -> tuple[float, float]:
        """World units of one player; the centre when nothing is recorded."""
        paths = self.replay.paths
        if not paths.x.shape[1]:
            return 0.0, 0.0
        return float(paths.x[row, self.sample]), float(paths.y[row, self.sample])

    def health(self, row: int) -> int:
        """Per cent; 0 is dead, or no longer recorded."""
        health = self.replay.paths.health
        return int(health[row, self.sample]) if health.shape[1] else 0


def scene_of(now: Now, frame: Frame, *, trail_s: int, title: str) -> Scene:
    """Draw a moment through a frame; what lies outside is left out, trails are clipped."""
    return Scene(
        frame=frame,
        title=title,
        trails=tuple(_trails(now, trail_s)),
        buildings=_standing(now) if frame == WHOLE else tuple(_buildings(now, frame)),
        fell=tuple(_fell(now, frame)),
        pins=tuple(_pins(now, frame)),
    )


def _trails(now: Now, trail_s: int) -> Iterable[Trail]:
    paths = now.replay.paths
    first = max(0, now.sample - int(trail_s / paths.interval_s))
    if trail_s <= 0 or now.sample <= first:
        return
    part = slice(first, now.sample + 1)
    x, y, alive = paths.x[:, part], paths.y[:, part], paths.health[:, part] > 0
    jumps = np.hypot(np.diff(x, axis=1), np.diff(y, axis=1)) > _JUMP
    broken = jumps | ~alive[:, 1:] | ~alive[:, :-1]
    across, down = np.rint(x).astype(int).tolist(), np.rint(-y).astype(int).tolist()
    for row, player in enumerate(now.replay.header.players):
        points = [f"{left},{top}" for left, top in zip(across[row], down[row], strict=True)]
        for start, end in _unbroken(broken[row]):
            yield Trail(player.slot, player.side, " ".join(points[start:end]))


def _unbroken(broken: NDArray[np.bool_]) -> Iterable[tuple[int, int]]:
    """Give where each unbroken run of at least two points begins and ends."""
    edges = [0, *(np.flatnonzero(broken) + 1).tolist(), len(broken) + 1]
    return ((start, end) for start, end in pairwise(edges) if end - start > 1)


def _standing(now: Now) -> tuple[Spot, ...]:
    """Give the whole map's buildings, the same ones until the next falls."""
    header = now.replay.header
    fallen = sum(one.fell_at is not None and one.fell_at <= now.at for one in header.objectives)
    # The header lies beside what was made of it, so its id cannot be another's.
    held = _stood.get((id(header), fallen))
    if held:
        return held[1]
    spots = tuple(_buildings(now, WHOLE))
    _stood.put((id(header), fallen), (header, spots))
    return spots


def _buildings(now: Now, frame: Frame) -> Iterable[Spot]:
    header = now.replay.header
    for item in header.objectives:
        if not frame.shows(item.x, item.y):
            continue
        gone = item.fell_at is not None and item.fell_at <= now.at
        name = objective_name(item)
        state = f"fell {clock(item.fell_at)}" if gone and item.fell_at is not None else "standing"
        sentence = f"{SIDE_NAMES[item.side]}: {name}, {state}"
        yield Spot(item.side, item.kind, gone, sentence, frame.across(item.x), frame.down(item.y))


def objective_name(item: PathObjective) -> str:
    """Name a building, with its lane where it has one."""
    return f"{item.kind} ({item.lane})" if item.lane else item.kind


def _fell(now: Now, frame: Frame) -> Iterable[Spot]:
    sides = {player.slot: player.side for player in now.replay.header.players}
    for death in now.replay.header.deaths:
        recent = 0 <= now.at - death.at <= FELL_SHOWN_S
        if recent and frame.shows(death.x, death.y) and death.slot in sides:
            words = f"{now.names.get(death.slot, 'Somebody')} died {clock(death.at)}"
            place = frame.across(death.x), frame.down(death.y)
            yield Spot(sides[death.slot], "death", True, words, *place)


def _pins(now: Now, frame: Frame) -> Iterable[Pin]:
    for row, player in enumerate(now.replay.header.players):
        health, (x, y) = now.health(row), now.where(row)
        if health > 0 and frame.shows(x, y):
            yield Pin(
                slot=player.slot,
                side=player.side,
                letters=player.letters,
                name=now.names.get(player.slot, player.name),
                health=health,
                low=health < LOW_HEALTH,
                left=frame.across(x),
                top=frame.down(y),
            )
