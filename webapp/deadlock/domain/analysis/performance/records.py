"""What the performance slice holds, and the order of its columns."""

from __future__ import annotations

from typing import Final

import msgspec

from webapp.deadlock.domain.records.paths import COMBAT_WORDS, MOVE_WORDS
from webapp.deadlock.domain.regions import REGIONS

RANGES: Final = ("10", "20", "30", "40", "50", "75", "100", "Infinite")
"""Metres up to which damage counts, as the game names its buckets."""

_NAMED: Final = {
    "shots": "Enemy Hero Accuracy##Shots",
    "hits": "Enemy Hero Accuracy##Hits",
    "headshots": "Enemy Hero Accuracy##Headshots",
    "against_shots": "Enemy Hero Accuracy - Incoming##Shots",
    "against_hits": "Enemy Hero Accuracy - Incoming##Hits",
    "against_headshots": "Enemy Hero Accuracy - Incoming##Headshots",
    "falloff_none": "Enemy Hero Falloff##No Falloff",
    "falloff_partial": "Enemy Hero Falloff##Partial Falloff",
    "falloff_most": "Enemy Hero Falloff##Max Falloff",
    "against_falloff_none": "Enemy Hero Falloff - Incoming##No Falloff",
    "against_falloff_partial": "Enemy Hero Falloff - Incoming##Partial Falloff",
    "against_falloff_most": "Enemy Hero Falloff - Incoming##Max Falloff",
    "unspent_souls": "Unspent Gold Minutes",
    "unspent_points": "Unspent AP Minutes",
    "parries": "Parry Success",
    "missed_parries": "Parry Miss",
}
_BY_RANGE: Final = {
    "gun_dealt": "Outgoing Bullet Dist",
    "ability_dealt": "Outgoing Ability Dist",
    "gun_taken": "Incoming Bullet Dist",
    "ability_taken": "Incoming Ability Dist",
}
NAMED: Final[dict[str, str]] = _NAMED | {
    f"{key}_{most}": f"{name}##{most}" for key, name in _BY_RANGE.items() for most in RANGES
}
"""Our counters by the game's own names for them."""

COUNTERS: Final[tuple[str, ...]] = (*NAMED, "all_hit", "all_missed")
BLOWS: Final = ("gun_body", "gun_headshot", "melee_dealt", "melee_taken")
COUNTED: Final = (
    "recorded",
    "alive",
    "enemy half",
    "measured",
    "still",
    "distance",
    "dashes",
    "air dashes",
)
MINUTES: Final[tuple[str, ...]] = (
    *COUNTED,
    *(f"region {word}" for word in REGIONS),
    *(f"move {word}" for word in (*MOVE_WORDS, "other")),
    *(f"combat {word}" for word in (*COMBAT_WORDS, "other")),
)
"""What is counted for each minute: seconds, world units for the distance, and dashes begun."""

UNKNOWN: Final = -1
"""In a minute's counts: the response says nothing about how players moved or fought."""

Rows = tuple[tuple[int, ...], ...]


class PlayerPerformance(msgspec.Struct, frozen=True):
    """One player's figures, in the order of METRICS; None where it is not recorded."""

    slot: int
    hero_id: int
    side: str
    values: tuple[float | None, ...]


class Award(msgspec.Struct, frozen=True):
    """An accolade: its number, the value it counts, and stars from 0 to 3."""

    accolade_id: int
    value: int
    stars: int


class PlayerSeries(msgspec.Struct, frozen=True):
    """One player over time: a row for each of COUNTERS, MINUTES and BLOWS; empty when unknown.

    Everything is what was added: since the sample before in `at_s` and `matrix_s`, or in a minute.
    """

    slot: int
    counters: Rows
    minutes: Rows
    blows: Rows
    awards: tuple[Award, ...]
    pings: tuple[int, ...]


class Performance(msgspec.Struct, frozen=True):
    """Everybody's figures and series. `moves` and `fights` say whether paths tell those."""

    players: tuple[PlayerPerformance, ...]
    series: tuple[PlayerSeries, ...]
    at_s: tuple[int, ...]
    matrix_s: tuple[int, ...]
    duration_s: int
    moves: bool
    fights: bool
