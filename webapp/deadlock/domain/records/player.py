"""One of the players: who, where, how it ended, and everything recorded on the way."""

import msgspec

from webapp.deadlock.domain.records.snapshot import Snapshot


class Place(msgspec.Struct, frozen=True):
    """A point in world units."""

    x: float
    y: float
    z: float


class Death(msgspec.Struct, frozen=True):
    """One death. `killer` is None when no player did it; `time_to_kill_s` is the fight's length."""

    at_s: int
    killer: int | None
    time_to_kill_s: float | None
    respawn_s: int
    place: Place | None
    killer_place: Place | None


class ItemEvent(msgspec.Struct, frozen=True):
    """An item bought or an ability unlocked or raised; `sold_at_s` is also when it was consumed."""

    at_s: int
    item_id: int
    upgrade_id: int
    sold_at_s: int | None
    consumed: bool
    flags: int
    imbued_ability_id: int | None


class Ping(msgspec.Struct, frozen=True):
    """A ping, by the ids the game gives kind and content."""

    at_s: int
    kind: str
    content: int


class Accolade(msgspec.Struct, frozen=True):
    """An award's number, and the highest star threshold reached from 0 (-1 or None: none)."""

    accolade_id: int
    value: int
    threshold: int | None


class Buff(msgspec.Struct, frozen=True):
    """A picked-up buff by its engine name, and how often.

    `picked_at_s` has the second of each pickup and `gave` what each gave, in the engine's units;
    both are empty where the response does not say (before September 2026, and for passing buffs).
    """

    kind: str
    count: int
    permanent: bool
    picked_at_s: tuple[int, ...] = ()
    gave: tuple[float, ...] = ()


class RankChange(msgspec.Struct, frozen=True):
    """What a ranked match did to the player's rank, as far as the upstream says."""

    initial_badge: int | None
    initial_progress: int | None
    final_progress: int | None


class Finals(msgspec.Struct, frozen=True):
    """The scoreboard's own numbers, which outrank those of the last snapshot."""

    kills: int
    deaths: int
    assists: int
    souls: int
    last_hits: int
    denies: int
    level: int
    ability_points: int


class Player(msgspec.Struct, frozen=True):
    """Everything about one player; `account_id` is None for a bot or a hidden account."""

    slot: int
    account_id: int | None
    side: str
    team: int
    hero_id: int
    lane: str | None
    party: int | None
    abandoned_at_s: int | None
    mvp_rank: int | None
    outcome: str | None
    rank_change: RankChange | None
    finals: Finals
    snapshots: tuple[Snapshot, ...]
    deaths: tuple[Death, ...]
    items: tuple[ItemEvent, ...]
    pings: tuple[Ping, ...]
    accolades: tuple[Accolade, ...]
    buffs: tuple[Buff, ...]
    ability_stats: tuple[tuple[int, int], ...]
    stat_totals: tuple[float, ...]
    hero_build_id: int | None
