"""One game of one account, as lists and sums of many games need it."""

from __future__ import annotations

from datetime import datetime

import msgspec


class Played(msgspec.Struct, frozen=True):
    """One player's line of one match. A figure the match did not hold is None.

    `won` is None where nobody won, such as a remake or an aborted game; `place` is the Arena's.
    """

    match_id: str
    started_at: datetime
    duration_s: int
    queue_id: int | None
    game_mode: str
    layout: str
    patch: str
    champion_id: int
    champion_name: str | None
    side: str | None
    role: str | None
    won: bool | None
    place: int | None
    kills: int | None
    deaths: int | None
    assists: int | None
    gold: int | None
    cs: int | None
    damage: int | None
    vision: int | None


class Rank(msgspec.Struct, frozen=True):
    """Where somebody stood in one queue from a moment on; `tier` is empty for the unranked."""

    queue: str
    seen_at: datetime
    tier: str
    division: str
    points: int
    wins: int
    losses: int


class MiniSeries(msgspec.Struct, frozen=True):
    """Games for promotion: `target` wins are needed; `progress` has W, L or N for each game."""

    losses: int = 0
    progress: str = ""
    target: int = 0
    wins: int = 0


class Marks(msgspec.Struct, frozen=True):
    """What Riot says beside a rank: the league it is in, empty where it names none, and marks."""

    league_id: str = ""
    veteran: bool = False
    inactive: bool = False
    fresh_blood: bool = False
    hot_streak: bool = False
    mini_series: MiniSeries | None = None


class Company(msgspec.Struct, frozen=True):
    """Somebody an account has played with or against."""

    name: str
    tag: str
    together: int
    together_won: int
    against: int
    against_won: int
