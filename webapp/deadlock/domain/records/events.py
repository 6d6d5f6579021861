"""What happened to a side rather than to one player."""

import msgspec


class Objective(msgspec.Struct, frozen=True):
    """A building of `side`. `fell_at_s` is None while it stands; `lane` is None for the base."""

    side: str
    kind: str
    lane: str | None
    fell_at_s: int | None
    first_damage_at_s: int | None
    player_damage: int
    spirit_damage: int | None
    trooper_damage: int


class MidBoss(msgspec.Struct, frozen=True):
    """The mid boss died: who killed it, and who took the Rejuvenator (None when unknown)."""

    at_s: int
    killed_by: str | None
    claimed_by: str | None


class Pause(msgspec.Struct, frozen=True):
    """The game clock stood still at this game second; positions do not run meanwhile."""

    at_s: int
    lasted_s: int
    slot: int | None
