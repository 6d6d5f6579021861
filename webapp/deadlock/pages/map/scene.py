"""Everything drawn at one moment: pins, trails, the fallen, buildings; places in % of a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from webapp.core.bounded import Bounded
from webapp.core.holding import of_room
from webapp.deadlock.domain.paths_file import Replay
from webapp.deadlock.domain.paths_header import PathObjective, PathsHeader
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.map.tracks import ways_of
from webapp.deadlock.pages.map.window import Frame
from webapp.matchplay.charts import clock

LOW_HEALTH = 35
FELL_SHOWN_S = 30
_Stand = tuple[float, float, int]
WHOLE = Frame()
_stood: Bounded[tuple[int, int], tuple[PathsHeader, tuple[Spot, ...]]] = of_room(
    "deadlock", Bounded(1024)
)


class Pin(msgspec.Struct, frozen=True):
    """A living hero."""

    slot: int
    side: str
    letters: str
    name: str
    health: int
    low: bool
    left: float
    top: float


class Trail(msgspec.Struct, frozen=True):
    """Where one hero came from, as points in world units, y down; broken at respawns."""

    slot: int
    side: str
    points: str


class Spot(msgspec.Struct, frozen=True):
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
    def ways(self) -> Iterator[tuple[str, str]]:
        """Give each side's trails as one path."""
        for side in SIDE_NAMES:
            runs = [one.points for one in self.trails if one.side == side]
            if runs:
                yield side, f"M{'M'.join(runs)}"

    @property
    def whole(self) -> bool:
        """Whether this is the whole map: its buildings are one thing from fall to fall."""
        return self.frame == WHOLE


@dataclass(frozen=True, slots=True)
class Now:
    """A replay with a moment chosen, and the names to call people by.

    `heights` are everybody's by slot, in metres second by second, where a demo tells them.
    """

    replay: Replay
    at: int
    names: Mapping[int, str]
    heights: Mapping[int, Sequence[int | None]] = field(default_factory=dict)

    stands: tuple[_Stand, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Read everybody's place and health at once; every part of a drawing asks for them."""
        paths, sample = self.replay.paths, self.sample
        if not paths.x.shape[1]:
            return object.__setattr__(self, "stands", ())
        columns = (one[:, sample].tolist() for one in (paths.x, paths.y, paths.health))
        return object.__setattr__(self, "stands", tuple(zip(*columns, strict=True)))

    @property
    def sample(self) -> int:
        """The stored sample at or before the moment."""
        last: int = max(0, self.replay.paths.x.shape[1] - 1)
        second = int(self.at / self.replay.paths.interval_s)
        return min(last, max(0, second))

    def where(self, row: int) -> tuple[float, float]:
        """World units of one player; the centre when nothing is recorded."""
        return self.stands[row][:2] if self.stands else (0.0, 0.0)

    def height(self, slot: int) -> int | None:
        """Metres above the map's zero; None where no demo tells."""
        known = self.heights.get(slot, ())
        return known[self.at] if 0 <= self.at < len(known) else None

    def health(self, row: int) -> int:
        """Per cent; 0 is dead, or no longer recorded."""
        return self.stands[row][2] if self.stands else 0


def scene_of(now: Now, frame: Frame, *, trail_s: int, title: str) -> Scene:
    """Draw a moment through a frame; what lies outside is left out, trails are clipped."""
    return Scene(
        frame=frame,
        title=title,
        trails=tuple(_trails(now, trail_s)),
        buildings=_standing(now) if frame == WHOLE else tuple(_within(now, frame)),
        fell=tuple(_fell(now, frame)),
        pins=tuple(_pins(now, frame)),
    )


def _trails(now: Now, trail_s: int) -> Iterable[Trail]:
    last = now.sample
    first = max(0, last - int(trail_s / now.replay.paths.interval_s))
    if trail_s <= 0 or last <= first:
        return
    for player, way in zip(now.replay.header.players, ways_of(now.replay), strict=True):
        for points in way.between(first, last):
            yield Trail(player.slot, player.side, points)


def _standing(now: Now) -> tuple[Spot, ...]:
    """Give the whole map's buildings, the same ones until the next falls."""
    header = now.replay.header
    fallen = sum(one.fell_at is not None and one.fell_at <= now.at for one in header.objectives)
    # The header lies beside what was made of it, so its id cannot be another's.
    held = _stood.get((id(header), fallen))
    if held:
        return held[1]
    spots = tuple(_building(item, now.at) for item in header.objectives)
    _stood.put((id(header), fallen), (header, spots))
    return spots


def _building(item: PathObjective, at: int) -> Spot:
    gone = item.fell_at is not None and item.fell_at <= at
    state = f"fell {clock(item.fell_at)}" if gone and item.fell_at is not None else "standing"
    sentence = f"{SIDE_NAMES[item.side]}: {objective_name(item)}, {state}"
    return Spot(item.side, item.kind, gone, sentence, WHOLE.across(item.x), WHOLE.down(item.y))


def _within(now: Now, frame: Frame) -> Iterable[Spot]:
    """Give the buildings in a window, as the whole map tells them."""
    for item, spot in zip(now.replay.header.objectives, _standing(now), strict=True):
        if frame.shows(item.x, item.y):
            place = frame.across(item.x), frame.down(item.y)
            yield Spot(spot.side, spot.kind, spot.gone, spot.sentence, *place)


def objective_name(item: PathObjective) -> str:
    """Name a building, with its lane where it has one."""
    return f"{item.kind} ({item.lane})" if item.lane else item.kind


def _fell(now: Now, frame: Frame) -> Iterable[Spot]:
    header, first = now.replay.header, now.at - FELL_SHOWN_S
    recent = [death for death in header.deaths if first <= death.at <= now.at]
    sides = {player.slot: player.side for player in header.players} if recent else {}
    for death in recent:
        if death.x is None or death.y is None or death.slot not in sides:
            continue
        if frame.shows(death.x, death.y):
            words = f"{now.names.get(death.slot, 'Somebody')} died {clock(death.at)}"
            place = frame.across(death.x), frame.down(death.y)
            yield Spot(sides[death.slot], "death", True, words, *place)


def _pins(now: Now, frame: Frame) -> Iterable[Pin]:
    for player, (x, y, health) in zip(now.replay.header.players, now.stands, strict=False):
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
