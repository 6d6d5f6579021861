"""What is told of buildings and of the mid boss."""

import msgspec


class Standing(msgspec.Struct, frozen=True):
    """Who was alive and near: slots of those who attack and of those who defend."""

    attackers: tuple[int, ...]
    defenders: tuple[int, ...]


class Building(msgspec.Struct, frozen=True):
    """One building of `side`. Places are world units; `order` tells a side's two Shrines apart.

    `spirit_damage` is the part of `player_damage` that was spirit, None where the response does
    not split it (before 2026). Who was near is None without positions, or when it never happened.
    `down_by_s` is the fall, or for a Patron without one the second its weakened form was first
    hurt, since that stands only once the Patron is down; None while it stands.
    `kills_for` counts deaths of defenders in the minute before the fall, `kills_against` those of
    attackers.
    """

    side: str
    kind: str
    lane: str | None
    order: int
    x: int
    y: int
    first_damage_at_s: int | None
    fell_at_s: int | None
    down_by_s: int | None
    under_attack_s: int | None
    player_damage: int
    spirit_damage: int | None
    trooper_damage: int
    near_first: Standing | None
    near_fall: Standing | None
    kills_for: int
    kills_against: int


class Rejuvenator(msgspec.Struct, frozen=True):
    """One death of the mid boss: who killed it and who took the Rejuvenator, perhaps stolen.

    `followed` names what fell in the next AFTER_S seconds, as places in `Objectives.buildings`;
    kills in that time are by side.
    """

    at_s: int
    killed_by: str | None
    claimed_by: str | None
    stolen: bool
    near_a: tuple[int, ...]
    near_b: tuple[int, ...]
    followed: tuple[int, ...]
    kills_a: int
    kills_b: int


class Objectives(msgspec.Struct, frozen=True):
    """Buildings of side a, then b, from the outermost in; mid bosses by time; lanes from west."""

    lanes: tuple[str, ...]
    buildings: tuple[Building, ...]
    mid_bosses: tuple[Rejuvenator, ...]
