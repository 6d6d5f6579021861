"""What happened to the match rather than to one player's own figures."""

import msgspec

from webapp.dota2.domain.records.logs import Spot
from webapp.dota2.domain.records.sums import Counts, Table


class Objective(msgspec.Struct, frozen=True):
    """Something the whole map heard of.

    `kind` is "first_blood", "roshan", "aegis", "aegis_stolen", "aegis_denied", "courier",
    "tormentor", "building" (with the engine name in `unit`), or in the old dialect "tower",
    "tower_denied" and "barracks" (with `bit`, the building's bit in the match's barracks masks,
    Dire's six first); a kind not known keeps the upstream's own word.
    `slot` did it (for an aegis: holds it); `by_unit` is the engine name of what did it when the
    response says; `victim` is the slot that suffered. `side` is who gained: the killers of a
    building or of Roshan. For a courier `side` is who lost it.
    """

    at_s: int
    kind: str
    slot: int | None = None
    side: str | None = None
    unit: str | None = None
    by_unit: str | None = None
    victim: int | None = None
    bit: int | None = None
    value: int | None = None


class FightPlayer(msgspec.Struct, frozen=True):
    """One player's part in a fight, as the upstream worked it out."""

    slot: int
    deaths: int
    buybacks: int
    damage: int | None
    healing: int | None
    gold_delta: int | None
    xp_delta: int | None
    xp_start: int | None
    xp_end: int | None
    killed: Counts
    ability_uses: Counts
    ability_targets: Table
    item_uses: Counts
    deaths_at: tuple[Spot, ...]


class Teamfight(msgspec.Struct, frozen=True):
    """A fight by the upstream's rule: three deaths or more, ended by 15 quiet seconds."""

    start_s: int
    end_s: int
    last_death_s: int
    deaths: int
    players: tuple[FightPlayer, ...]


class ChatLine(msgspec.Struct, frozen=True):
    """Something said: `kind` is "chat" or "chatwheel" (then `text` is the wheel's number)."""

    at_s: int
    kind: str
    slot: int | None
    name: str | None
    text: str


class Pause(msgspec.Struct, frozen=True):
    """The game stood still at this second."""

    at_s: int
    lasted_s: int
