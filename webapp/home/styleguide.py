"""The style guide: every part and every state once, with made-up figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from webapp.deadlock.pages.charts import LineChart
from webapp.deadlock.pages.head import Fact, Head, Side
from webapp.deadlock.pages.strip import Event, LeadSample, Names, StripView, strip_view
from webapp.home.guide_charts import guide_charts

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
EVENTS = (
    Event(95, "kill", "a", "Infernus killed Bebop"),
    Event(310, "kill", "b", "Shiv killed Warden"),
    Event(505, "guardian", "a", "Guardian, blue lane"),
    Event(610, "guardian", "b", "Guardian, green lane"),
    Event(640, "kill", "b", "Lash killed Calico"),
    Event(822, "pause", "", "Paused for 41 s"),
    Event(1010, "walker", "a", "Walker, yellow lane"),
    Event(1190, "kill", "a", "Yamato killed Paradox"),
    Event(1302, "mid_boss", "b", "Mid boss"),
    Event(1388, "kill", "b", "Mirage killed Infernus"),
    Event(1391, "kill", "b", "Bebop killed Lady Geist"),
    Event(1440, "base_guardians", "b", "Base Guardians, blue lane"),
    Event(1560, "shrine", "b", "Shrine"),
    Event(1805, "patron", "b", "Patron"),
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
            names=Names("The Hidden King", "The Archmother", "Hidden King", "Archmother"),
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
