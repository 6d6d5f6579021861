"""Which kind of game a match number stands for.

Numbers below 1000 are the samples of an installation without network. The history is one row
of numbers on each platform; its last two digits say what is odd about a game.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from webapp.simulator.riot.chance import stream
from webapp.simulator.riot.facts import ROLES
from webapp.simulator.riot.people import Person, people_of

HISTORY = range(7_100_000_001, 7_100_000_161)
NEWEST_MS = 1_794_900_000_000  # 2026-11-17, in the past of every clock that runs this
BETWEEN_MS = 3 * 3_600_000
ARENA_PLACES = 16


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is played and how it goes: `edge` is the shape of who is ahead."""

    platform: str
    number: int
    kind: str = "rift"
    edge: str = "close"
    version: str = "16.22.748.682"
    queue: int = 420
    minutes: int = 0
    timeline: bool = True

    @property
    def match_id(self) -> str:
        """Give the id as the wire writes it."""
        return f"{self.platform}_{self.number}"

    @property
    def early_season(self) -> bool:
        """Say whether this is of 2025: Atakhan, feats, and plates that fall at 14:00."""
        return self.version.startswith("15.")


SAMPLES: dict[int, Scenario] = {
    1: Scenario("EUW1", 1, edge="close"),
    2: Scenario("EUW1", 2, edge="comeback", version="15.20.717.2831"),
    3: Scenario("EUW1", 3, kind="aram", queue=450, minutes=18),
    4: Scenario("EUW1", 4, kind="arena", queue=1700, minutes=16),
    5: Scenario("EUW1", 5, kind="remake", minutes=3),
    6: Scenario("EUW1", 6, edge="stomp", queue=440, timeline=False),
}
ODD: dict[int, Scenario] = {
    7: Scenario("", 0, kind="aram", queue=450, minutes=17),
    13: Scenario("", 0, kind="remake", minutes=3),
    21: Scenario("", 0, edge="stomp", queue=440),
    33: Scenario("", 0, kind="arena", queue=1700, minutes=15),
    44: Scenario("", 0, edge="comeback", timeline=False),
    52: Scenario("", 0, edge="close", version="15.20.717.2831"),
    60: Scenario("", 0, edge="comeback", queue=440),
    78: Scenario("", 0, edge="stomp", queue=400),
}


@lru_cache(maxsize=4096)
def scenario_of(platform: str, number: int) -> Scenario | None:
    """Give what this number stands for; None for a match nobody has."""
    if number in SAMPLES:
        return replace(SAMPLES[number], platform=platform)
    if number not in HISTORY:
        return None
    odd = ODD.get(number % 100)
    if odd is not None:
        return replace(odd, platform=platform, number=number)
    shapes = ("close", "close", "stomp", "comeback", "close")
    return Scenario(platform, number, edge=shapes[number % len(shapes)])


@lru_cache(maxsize=1024)
def games_of(person: Person) -> tuple[Scenario, ...]:
    """Give every game of the history somebody plays in, newest first."""
    found = (scenario_of(person.platform, number) for number in reversed(HISTORY))
    return tuple(one for one in found if one and person in cast_of(one))


@lru_cache(maxsize=4096)
def cast_of(scenario: Scenario) -> tuple[Person, ...]:
    """Give who plays, in the order of the wire: blue top to support, then red."""
    rng = stream(scenario.match_id, "cast")
    if scenario.kind == "arena":
        return tuple(rng.sample(people_of(scenario.platform), ARENA_PLACES))
    blue, red = [], []
    for role in ROLES:
        able = [one for one in people_of(scenario.platform) if one.role == role]
        one, other = rng.sample(able, 2)
        blue.append(one)
        red.append(other)
    return (*blue, *red)


def created_ms(scenario: Scenario) -> int:
    """Give when a match was made: the newest of the history last."""
    steps = max(HISTORY.stop - scenario.number, 0) if scenario.number in HISTORY else 200
    jitter = stream(scenario.match_id, "created").randrange(BETWEEN_MS // 2)
    return NEWEST_MS - (steps + (scenario.number if steps == 200 else 0)) * BETWEEN_MS + jitter  # noqa: PLR2004 - the samples are older than the history
