"""match_paths: places squeezed into 14 bits between a player's own bounds."""

from typing import Any

import numpy as np

from webapp.simulator.deadlock.movement import Walk
from webapp.simulator.deadlock.places import NOWHERE
from webapp.simulator.deadlock.story.events import Floats, Ints, Story
from webapp.simulator.deadlock.vigour import combat_of, health_of, moves_of

RESOLUTION = 16383


def paths_of(story: Story, walks: dict[int, Walk]) -> dict[str, Any]:
    """One path per player, index = game second; the dead stand at their lower bounds."""
    return {
        "version": 1,
        "interval_s": 1.0,
        "x_resolution": RESOLUTION,
        "y_resolution": RESOLUTION,
        "paths": [_path(story, walk) for walk in walks.values()],
    }


def _path(story: Story, walk: Walk) -> dict[str, Any]:
    x, x_min, x_max = _squeeze(walk.x, walk.dead, NOWHERE[0] if story.old else None)
    y, y_min, y_max = _squeeze(walk.y, walk.dead, NOWHERE[1] if story.old else None)
    if story.old:
        x[:10] = 0
    path: dict[str, Any] = {
        "player_slot": walk.slot,
        "x_min": x_min,
        "y_min": y_min,
        "x_max": x_max,
        "y_max": y_max,
        "x_pos": x.tolist(),
        "y_pos": y.tolist(),
        "health": health_of(story, walk).tolist(),
    }
    if not story.old:
        path["combat_type"] = combat_of(story, walk).tolist()
        path["move_type"] = moves_of(story, walk).tolist()
    return path


def _squeeze(values: Floats, dead: Ints, floor: float | None) -> tuple[Ints, float, float]:
    alive = values[dead == 0]
    low = min(float(alive.min()), floor if floor is not None else np.inf)
    low, high = float(np.floor(low)), float(np.ceil(alive.max()))
    squeezed = np.rint((values - low) / (high - low) * RESOLUTION).astype(np.int64)
    squeezed[dead == 1] = 0
    return squeezed, low, high
