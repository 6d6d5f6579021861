"""One player of a response: the game's own figures, and what a replay adds."""

from typing import Annotated

import msgspec

from webapp.dota2.domain.wire.bounds import (
    FEW,
    MANY,
    Counts,
    Flag,
    Long,
    Real,
    Seconds,
    Series,
    Table,
    Tally,
    Whole,
    Word,
)
from webapp.dota2.domain.wire.logs import Buff, Entry, Found, Hit, Placed

Grid = dict[str, Counts] | None
Entries = Annotated[list[Entry], MANY] | None
Places = Annotated[list[Placed], MANY] | None


class Upgrade(msgspec.Struct):
    """A point spent, as Steam says it."""

    ability: Whole = None
    time: Whole = None
    level: Whole = None


class Unit(msgspec.Struct):
    """A second body."""

    unitname: Word = None
    item_0: Whole = None
    item_1: Whole = None
    item_2: Whole = None
    item_3: Whole = None
    item_4: Whole = None
    item_5: Whole = None
    backpack_0: Whole = None
    backpack_1: Whole = None
    backpack_2: Whole = None
    item_neutral: Whole = None


class Benchmark(msgspec.Struct):
    """A figure against all players of the hero."""

    raw: Real = None
    pct: Real = None


class Player(msgspec.Struct):
    """A player; all fields may be absent or null."""

    account_id: Long = None
    player_slot: Whole = None
    hero_id: Whole = None
    hero_variant: Whole = None
    personaname: Word = None
    name: Word = None
    rank_tier: Whole = None
    party_id: Whole = None
    party_size: Whole = None
    leaver_status: Whole = None
    randomed: Flag = None
    kills: Tally = None
    deaths: Whole = None
    assists: Whole = None
    last_hits: Whole = None
    denies: Whole = None
    level: Whole = None
    gold_per_min: Whole = None
    xp_per_min: Whole = None
    net_worth: Whole = None
    gold: Whole = None
    gold_spent: Whole = None
    hero_damage: Whole = None
    tower_damage: Whole = None
    hero_healing: Whole = None
    item_0: Whole = None
    item_1: Whole = None
    item_2: Whole = None
    item_3: Whole = None
    item_4: Whole = None
    item_5: Whole = None
    backpack_0: Whole = None
    backpack_1: Whole = None
    backpack_2: Whole = None
    item_neutral: Whole = None
    item_neutral2: Whole = None
    aghanims_scepter: Flag = None
    aghanims_shard: Flag = None
    moonshard: Flag = None
    additional_units: Annotated[list[Unit], FEW] | None = None
    ability_upgrades: Annotated[list[Upgrade], MANY] | None = None
    ability_upgrades_arr: Annotated[list[Whole], MANY] | None = None
    benchmarks: dict[str, Benchmark] | None = None
    times: Seconds = None
    gold_t: Series = None
    xp_t: Series = None
    lh_t: Series = None
    dn_t: Series = None
    net_worth_t: Series = None
    kills_log: Entries = None
    purchase_log: Entries = None
    runes_log: Entries = None
    buyback_log: Entries = None
    connection_log: Entries = None
    obs_log: Places = None
    obs_left_log: Places = None
    sen_log: Places = None
    sen_left_log: Places = None
    neutral_tokens_log: Annotated[list[Found], MANY] | None = None
    neutral_item_history: Annotated[list[Found], MANY] | None = None
    permanent_buffs: Annotated[list[Buff], MANY] | None = None
    max_hero_hit: Hit | None = None
    lane_pos: Grid = None
    obs: Grid = None
    sen: Grid = None
    damage: Counts = None
    damage_taken: Counts = None
    damage_inflictor: Counts = None
    damage_inflictor_received: Counts = None
    damage_targets: Table = None
    healing: Counts = None
    hero_hits: Counts = None
    killed: Counts = None
    killed_by: Counts = None
    ability_uses: Counts = None
    ability_targets: Table = None
    item_uses: Counts = None
    purchase: Counts = None
    gold_reasons: Counts = None
    xp_reasons: Counts = None
    runes: Counts = None
    actions: Counts = None
    multi_kills: Counts = None
    kill_streaks: Counts = None
    life_state: Counts = None
    pings: Whole | Counts = None
    stuns: Real = None
    teamfight_participation: Real = None
    towers_killed: Whole = None
    roshans_killed: Whole = None
    observers_placed: Whole = None
    obs_placed: Whole = None
    sen_placed: Whole = None
    creeps_stacked: Whole = None
    camps_stacked: Whole = None
    rune_pickups: Whole = None
    firstblood_claimed: Flag = None
