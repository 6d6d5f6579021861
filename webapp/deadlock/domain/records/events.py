"""What happened to a side rather than to one player."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Objective:
    """A building of `side`. `fell_at_s` is None while it stands; `lane` is None for the base."""

    side: str
    kind: str
    lane: str | None
    fell_at_s: int | None
    first_damage_at_s: int | None
    player_damage: int
    spirit_damage: int | None
    trooper_damage: int


@dataclass(frozen=True, slots=True)
class MidBoss:
    """The mid boss died: who killed it, and who took the Rejuvenator (None when unknown)."""

    at_s: int
    killed_by: str | None
    claimed_by: str | None


@dataclass(frozen=True, slots=True)
class Pause:
    """The game clock stood still at this game second; positions do not run meanwhile."""

    at_s: int
    lasted_s: int
    slot: int | None
