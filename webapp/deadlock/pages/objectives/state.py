"""What stood at a moment: how many of each kind for both sides, and where, on a small map."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from webapp.core.forms import blank
from webapp.core.holding import holding
from webapp.deadlock.domain.ground import Ground, ground_of, lane_path
from webapp.deadlock.domain.paths_file import Replay
from webapp.deadlock.domain.paths_header import PathObjective, PathsHeader
from webapp.deadlock.domain.records import Paths
from webapp.deadlock.domain.records.match import has_lanes
from webapp.deadlock.pages.map.scene import Now, Scene, scene_of
from webapp.deadlock.pages.map.window import Frame
from webapp.deadlock.pages.objectives.words import PLURALS
from webapp.deadlock.pages.replays import load_replay
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock

HELD = 16
SCENE = "scene"
FOUR = 4


@dataclass(frozen=True, slots=True)
class Left:
    """How many of one kind each side has left, of how many."""

    kind: str
    word: str
    a: int
    b: int
    of_a: int
    of_b: int


@dataclass(frozen=True, slots=True)
class StateMap:
    """The small map: `ground` and `lanes` lie under the scene; a blank stands for any scene."""

    ground: Ground
    lanes: str
    scene: Scene | str
    people: bool


def left_at(loaded: Sources, at_s: int) -> tuple[Left, ...]:
    """Count what stands at a second, kind by kind from the outermost in."""
    buildings = loaded.slices["objectives"].buildings
    kinds = dict.fromkeys(one.kind for one in buildings)
    return tuple(_left(kind, buildings, at_s) for kind in kinds)


def _left(kind: str, buildings: Any, at_s: int) -> Left:
    found = {
        side: [one for one in buildings if (one.side, one.kind) == (side, kind)] for side in "ab"
    }
    standing = {
        side: sum(one.down_by_s is None or one.down_by_s > at_s for one in own)
        for side, own in found.items()
    }
    return Left(
        kind=kind.replace("Weakened ", ""),
        word=PLURALS.get(kind, kind),
        a=standing["a"],
        b=standing["b"],
        of_a=len(found["a"]),
        of_b=len(found["b"]),
    )


def map_at(loaded: Sources, at_s: int) -> StateMap:
    """Draw a second: buildings standing and fallen, and people where positions are known."""
    ground, lanes, replay = _under(loaded)
    names = {
        row.slot: loaded.names.hero(row.hero_id).name for row in loaded.slices["scoreboard"].rows
    }
    now = Now(replay=replay, at=at_s, names=names)
    scene = scene_of(now, Frame(), trail_s=0, title=f"What stood at {clock(at_s)}")
    return StateMap(ground, lanes, scene, bool(replay.header.players))


def open_map(loaded: Sources) -> StateMap:
    """Leave blank what a second changes of the map."""
    ground, lanes, replay = _under(loaded)
    return StateMap(ground, lanes, blank(SCENE), bool(replay.header.players))


@holding(HELD)
def _under(loaded: Sources) -> tuple[Ground, str, Replay]:
    """Give what no moment changes: the ground, the lanes, and the replay with our buildings."""
    kept = load_replay(loaded.row.paths_key)
    story = loaded.slices["objectives"]
    lanes = (FOUR if len(story.lanes) == FOUR else 3) if has_lanes(loaded.row.game_mode) else 0
    replay = kept or Replay(
        PathsHeader(match_id=loaded.row.match_id, duration_s=0, players=[]), _nobody()
    )
    buildings = [
        PathObjective(
            side=one.side, kind=one.kind, lane=one.lane, fell_at=one.down_by_s, x=one.x, y=one.y
        )
        for one in story.buildings
    ]
    header = _with(replay.header, buildings)
    return ground_of(replay.paths), lane_path(lanes), replace(replay, header=header)


def _with(header: PathsHeader, buildings: list[PathObjective]) -> PathsHeader:
    from msgspec.structs import replace as renewed

    return renewed(header, objectives=buildings)


def _nobody() -> Paths:
    empty = np.zeros((0, 0), dtype=np.float32)
    return Paths((), 1.0, empty, empty, empty.astype(np.uint8))
