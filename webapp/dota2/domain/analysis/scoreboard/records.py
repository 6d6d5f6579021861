"""What the scoreboard says."""

from __future__ import annotations

import msgspec


class ScoreRow(msgspec.Struct, frozen=True):
    """One player; a figure the response lacks is None, items of an empty place are 0.

    `kda` is (kills + assists) / (deaths + 1), OpenDota's. `kill_participation` is a share, None
    when the side has no kills. `net_worth` is that at the end.
    """

    slot: int
    side: str
    account_id: int | None
    name: str | None
    pro_name: str | None
    hero_id: int
    variant: int | None
    rank_tier: int | None
    party_id: int | None
    party_size: int | None
    abandoned: bool
    level: int | None
    kills: int | None
    deaths: int | None
    assists: int | None
    kda: float | None
    kill_participation: float | None
    net_worth: int | None
    last_hits: int | None
    denies: int | None
    gold_per_minute: int | None
    xp_per_minute: int | None
    gold: int | None
    gold_spent: int | None
    hero_damage: int | None
    tower_damage: int | None
    hero_healing: int | None
    kills_per_minute: float | None
    total_gold: int | None
    total_xp: int | None
    items: tuple[int, ...] | None
    backpack: tuple[int, ...] | None
    neutral: int | None
    enhancement: int | None
    scepter: bool | None
    shard: bool | None
    moon_shard: bool | None


class SideTotal(msgspec.Struct, frozen=True):
    """One side's sums, None where any of its players lacks the figure.

    `score` is the kills the game shows in its head: deaths of the other side.
    """

    side: str
    score: int | None
    kills: int | None
    deaths: int | None
    assists: int | None
    net_worth: int | None
    last_hits: int | None
    denies: int | None
    hero_damage: int | None
    tower_damage: int | None
    hero_healing: int | None
    gold_per_minute: int | None
    xp_per_minute: int | None


class Scoreboard(msgspec.Struct, frozen=True):
    """Everybody by slot, Radiant first, and both sides.

    `oddities` say what makes the match unlike others, `missing` what is not recorded.
    """

    rows: tuple[ScoreRow, ...]
    side_a: SideTotal
    side_b: SideTotal
    winner: str | None
    parsed: bool
    oddities: tuple[str, ...]
    missing: tuple[str, ...]
