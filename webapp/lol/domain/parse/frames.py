"""Frames of a timeline as arrays."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from webapp.lol.domain import records, wire
from webapp.lol.domain.parse.numbers import small

_OWN: Final = {
    "level": "level",
    "xp": "xp",
    "total_gold": "total_gold",
    "current_gold": "current_gold",
    "lane_cs": "minions_killed",
    "jungle_cs": "jungle_minions_killed",
    "controlled_ms": "time_enemy_spent_controlled",
}
_DAMAGE: Final = {
    "damage_to_champions": "total_damage_done_to_champions",
    "physical_to_champions": "physical_damage_done_to_champions",
    "magic_to_champions": "magic_damage_done_to_champions",
    "true_to_champions": "true_damage_done_to_champions",
    "damage_dealt": "total_damage_done",
    "damage_taken": "total_damage_taken",
    "physical_taken": "physical_damage_taken",
    "magic_taken": "magic_damage_taken",
    "true_taken": "true_damage_taken",
}
_CHAMPION: Final = (
    "health",
    "health_max",
    "armor",
    "magic_resist",
    "attack_damage",
    "ability_power",
)
_PLACE: Final = ("x", "y")
_FIGURES: Final = (*_OWN, *_DAMAGE, *_CHAMPION, *_PLACE)


def frames(found: Sequence[wire.Frame], slots: tuple[int, ...]) -> records.Frames:
    """Fill the arrays; frames without any player (an aborted game) are left out.

    Whoever has no sample in a frame stays as they were in the one before.
    """
    used = sorted(
        (one for one in found if one.participant_frames and (one.timestamp or 0) >= 0),
        key=lambda one: one.timestamp or 0,
    )
    shape = (len(slots), len(used))
    arrays = {name: np.zeros(shape, dtype=np.int32) for name in _FIGURES}
    present = np.zeros(shape, dtype=np.bool_)
    for column, frame in enumerate(used):
        for array in arrays.values():
            array[:, column] = array[:, max(column - 1, 0)]
        for row, slot in enumerate(slots):
            sample = (frame.participant_frames or {}).get(str(slot))
            if sample is not None:
                present[row, column] = True
                _fill(arrays, sample, row, column)
    at_ms = np.array([int(one.timestamp or 0) for one in used], dtype=np.int64)
    return records.Frames(slots=slots, at_ms=at_ms, present=present, **arrays)


def _fill(
    arrays: dict[str, records.frames.Ints], sample: wire.ParticipantFrame, row: int, column: int
) -> None:
    for name, wired in _OWN.items():
        arrays[name][row, column] = small(getattr(sample, wired))
    if sample.damage_stats is not None:
        for name, wired in _DAMAGE.items():
            arrays[name][row, column] = small(getattr(sample.damage_stats, wired))
    if sample.champion_stats is not None:
        for name in _CHAMPION:
            arrays[name][row, column] = small(getattr(sample.champion_stats, name))
    if sample.position is not None:
        for name in _PLACE:
            arrays[name][row, column] = small(getattr(sample.position, name))
