"""What one player's doings add up to over the match, as far as a parsed replay says."""

from collections.abc import Mapping
from typing import Final

import msgspec

ATTACK: Final = "attack"
"""Stands where the upstream has no inflictor ("null" or "undefined"): a plain attack."""

Counts = Mapping[str, int]
"""Engine names, or the game's numbers as texts, to how much or how often."""

Table = Mapping[str, Counts]


class Sums(msgspec.Struct, frozen=True):
    """Totals of one player, each None where not recorded.

    `damage` and `damage_taken` are by the unit hit or hitting, heroes and creeps alike;
    `damage_by_source` and `damage_received_by_source` count heroes only, by ability, item or
    ATTACK; `damage_targets` is source to hero to damage. `killed` counts every unit, `killed_by`
    what killed this hero. `life_state` is seconds by "0" alive, "1" dying, "2" dead.
    """

    damage: Counts | None = None
    damage_taken: Counts | None = None
    damage_by_source: Counts | None = None
    damage_received_by_source: Counts | None = None
    damage_targets: Table | None = None
    healing: Counts | None = None
    hero_hits: Counts | None = None
    killed: Counts | None = None
    killed_by: Counts | None = None
    ability_uses: Counts | None = None
    ability_targets: Table | None = None
    item_uses: Counts | None = None
    purchases: Counts | None = None
    gold_reasons: Counts | None = None
    xp_reasons: Counts | None = None
    runes: Counts | None = None
    actions: Counts | None = None
    multi_kills: Counts | None = None
    kill_streaks: Counts | None = None
    life_state: Counts | None = None
    pings: int | None = None
    stuns_s: float | None = None
    teamfight_participation: float | None = None
    towers_killed: int | None = None
    roshans_killed: int | None = None
    observers_placed: int | None = None
    sentries_placed: int | None = None
    creeps_stacked: int | None = None
    camps_stacked: int | None = None
    rune_pickups: int | None = None
    first_blood: bool | None = None
