"""What the scoreboard holds. A figure that is not recorded is None."""

import msgspec


class ScoreRow(msgspec.Struct, frozen=True):
    """One player.

    Shares are fractions of the player's own side (or Arena team), None when the side has none.
    `rank_tier` is nothing of the match: whoever knows it fills it in. `items` are six slots with 0
    for an empty one. Damage is to champions unless it says otherwise.
    """

    slot: int
    puuid: str | None
    name: str | None
    tag: str | None
    bot: bool
    champion_id: int
    champion_name: str | None
    side: str | None
    subteam: int | None
    place: int | None
    role: str | None
    role_worked_out: bool
    win: bool | None
    level: int | None
    kills: int | None
    deaths: int | None
    assists: int | None
    kda: float | None
    kill_participation: float | None
    damage: int | None
    physical: int | None
    magic: int | None
    true: int | None
    damage_share: float | None
    damage_per_minute: float | None
    damage_per_gold: float | None
    damage_taken: int | None
    damage_taken_share: float | None
    mitigated: int | None
    healed_allies: int | None
    shielded_allies: int | None
    crowd_control_s: int | None
    to_turrets: int | None
    to_objectives: int | None
    gold: int | None
    gold_share: float | None
    gold_per_minute: float | None
    cs: int | None
    cs_per_minute: float | None
    jungle_cs: int | None
    vision: int | None
    vision_per_minute: float | None
    wards_placed: int | None
    wards_killed: int | None
    control_wards: int | None
    turrets: int | None
    largest_spree: int | None
    largest_multi_kill: int | None
    first_blood: bool | None
    dead_s: int | None
    items: tuple[int, ...]
    trinket: int | None
    role_item: int | None
    spells: tuple[int, ...]
    keystone: int | None
    secondary_style: int | None
    augments: tuple[int, ...]
    rank_tier: str | None = None


class SideTotal(msgspec.Struct, frozen=True):
    """One side's sums, what it took, and whom it banned."""

    side: str
    won: bool | None
    kills: int | None
    deaths: int | None
    assists: int | None
    damage: int | None
    gold: int | None
    cs: int | None
    vision: int | None
    turrets: int | None
    inhibitors: int | None
    dragons: int | None
    grubs: int | None
    heralds: int | None
    barons: int | None
    atakhans: int | None
    bans: tuple[int, ...]


class SubteamTotal(msgspec.Struct, frozen=True):
    """One small team of Arena; `place` 1 won."""

    subteam: int
    place: int | None
    slots: tuple[int, ...]
    kills: int | None
    deaths: int | None
    damage: int | None
    gold: int | None


class Scoreboard(msgspec.Struct, frozen=True):
    """Everybody, and what they add up to.

    `sides` is empty where the mode has none; `subteams` is empty but in Arena, best place first.
    `mode` is the layout, `ending` how it ended, `missing` what is not there, in sentences.
    """

    mode: str
    ending: str
    winner: str | None
    duration_s: int
    has_timeline: bool
    rows: tuple[ScoreRow, ...]
    sides: tuple[SideTotal, ...]
    subteams: tuple[SubteamTotal, ...]
    missing: tuple[str, ...]
