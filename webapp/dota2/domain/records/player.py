"""One of the players: who, how it ended, and everything recorded on the way."""

import msgspec

from webapp.dota2.domain.records.logs import Logs
from webapp.dota2.domain.records.sums import Sums


class Finals(msgspec.Struct, frozen=True):
    """The scoreboard's own numbers, each None where the response lacks it."""

    kills: int | None
    deaths: int | None
    assists: int | None
    last_hits: int | None
    denies: int | None
    level: int | None
    gold_per_minute: int | None
    xp_per_minute: int | None
    net_worth: int | None
    gold: int | None
    gold_spent: int | None
    hero_damage: int | None
    tower_damage: int | None
    hero_healing: int | None


class Kit(msgspec.Struct, frozen=True):
    """Items carried at the end, by id and 0 for an empty place; None where not recorded."""

    items: tuple[int, ...] | None
    backpack: tuple[int, ...] | None
    neutral: int | None
    enhancement: int | None
    scepter: bool | None
    shard: bool | None
    moon_shard: bool | None


class Unit(msgspec.Struct, frozen=True):
    """A second body of the player (Lone Druid's bear) and what it carried."""

    name: str
    items: tuple[int, ...]
    backpack: tuple[int, ...]
    neutral: int | None


class AbilityUpgrade(msgspec.Struct, frozen=True):
    """A point spent, in order. `clock_s` counts from the start of the draft, not from the horn."""

    ability_id: int
    level: int | None = None
    clock_s: int | None = None


class Minutes(msgspec.Struct, frozen=True):
    """Running totals, one for each of `at_s`; a column not recorded is None.

    `gold` is all gold earned so far; `net_worth` is known of replays read here alone. All columns
    are as long as `at_s`, with None where a single figure is absent.
    """

    at_s: tuple[int, ...]
    gold: tuple[int | None, ...] | None
    xp: tuple[int | None, ...] | None
    last_hits: tuple[int | None, ...] | None
    denies: tuple[int | None, ...] | None
    net_worth: tuple[int | None, ...] | None


class Benchmark(msgspec.Struct, frozen=True):
    """A figure and the share of the same hero's players it beats, both as the upstream says."""

    name: str
    value: float
    share: float | None


class Player(msgspec.Struct, frozen=True):
    """Everything about one player.

    `slot` is 0 to 9; `account_id` is None for a hidden account or a bot, so slots, not accounts,
    tell players apart. `hero_id` is 0 where nobody was picked; `unit` is the hero's engine name,
    as logs and sums write it, None when nothing tells it. `minutes`, `logs` and `sums` come from
    a parsed replay; `minutes` is None without one. `abilities` is None where not recorded.
    """

    slot: int
    side: str
    account_id: int | None
    name: str | None
    pro_name: str | None
    hero_id: int
    unit: str | None
    variant: int | None
    rank_tier: int | None
    party_id: int | None
    party_size: int | None
    leaver_status: int | None
    randomed: bool | None
    finals: Finals
    kit: Kit
    units: tuple[Unit, ...]
    abilities: tuple[AbilityUpgrade, ...] | None
    minutes: Minutes | None
    logs: Logs
    sums: Sums
    benchmarks: tuple[Benchmark, ...]
