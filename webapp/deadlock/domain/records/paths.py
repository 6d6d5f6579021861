"""Where everybody was, second by second."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from webapp.matchplay.arrays import ArrayRecord

COMBAT_WORDS = ("out of combat", "player", "enemy trooper", "neutral")
MOVE_WORDS = (
    "normal",
    "ability",
    "ability debuff",
    "ground dash",
    "slide",
    "rope climbing",
    "ziplining",
    "in air",
    "air dash",
)


def _nothing() -> NDArray[np.bool_]:
    return np.zeros((0, 0), dtype=np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class Paths(ArrayRecord):
    """Arrays of shape [player, sample], sample k being game second `k * interval_s`.

    `health` is a percentage and 0 while dead: then the place is where the game parks the dead,
    not where they fell. `present` is False where the upstream has no sample for that player.
    Neither clock runs during a pause: in a match of 23 paused seconds the paths are as long as the
    match, and deaths after the pauses meet the fall to 0 as exactly as those before.
    `combat` and `move` index COMBAT_WORDS and MOVE_WORDS, and may hold newer values.
    """

    slots: tuple[int, ...]
    interval_s: float
    x: NDArray[np.float32]
    y: NDArray[np.float32]
    health: NDArray[np.uint8]
    combat: NDArray[np.uint8] | None = None
    move: NDArray[np.uint8] | None = None
    present: NDArray[np.bool_] = field(default_factory=_nothing)
