"""What a match's records tell: the slices that pages show, each small and stored on its own.

`analyse` is pure and total: any Match gives an Analysis, with empty parts where the bodies had
nothing. Every slice is a frozen dataclass that msgspec writes as JSON and reads back.
"""

from dataclasses import dataclass
from typing import Final

from webapp.lol.domain.analysis.builds import Builds, builds_of
from webapp.lol.domain.analysis.deaths import Deaths, deaths_of
from webapp.lol.domain.analysis.economy import Economy, economy_of
from webapp.lol.domain.analysis.events import Events, events_of
from webapp.lol.domain.analysis.fights import Fights, fights_of
from webapp.lol.domain.analysis.known import Known, known_of
from webapp.lol.domain.analysis.laning import Laning, laning_of
from webapp.lol.domain.analysis.lead import Lead, lead_of
from webapp.lol.domain.analysis.moments import Moments, moments_of
from webapp.lol.domain.analysis.objectives import Objectives, objectives_of
from webapp.lol.domain.analysis.places import Places, places_of
from webapp.lol.domain.analysis.score import Score, score_of
from webapp.lol.domain.analysis.scoreboard import Scoreboard, scoreboard_of
from webapp.lol.domain.analysis.vision import Vision, vision_of
from webapp.lol.domain.records import Match

ANALYSIS_VERSION: Final = 3
"""Raise it when any slice changes its numbers or shape: kept matches are then worked out again."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All slices of one match; a slice's name is the name it is stored under."""

    scoreboard: Scoreboard
    lead: Lead
    moments: Moments
    economy: Economy
    laning: Laning
    score: Score
    events: Events
    deaths: Deaths
    fights: Fights
    objectives: Objectives
    builds: Builds
    vision: Vision
    known: Known
    places: Places


def analyse(match: Match) -> Analysis:
    """Work out everything the pages of a match show."""
    laning, events = laning_of(match), events_of(match)
    return Analysis(
        scoreboard=scoreboard_of(match),
        lead=lead_of(match),
        moments=moments_of(match),
        economy=economy_of(match),
        laning=laning,
        score=score_of(match, laning),
        events=events,
        deaths=deaths_of(match, events),
        fights=fights_of(match, events),
        objectives=objectives_of(match, events),
        builds=builds_of(match),
        vision=vision_of(match),
        known=known_of(match),
        places=places_of(match),
    )


__all__ = [
    "ANALYSIS_VERSION",
    "Analysis",
    "Builds",
    "Deaths",
    "Economy",
    "Events",
    "Fights",
    "Known",
    "Laning",
    "Lead",
    "Moments",
    "Objectives",
    "Places",
    "Score",
    "Scoreboard",
    "Vision",
    "analyse",
]
