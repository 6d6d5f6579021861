"""What happened, event by event, in the order of the timeline.

`at_ms` is the game's own millisecond, since the order within a second matters (an undo follows
its purchase); `at_s` is what pages show. A `slot` is a participant number. `side` is "a" or "b".
"""

from webapp.lol.domain.records.parts import Hit, Place, Timed


class Kill(Timed, frozen=True):
    """A champion fell. `killer` is None when no player did it (turret, minions, monsters).

    `dealt` is what the fallen had done and `received` what had been done to them; both are None
    where the timeline does not say. The two of the whole fight are only in some timelines of 2026.
    """

    killer: int | None
    victim: int
    assists: tuple[int, ...]
    bounty: int | None
    shutdown: int | None
    streak: int | None
    place: Place | None
    dealt: tuple[Hit, ...] | None
    received: tuple[Hit, ...] | None
    fight_dealt: tuple[Hit, ...] | None
    fight_received: tuple[Hit, ...] | None


class SpecialKill(Timed, frozen=True):
    """`kind` is "first blood", "multi" (`length` kills), "ace" or what the timeline wrote."""

    kind: str
    killer: int | None
    length: int | None
    place: Place | None


class MonsterKill(Timed, frozen=True):
    """An epic monster fell: "dragon", "herald", "grub", "baron", "atakhan" or as written.

    `element` is "fire", "water", "air", "earth", "hextech", "chemtech", "elder" for a dragon.
    `side` took it; None is the neutral team 300 (the monster fell to no side).
    """

    kind: str
    element: str | None
    killer: int | None
    side: str | None
    assists: tuple[int, ...]
    bounty: int | None
    place: Place | None


class Soul(Timed, frozen=True):
    """The dragon soul: `side` got it, or None while only its element was announced."""

    name: str
    side: str | None


class BuildingKill(Timed, frozen=True):
    """A building fell that belonged to `side`; the other side took it.

    `kind` is "turret", "inhibitor" or as written; `tier` "outer", "inner", "base", "nexus";
    `lane` "top", "middle", "bottom". `killer` is None when minions did it.
    """

    side: str | None
    kind: str
    tier: str | None
    lane: str | None
    killer: int | None
    assists: tuple[int, ...]
    bounty: int | None
    place: Place | None


class PlateKill(Timed, frozen=True):
    """A plate fell from a turret that belongs to `side`."""

    side: str | None
    lane: str | None
    killer: int | None
    place: Place | None


class ObjectiveBounty(Timed, frozen=True):
    """Objective bounties of `side` were announced (`starts_at_s`) or ended (None)."""

    side: str | None
    starts_at_s: int | None


class FeatUpdate(Timed, frozen=True):
    """A side came nearer to a feat of strength (2025), by the game's numbers."""

    side: str | None
    feat: int | None
    value: int | None


class ItemEvent(Timed, frozen=True):
    """`action` is "bought", "sold", "destroyed" (used up or built into another) or "undone".

    An undo takes `before` back and leaves `after` (0 is nothing); `gold` is what came back.
    """

    slot: int
    action: str
    item: int
    before: int | None
    after: int | None
    gold: int | None


class SkillUp(Timed, frozen=True):
    """A point in an ability: `skill` 1 to 4 are Q, W, E, R; `evolve` is a champion's evolution."""

    slot: int
    skill: int
    evolve: bool


class LevelUp(Timed, frozen=True):
    """A player reached a level."""

    slot: int
    level: int


class WardEvent(Timed, frozen=True):
    """A ward was placed, or fell (`placed` False); the timeline never says where.

    `kind` is "yellow", "sight", "control", "blue", "undefined" or as written. About a third are
    "undefined": effects the game counts as wards, which no figure may include.
    """

    slot: int | None
    kind: str
    placed: bool


class Transform(Timed, frozen=True):
    """A champion took another shape (Kayn)."""

    slot: int
    kind: str


class Pause(Timed, frozen=True):
    """The game was paused (`begins`) or went on."""

    begins: bool


class GameEnd(Timed, frozen=True):
    """The end; `winner` is None where the timeline names none."""

    winner: str | None
