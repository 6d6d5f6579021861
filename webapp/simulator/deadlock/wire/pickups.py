"""players[].ability_stats and power_up_buffs: what a player stacked up and picked up."""

from typing import Any

import numpy as np

from webapp.simulator.deadlock.builds import Build
from webapp.simulator.deadlock.chance import happens
from webapp.simulator.deadlock.story.events import Ints

_BUFFS = {"spirit": 3.0, "firerate": 2.0, "ammo": 5.0, "hp": 20.0, "cd": 0.75, "wp": 4.0}
"""Level two of each statue and what it gives."""
_FIRST_STATUE_S = 240
_COUNTING = {"Glass Cannon", "Trophy Collector", "Siphon Bullets", "Restorative Locket"}
_NEVER = 2**32 - 1


def stacks_of(rng: np.random.Generator, build: Build) -> list[dict[str, int]]:
    """Count what counts something; what never counted is minus one in 32 bits."""
    counted = {item.id for _, item in build.bought if item.name in _COUNTING}
    return [
        {
            "ability_id": item_id,
            "ability_value": _NEVER if happens(rng, 0.1) else int(rng.integers(0, 30)),
        }
        for item_id in sorted(counted)
    ]


def buffs_of(rng: np.random.Generator, duration_s: int) -> list[dict[str, Any]]:
    """Give pickups that last, and now and then one that does not."""
    first = min(_FIRST_STATUE_S, duration_s // 2)
    buffs = [
        _buff(f"{kind}_permanent_pickup_lv2", np.sort(rng.integers(first, duration_s, count)), gave)
        for kind, gave in _BUFFS.items()
        if (count := rng.poisson(duration_s / 1400))
    ]
    if happens(rng, 0.3):
        passing = {"type": "gun_powerup_pickup", "value": 1, "is_permanent": False}
        buffs.append({**passing, "pickup_times_s": [], "pickup_stat_values": []})
    return buffs


def _buff(kind: str, times: Ints, gave: float) -> dict[str, Any]:
    return {
        "type": kind,
        "value": len(times),
        "is_permanent": True,
        "pickup_times_s": times.tolist(),
        "pickup_stat_values": [gave] * len(times),
    }
