"""What events are made of: a moment, a place, a line of a damage recap."""

import msgspec


class Place(msgspec.Struct, frozen=True):
    """A point in map units."""

    x: int
    y: int


class Timed(msgspec.Struct, frozen=True):
    """Anything that happened at a moment."""

    at_ms: int

    @property
    def at_s(self) -> int:
        """Give the second, rounded down as the game's clock shows it."""
        return self.at_ms // 1000


class Hit(msgspec.Struct, frozen=True):
    """Damage one source did to one target in the moments before a death.

    `slot` is the other player and None for minions, monsters and turrets; `source` is "champion",
    "minion", "monster", "turret" or what the timeline wrote; `name` is the champion's or unit's
    engine name. `spell_slot` 0 to 3 are Q, W, E, R; other numbers are the engine's own.
    """

    slot: int | None
    source: str
    name: str
    spell: str
    spell_slot: int | None
    basic: bool
    physical: int
    magic: int
    true: int

    @property
    def total(self) -> int:
        """Add the three kinds."""
        return self.physical + self.magic + self.true
