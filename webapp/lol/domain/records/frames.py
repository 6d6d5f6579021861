"""Everybody's state once a minute, as arrays."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from webapp.matchplay.arrays import ArrayRecord

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Frames(ArrayRecord):
    """Arrays of shape [player, frame], rows in the order of `slots`.

    `at_ms` is when each frame was taken: about once a minute and never exactly; the first is the
    start and the last the end of the game. `present` is False where the timeline has no sample of
    a player; every other array has the value before there, 0 before the first. `x` and `y` are map
    units from the blue corner. All figures but level, gold in hand, place and health run from the
    start of the game.
    """

    slots: tuple[int, ...]
    at_ms: NDArray[np.int64]
    present: NDArray[np.bool_]
    level: Ints
    xp: Ints
    total_gold: Ints
    current_gold: Ints
    lane_cs: Ints
    jungle_cs: Ints
    x: Ints
    y: Ints
    controlled_ms: Ints
    damage_to_champions: Ints
    physical_to_champions: Ints
    magic_to_champions: Ints
    true_to_champions: Ints
    damage_dealt: Ints
    damage_taken: Ints
    physical_taken: Ints
    magic_taken: Ints
    true_taken: Ints
    health: Ints
    health_max: Ints
    armor: Ints
    magic_resist: Ints
    attack_damage: Ints
    ability_power: Ints

    @property
    def at_s(self) -> tuple[int, ...]:
        """Give the second of each frame, rounded down as the game's clock shows it."""
        return tuple(int(at_ms) // 1000 for at_ms in self.at_ms)

    def row(self, slot: int) -> int | None:
        """Say which row a player is, None where the timeline has no such player."""
        return self.slots.index(slot) if slot in self.slots else None

    def nearest(self, at_s: float) -> int | None:
        """Say which frame is nearest to a second, None where there is none."""
        if not len(self.at_ms):
            return None
        return int(np.abs(self.at_ms - at_s * 1000).argmin())
