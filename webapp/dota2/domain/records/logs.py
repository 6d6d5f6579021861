"""What one player did, second by second, as far as a parsed replay says."""

import msgspec


class Kill(msgspec.Struct, frozen=True):
    """A hero was killed: `unit` is the victim's engine name."""

    at_s: int
    unit: str


class Purchase(msgspec.Struct, frozen=True):
    """An item was bought: `item` is its engine name without "item_"."""

    at_s: int
    item: str
    charges: int | None = None


class Rune(msgspec.Struct, frozen=True):
    """A rune was taken, by the game's number of its kind."""

    at_s: int
    kind: int


class Spot(msgspec.Struct, frozen=True):
    """A cell of the map grid (64 to 192 each way, 128 units a cell) and how often."""

    x: float
    y: float
    count: int


class Ward(msgspec.Struct, frozen=True):
    """A ward was placed, or left the map when `attacker` or the clock ended it.

    `handle` joins a placing to its leaving; old responses have none, nor a height.
    """

    at_s: int
    x: float
    y: float
    z: float | None = None
    handle: int | None = None
    attacker: str | None = None


class Connection(msgspec.Struct, frozen=True):
    """A player dropped out ("disconnect") or came back ("reconnect")."""

    at_s: int
    event: str


class NeutralItem(msgspec.Struct, frozen=True):
    """A neutral item or token was got; `enhancement` is what was put on it."""

    at_s: int
    item: str
    enhancement: str | None = None


class PermanentBuff(msgspec.Struct, frozen=True):
    """A lasting gain, by the game's number of it; stacks where it has them."""

    buff_id: int
    stacks: int
    at_s: int | None


class BiggestHit(msgspec.Struct, frozen=True):
    """The hardest blow dealt to a hero: `source` is ATTACK for a plain attack."""

    at_s: int | None
    source: str
    unit: str
    damage: int


class Logs(msgspec.Struct, frozen=True):
    """One player's logs, each in order of time and None where not recorded.

    `lane_spots` is where the hero stood in the first ten minutes, one count a second.
    """

    kills: tuple[Kill, ...] | None = None
    purchases: tuple[Purchase, ...] | None = None
    runes: tuple[Rune, ...] | None = None
    buybacks_s: tuple[int, ...] | None = None
    connections: tuple[Connection, ...] | None = None
    observers: tuple[Ward, ...] | None = None
    observers_left: tuple[Ward, ...] | None = None
    sentries: tuple[Ward, ...] | None = None
    sentries_left: tuple[Ward, ...] | None = None
    neutral_items: tuple[NeutralItem, ...] | None = None
    neutral_tokens: tuple[NeutralItem, ...] | None = None
    permanent_buffs: tuple[PermanentBuff, ...] | None = None
    lane_spots: tuple[Spot, ...] | None = None
    observer_spots: tuple[Spot, ...] | None = None
    sentry_spots: tuple[Spot, ...] | None = None
    biggest_hit: BiggestHit | None = None
