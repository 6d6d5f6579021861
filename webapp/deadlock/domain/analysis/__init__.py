"""What a match's records tell: the slices that pages show, each small and stored on its own.

`analyse` is pure and total: any Match gives an Analysis, with empty parts where the response had
nothing. Every slice is a frozen dataclass that msgspec writes as JSON and reads back.
"""

from dataclasses import dataclass
from typing import Final

from webapp.deadlock.domain.analysis.builds import Builds, builds_of
from webapp.deadlock.domain.analysis.damage import Damage, damage_of
from webapp.deadlock.domain.analysis.deaths import Deaths, deaths_of
from webapp.deadlock.domain.analysis.economy import Economy, economy_of
from webapp.deadlock.domain.analysis.events import Events, events_of
from webapp.deadlock.domain.analysis.fights import Fights, fights_of
from webapp.deadlock.domain.analysis.laning import Lanes, lanes_of
from webapp.deadlock.domain.analysis.lead import Lead, lead_of
from webapp.deadlock.domain.analysis.moments import Moments, moments_of
from webapp.deadlock.domain.analysis.objectives import Objectives, objectives_of
from webapp.deadlock.domain.analysis.performance import Performance, performance_of
from webapp.deadlock.domain.analysis.respawning import Respawning, respawning
from webapp.deadlock.domain.analysis.scoreboard import Scoreboard, scoreboard_of
from webapp.deadlock.domain.records import Match

ANALYSIS_VERSION: Final = 3
"""Raise it when any slice changes its numbers or shape: kept matches are then worked out again."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All slices of one match; a slice's name is the name it is stored under."""

    scoreboard: Scoreboard
    lead: Lead
    events: Events
    moments: Moments
    economy: Economy
    lanes: Lanes
    damage: Damage
    objectives: Objectives
    builds: Builds
    performance: Performance
    deaths: Deaths
    fights: Fights


def analyse(match: Match) -> Analysis:
    """Work out everything the pages of a match show."""
    events = events_of(match)
    lead = lead_of(match)
    moments = moments_of(match)
    return Analysis(
        scoreboard=scoreboard_of(match),
        lead=lead,
        events=events,
        moments=moments,
        economy=economy_of(match, lead),
        lanes=lanes_of(match, events, moments),
        damage=damage_of(match),
        objectives=objectives_of(match),
        builds=builds_of(match),
        performance=performance_of(match),
        deaths=deaths_of(match, events),
        fights=fights_of(match, events),
    )


__all__ = [
    "ANALYSIS_VERSION",
    "Analysis",
    "Builds",
    "Damage",
    "Deaths",
    "Economy",
    "Events",
    "Fights",
    "Lanes",
    "Lead",
    "Moments",
    "Objectives",
    "Performance",
    "Respawning",
    "Scoreboard",
    "analyse",
    "respawning",
]
