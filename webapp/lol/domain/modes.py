"""What kind of game it was: the layout its pages take, and the words for queue and mode.

A queue number that is new to us keeps the body's own mode in words; nothing is guessed from it.
"""

from dataclasses import dataclass
from typing import Final

RIFT: Final = "rift"
ARAM: Final = "aram"
ARENA: Final = "arena"
SWARM: Final = "swarm"
OTHER: Final = "other"
REMAKE: Final = "remake"
ABORTED: Final = "aborted"

UNDECIDED: Final = frozenset({REMAKE, ABORTED})
"""Endings that decide nothing, whoever is named the winner: such a game counts in no statistic."""

SIDED: Final = frozenset({RIFT, ARAM, OTHER})
"""Layouts with two sides that play against each other to an end."""

_LAYOUTS: Final = {
    "CLASSIC": RIFT,
    "SWIFTPLAY": RIFT,
    "URF": RIFT,
    "ARURF": RIFT,
    "ULTBOOK": RIFT,
    "ONEFORALL": RIFT,
    "TUTORIAL": OTHER,
    "PRACTICETOOL": OTHER,
    "ARAM": ARAM,
    "KIWI": ARAM,
    "CHERRY": ARENA,
    "STRAWBERRY": SWARM,
    "NEXUSBLITZ": OTHER,
    "BRAWL": OTHER,
    "DOOMBOTSTEEMO": OTHER,
}
_MODE_WORDS: Final = {
    "CLASSIC": "Summoner’s Rift",
    "SWIFTPLAY": "Swiftplay",
    "URF": "URF",
    "ARURF": "All Random URF",
    "ULTBOOK": "Ultimate Spellbook",
    "ONEFORALL": "One for All",
    "ARAM": "ARAM",
    "KIWI": "ARAM: Mayhem",
    "CHERRY": "Arena",
    "STRAWBERRY": "Swarm",
    "NEXUSBLITZ": "Nexus Blitz",
    "BRAWL": "Brawl",
    "PRACTICETOOL": "Practice tool",
    "TUTORIAL": "Tutorial",
    "DOOMBOTSTEEMO": "Doom Bots",
}
_MAP_WORDS: Final = {
    11: "Summoner’s Rift",
    12: "Howling Abyss",
    21: "Nexus Blitz",
    30: "Rings of Wrath",
    33: "Swarm",
}
_TWISTED_TREELINE: Final = 10


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue in words; `ranked` says whether league points were at stake."""

    name: str
    ranked: bool = False


QUEUES: Final = {
    0: Queue("Custom"),
    400: Queue("Normal draft"),
    420: Queue("Ranked Solo/Duo", ranked=True),
    430: Queue("Normal blind"),
    440: Queue("Ranked Flex", ranked=True),
    450: Queue("ARAM"),
    480: Queue("Swiftplay"),
    490: Queue("Quickplay"),
    700: Queue("Clash"),
    720: Queue("ARAM Clash"),
    830: Queue("Co-op vs AI intro"),
    840: Queue("Co-op vs AI beginner"),
    850: Queue("Co-op vs AI intermediate"),
    870: Queue("Co-op vs AI intro"),
    880: Queue("Co-op vs AI beginner"),
    890: Queue("Co-op vs AI intermediate"),
    900: Queue("All Random URF"),
    1020: Queue("One for All"),
    1300: Queue("Nexus Blitz"),
    1400: Queue("Ultimate Spellbook"),
    1700: Queue("Arena"),
    1710: Queue("Arena"),
    1810: Queue("Swarm, one player"),
    1820: Queue("Swarm, two players"),
    1830: Queue("Swarm, three players"),
    1840: Queue("Swarm, four players"),
    1900: Queue("URF"),
    2300: Queue("Brawl"),
    2400: Queue("ARAM: Mayhem"),
}


def layout_of(game_mode: str, map_id: int | None) -> str:
    """Say how a game's pages are laid out when it was played to an end."""
    if map_id == _TWISTED_TREELINE:
        return OTHER
    return _LAYOUTS.get(game_mode.upper(), OTHER)


def queue_words(queue_id: int | None, game_mode: str) -> str:
    """Name the queue; an unknown one is named by its mode and number."""
    if queue_id in QUEUES and (queue_id or game_mode):
        return QUEUES[queue_id or 0].name
    number = f" (queue {queue_id})" if queue_id else ""
    return f"{mode_words(game_mode)}{number}"


def mode_words(game_mode: str) -> str:
    """Name the mode; an unknown one keeps the upstream's own word."""
    return _MODE_WORDS.get(game_mode.upper()) or game_mode.capitalize() or "Unknown mode"


def map_words(map_id: int | None) -> str:
    """Name the map; an unknown one is named by its number."""
    if not map_id:
        return "Unknown map"
    return _MAP_WORDS.get(map_id, f"Map {map_id}")


def is_ranked(queue_id: int | None) -> bool:
    """Say whether league points were at stake."""
    return queue_id is not None and queue_id in QUEUES and QUEUES[queue_id].ranked
