"""The style guide: every part and every state once, with made-up figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from webapp.home.guide_charts import guide_charts
from webapp.matchplay.charts import LineChart
from webapp.matchplay.frame import Fact, Head, Side
from webapp.matchplay.strip import (
    KILL,
    PAUSE,
    Event,
    Kind,
    LeadSample,
    Names,
    StripView,
    strip_view,
)

GAMES = (
    ("deadlock", "Hidden King", "Archmother", ("In", "GT", "Wa", "Ca", "LG", "Ya")),
    ("dota2", "Radiant", "Dire", ("AM", "CM", "Ax", "Li", "Ea")),
    ("lol", "Blue", "Red", ("Ga", "LS", "Ah", "Ji", "Th")),
)
LETTERS_B = ("Be", "Pa", "Mi", "Sh", "La", "Mc")
SAMPLES = (
    LeadSample(180, 3_000, 3_050),
    LeadSample(360, 8_200, 7_100),
    LeadSample(540, 15_000, 14_100),
    LeadSample(720, 22_000, 25_500),
    LeadSample(900, 31_000, 29_000),
    LeadSample(1200, 52_000, 44_800),
    LeadSample(1500, 70_000, 71_500),
    LeadSample(1805, 88_000, 101_000),
)
_TOWER = Kind("Guardian", "triangle", "building")
_FORT = Kind("Walker", "square", "building")
_GATE = Kind("Base Guardians", "diamond", "building")
_SHRINE = Kind("Shrine", "hexagon", "building")
_HEART = Kind("Patron", "star", "building")
_BOSS = Kind("Mid boss", "circle")
NAMES = Names(
    "The Hidden King",
    "The Archmother",
    "Hidden King",
    "Archmother",
    lead="Soul lead",
    unit="souls",
    kinds=(KILL, _TOWER, _FORT, _GATE, _SHRINE, _HEART, _BOSS, PAUSE),
)
EVENTS = (
    Event(95, KILL, "a", "Infernus killed Bebop"),
    Event(310, KILL, "b", "Shiv killed Warden"),
    Event(505, _TOWER, "a", "Guardian, blue lane"),
    Event(610, _TOWER, "b", "Guardian, green lane"),
    Event(640, KILL, "b", "Lash killed Calico"),
    Event(822, PAUSE, "", "Paused for 41 s"),
    Event(1010, _FORT, "a", "Walker, yellow lane"),
    Event(1190, KILL, "a", "Yamato killed Paradox"),
    Event(1302, _BOSS, "b", "Mid boss"),
    Event(1388, KILL, "b", "Mirage killed Infernus"),
    Event(1391, KILL, "b", "Bebop killed Lady Geist"),
    Event(1440, _GATE, "b", "Base Guardians, blue lane"),
    Event(1560, _SHRINE, "b", "Shrine"),
    Event(1805, _HEART, "b", "Patron"),
)
DURATION_S = 1805


@dataclass(frozen=True, slots=True)
class GameSides:
    """The two sides of a game as the guide shows them."""

    game: str
    name_a: str
    name_b: str
    letters_a: tuple[str, ...]
    letters_b: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StylePage:
    """Everything the guide shows that is not words."""

    games: tuple[GameSides, ...]
    head: Head
    strip: StripView
    charts: tuple[LineChart, ...]
    sample_time: datetime


def style_page() -> StylePage:
    """Show every part in every state."""
    return StylePage(
        games=tuple(
            GameSides(game, name_a, name_b, letters, LETTERS_B[: len(letters)])
            for game, name_a, name_b, letters in GAMES
        ),
        head=_head(),
        strip=strip_view(
            SAMPLES,
            EVENTS,
            DURATION_S,
            names=NAMES,
            base_url="/styleguide",
            at=1302,
            span=(1380, 1570),
        ),
        charts=guide_charts(),
        sample_time=datetime(2026, 3, 1, 19, 30, tzinfo=UTC),
    )


def _head() -> Head:
    return Head(
        title="Sample: The Archmother beat The Hidden King, 5 kills to 2, in 30:05",
        score_word="kills",
        side_a=Side("The Hidden King", 2, won=False),
        side_b=Side("The Archmother", 5, won=True),
        facts=(
            Fact("Length", "30:05"),
            Fact("Played", "", at=datetime(2026, 3, 1, 19, 30, tzinfo=UTC)),
            Fact("Patch", "not recorded", definition="The match file does not name it."),
            Fact("Source", "made up", url="#parts", url_text="what is missing"),
        ),
    )
