"""What the map needs to know beside positions: who is who, who fell, what fell, when souls rose.

Plain records with the short names they have in the file; no reading and no drawing here.
"""

import msgspec


class PathPlayer(msgspec.Struct, frozen=True, kw_only=True):
    """One of the twelve: `side` is "a" (The Hidden King) or "b" (The Archmother)."""

    slot: int
    side: str
    hero_id: int
    name: str
    letters: str


class PathDeath(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody died: game second, where (world units), by whom, and how long they stayed away.

    The place is None where the response does not say.
    """

    slot: int
    at: int
    x: float | None
    y: float | None
    killer: int | None = None
    away_s: int | None = None


class PathObjective(msgspec.Struct, frozen=True, kw_only=True):
    """A building of `side`; `fell_at` is None while it stands; the place is set when packed."""

    side: str
    kind: str
    lane: str | None = None
    fell_at: int | None = None
    x: int = 0
    y: int = 0


class PathMidBoss(msgspec.Struct, frozen=True, kw_only=True):
    """The mid boss fell: when, and which side took the rejuvenator."""

    at: int
    side: str


class PathPause(msgspec.Struct, frozen=True, kw_only=True):
    """The match stood still at this game second for so many seconds; 0 where that is not told."""

    at: int
    lasted_s: int


class PathSouls(msgspec.Struct, frozen=True, kw_only=True):
    """Souls of every player, in the order of `players`, at one game second."""

    at: int
    souls: list[int | None]


class PathsHeader(msgspec.Struct, frozen=True, kw_only=True):
    """The header of a paths file. `interval_s`, `samples` and `step` are set when packed.

    `extras` names what files of before hold after health.
    """

    match_id: int
    duration_s: int
    lanes: int = 3
    players: list[PathPlayer]
    deaths: list[PathDeath] = msgspec.field(default_factory=list)
    objectives: list[PathObjective] = msgspec.field(default_factory=list)
    mid_bosses: list[PathMidBoss] = msgspec.field(default_factory=list)
    pauses: list[PathPause] = msgspec.field(default_factory=list)
    souls: list[PathSouls] = msgspec.field(default_factory=list)
    interval_s: float = 1.0
    samples: int = 0
    step: int = 1
    extras: list[str] = msgspec.field(default_factory=list)
