"""What is true of a game at one moment: ten people, two teams, what stands, what happened."""

import random
from dataclasses import dataclass, field
from typing import Any

from webapp.simulator.riot.facts import Champion
from webapp.simulator.riot.ground import LANES
from webapp.simulator.riot.people import Person
from webapp.simulator.riot.scenarios import Scenario

BLUE, RED = 100, 200
MINUTE_MS = 60_000
Event = dict[str, Any]


@dataclass(slots=True)
class Damage:
    """Damage of one direction by its three kinds."""

    physical: int = 0
    magic: int = 0
    true: int = 0

    @property
    def total(self) -> int:
        """Give all three together."""
        return self.physical + self.magic + self.true

    def add(self, kind: str, amount: int) -> None:
        """Count one blow."""
        setattr(self, kind, getattr(self, kind) + amount)


@dataclass(slots=True)
class Fighter:
    """One participant as the game goes."""

    slot: int
    team: int
    role: str
    champion: Champion
    person: Person
    gold: int = 500
    spent: int = 0
    sold: int = 0
    xp: int = 0
    level: int = 1
    minions: int = 0
    camps: int = 0
    streak: int = 0
    dead_until: int = 0
    dead_ms: int = 0
    last_spawn: int = 0
    longest_life: int = 0
    stones: int = 0
    items: list[int] = field(default_factory=list)
    trinket: int = 3340
    skills: list[int] = field(default_factory=list)
    done: Damage = field(default_factory=Damage)
    to_champions: Damage = field(default_factory=Damage)
    taken: Damage = field(default_factory=Damage)
    to_buildings: int = 0
    to_monsters: int = 0
    controlled_ms: int = 0
    subteam: int = 0
    placed: int = 0
    augments: tuple[int, ...] = (0, 0, 0, 0)

    @property
    def purse(self) -> int:
        """Gold in hand."""
        return self.gold - self.spent

    def alive(self, at: int) -> bool:
        """Say whether they are up at a moment."""
        return at >= self.dead_until


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """Something that will happen: when, what, for which side (0: settled then), and where."""

    at: int
    kind: str
    side: int = 0
    place: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Game:
    """The whole of it; events are added in any order and sorted when a minute is closed."""

    scenario: Scenario
    fighters: list[Fighter]
    winner: int
    end_ms: int
    edges: list[float]
    rng: random.Random
    events: list[Event] = field(default_factory=list)
    frames: list[dict[str, Any]] = field(default_factory=list)
    open: list[Event] = field(default_factory=list)
    due: list[Due] = field(default_factory=list)
    later: list[tuple[int, str, Event]] = field(default_factory=list)
    fallen: dict[tuple[int, str], int] = field(
        default_factory=lambda: {(team, lane): 0 for team in (BLUE, RED) for lane in LANES}
    )
    hits: dict[tuple[int, str], int] = field(default_factory=dict)
    nexus_towers: dict[int, int] = field(default_factory=lambda: {BLUE: 2, RED: 2})
    dragons: dict[int, list[str]] = field(default_factory=lambda: {BLUE: [], RED: []})
    wards: list[tuple[int, str]] = field(default_factory=list)

    def team(self, number: int) -> list[Fighter]:
        """Give the five of one side."""
        return [one for one in self.fighters if one.team == number]

    def up(self, number: int, at: int) -> list[Fighter]:
        """Give those of one side who are alive."""
        return [one for one in self.team(number) if one.alive(at)]

    def edge(self, at: int) -> float:
        """Give who is ahead by design: 1 all blue, -1 all red."""
        return self.edges[min(at // MINUTE_MS, len(self.edges) - 1)]

    def leader(self, at: int) -> int:
        """Draw which side gets the next thing."""
        return BLUE if self.rng.random() < 0.5 + 0.42 * self.edge(at) else RED

    def tell(self, kind: str, at: int, **said: Any) -> None:
        """Add one event to the minute that is open."""
        last = self.end_ms if kind == "GAME_END" else self.end_ms - 1
        self.open.append({**said, "timestamp": min(int(at), last), "type": kind})

    def late(self, at: int, **said: Any) -> None:
        """Add a feat's step to the minute it belongs to, which may be closed already."""
        event = {**said, "timestamp": at, "type": "FEAT_UPDATE"}
        frame = next((one for one in self.frames if one["timestamp"] > at), None)
        place = self.open if frame is None else frame["events"]
        place.append(event)
        place.sort(key=lambda one: int(one["timestamp"]))

    def counted(self, kind: str) -> list[Event]:
        """Give every event of a kind that has been told."""
        return [event for event in (*self.events, *self.open) if event["type"] == kind]


def other(team: int) -> int:
    """Give the other side."""
    return RED if team == BLUE else BLUE
