"""The whole match."""

from datetime import datetime
from typing import Final

import msgspec

from webapp.deadlock.domain.records.damage import DamageMatrix
from webapp.deadlock.domain.records.events import MidBoss, Objective, Pause
from webapp.deadlock.domain.records.paths import Paths
from webapp.deadlock.domain.records.player import Player

WHOLE_MAP: Final = "Normal"
"""The one game mode whose lanes and buildings are all known."""


def has_lanes(game_mode: str) -> bool:
    """Say whether a game mode is played on the map whose lanes are known."""
    return game_mode == WHOLE_MAP


class Match(msgspec.Struct, frozen=True):
    """One match, whatever shape it came in.

    `started_at` is aware and UTC. `outcome` is "win", "draw", "error" or what the upstream wrote.
    `dialect` is "2024", "2025" or "2026" by what the response holds; `missing` says in plain
    sentences what it lacks. `custom_stats` names the ids in each snapshot's `custom`.
    """

    match_id: int
    started_at: datetime
    duration_s: int
    winning_team: int | None
    outcome: str
    game_mode: str
    match_mode: str
    average_badge_a: int | None
    average_badge_b: int | None
    players: tuple[Player, ...]
    objectives: tuple[Objective, ...]
    mid_bosses: tuple[MidBoss, ...]
    pauses: tuple[Pause, ...]
    paths: Paths | None
    damage: DamageMatrix | None
    custom_stats: tuple[tuple[int, str], ...]
    banned_hero_ids: tuple[int, ...]
    hero_build_ids: tuple[tuple[int, int], ...]
    four_lanes: bool
    not_scored: bool
    low_priority: bool
    new_players: bool
    bot_difficulty: int | None
    dialect: str
    missing: tuple[str, ...]

    @property
    def lanes(self) -> int:
        """How many lanes the map has; 0 where it is another one, as in Street Brawl."""
        if not has_lanes(self.game_mode):
            return 0
        return 4 if self.four_lanes else 3
