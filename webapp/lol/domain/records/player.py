"""One of the players: who, where, how it ended.

A figure the body does not hold is None, never 0: whoever shows it can tell the two apart.
"""

from bisect import bisect_left

import msgspec


class Rune(msgspec.Struct, frozen=True):
    """One chosen rune and the three figures the client shows for it after the game."""

    rune_id: int
    figures: tuple[int, ...]


class Runes(msgspec.Struct, frozen=True):
    """A rune page. `primary` begins with the keystone; `shards` are offence, flex, defence."""

    primary_style: int | None
    secondary_style: int | None
    primary: tuple[Rune, ...]
    secondary: tuple[Rune, ...]
    shards: tuple[int, ...]

    @property
    def keystone(self) -> int | None:
        """Give the keystone's id, None where the page names none."""
        return self.primary[0].rune_id if self.primary else None


class Combat(msgspec.Struct, frozen=True):
    """Kills and what goes with them."""

    kills: int | None
    deaths: int | None
    assists: int | None
    double_kills: int | None
    triple_kills: int | None
    quadra_kills: int | None
    penta_kills: int | None
    largest_spree: int | None
    largest_multi_kill: int | None
    first_blood: bool | None
    first_blood_assist: bool | None
    longest_life_s: int | None
    dead_s: int | None
    crowd_control_s: int | None


class Damage(msgspec.Struct, frozen=True):
    """Damage, healing and shields over the whole game; `to_champions` first."""

    to_champions: int | None
    physical_to_champions: int | None
    magic_to_champions: int | None
    true_to_champions: int | None
    dealt: int | None
    taken: int | None
    physical_taken: int | None
    magic_taken: int | None
    true_taken: int | None
    mitigated: int | None
    to_objectives: int | None
    to_turrets: int | None
    to_buildings: int | None
    to_epic_monsters: int | None
    healed: int | None
    healed_on_allies: int | None
    shielded_on_allies: int | None


class Farm(msgspec.Struct, frozen=True):
    """Gold and what it came from. `lane_cs` are minions, `jungle_cs` jungle monsters."""

    gold: int | None
    gold_spent: int | None
    lane_cs: int | None
    jungle_cs: int | None
    own_jungle_cs: int | None
    enemy_jungle_cs: int | None

    @property
    def cs(self) -> int | None:
        """Add minions and jungle monsters, as the game's own scoreboard does."""
        if self.lane_cs is None and self.jungle_cs is None:
            return None
        return (self.lane_cs or 0) + (self.jungle_cs or 0)


class Sight(msgspec.Struct, frozen=True):
    """Vision score and wards; `control_bought` counts purchases, `control_placed` wards set."""

    score: int | None
    placed: int | None
    killed: int | None
    control_placed: int | None
    control_bought: int | None


class Taken(msgspec.Struct, frozen=True):
    """What the player took a part in taking from the map."""

    turrets: int | None
    inhibitors: int | None
    dragons: int | None
    barons: int | None
    stolen: int | None
    stolen_assists: int | None
    first_tower: bool | None
    first_tower_assist: bool | None


class Casts(msgspec.Struct, frozen=True):
    """How often each ability (q, w, e, r) and each summoner spell was used."""

    abilities: tuple[int | None, ...]
    spells: tuple[int | None, ...]


class Player(msgspec.Struct, frozen=True):
    """Everything the match body says about one player.

    `slot` is the participant number of the whole match, 1 to 10 (to 18 in Arena). `side` is "a"
    (Blue, team 100) or "b" (Red, team 200) and None where the mode has no sides: Arena has
    `subteam` (1, 2, …) and `subteam_place`. `role` is "top", "jungle", "middle", "bottom",
    "support" or None; `role_worked_out` says that it is the only one left in a team whose other
    four are named. `items` are the six slots, 0 for an empty one; `trinket` is the seventh and
    `role_item` the slot of the 2026 role quest. `challenges` are sorted by name.
    """

    slot: int
    puuid: str | None
    name: str | None
    tag: str | None
    icon: int | None
    account_level: int | None
    bot: bool
    team_id: int | None
    side: str | None
    subteam: int | None
    subteam_place: int | None
    place: int | None
    champion_id: int
    champion_name: str | None
    transform: int | None
    level: int | None
    xp: int | None
    role: str | None
    role_worked_out: bool
    individual_position: str | None
    win: bool | None
    spells: tuple[int, ...]
    runes: Runes | None
    items: tuple[int, ...]
    trinket: int | None
    role_item: int | None
    augments: tuple[int, ...]
    played_s: int | None
    early_surrender: bool
    surrender: bool
    combat: Combat
    damage: Damage
    farm: Farm
    sight: Sight
    taken: Taken
    casts: Casts
    pings: tuple[tuple[str, int], ...]
    challenges: tuple[tuple[str, float], ...]

    def challenge(self, name: str) -> float | None:
        """Give one of the game's own challenge figures, None where the body has none."""
        number = bisect_left(self.challenges, name, key=lambda pair: pair[0])
        if number < len(self.challenges) and self.challenges[number][0] == name:
            return self.challenges[number][1]
        return None
