"""What a match's records tell: the slices that pages show, each small and stored on its own.

`analyse` is pure and total: any Match gives an Analysis, with empty parts where the response had
nothing. Every slice is a frozen dataclass that msgspec writes as JSON and reads back.
"""

from dataclasses import dataclass
from typing import Final

from webapp.dota2.domain.analysis.benchmarks import Benchmarks, benchmarks_of
from webapp.dota2.domain.analysis.builds import Builds, builds_of
from webapp.dota2.domain.analysis.chat import Chat, chat_of
from webapp.dota2.domain.analysis.combat import Combat, combat_of
from webapp.dota2.domain.analysis.draft import Draft, draft_of
from webapp.dota2.domain.analysis.economy import Economy, economy_of
from webapp.dota2.domain.analysis.events import Events, events_of
from webapp.dota2.domain.analysis.fights import Fights, fights_of
from webapp.dota2.domain.analysis.laning import Laning, laning_of
from webapp.dota2.domain.analysis.lead import Lead, lead_of
from webapp.dota2.domain.analysis.moments import Moments, moments_of
from webapp.dota2.domain.analysis.objectives import Objectives, objectives_of
from webapp.dota2.domain.analysis.scoreboard import Scoreboard, scoreboard_of
from webapp.dota2.domain.analysis.vision import Vision, vision_of
from webapp.dota2.domain.records import Match

ANALYSIS_VERSION: Final = 6
"""Raise it when any slice changes its numbers or shape: kept matches are then worked out again."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All slices of one match; a slice's name is the name it is stored under."""

    scoreboard: Scoreboard
    lead: Lead
    events: Events
    moments: Moments
    economy: Economy
    laning: Laning
    draft: Draft
    objectives: Objectives
    fights: Fights
    combat: Combat
    vision: Vision
    builds: Builds
    chat: Chat
    benchmarks: Benchmarks


def analyse(match: Match) -> Analysis:
    """Work out everything the pages of a match show."""
    lead = lead_of(match)
    moments = moments_of(match)
    objectives = objectives_of(match)
    events = events_of(match, objectives)
    return Analysis(
        scoreboard=scoreboard_of(match),
        lead=lead,
        events=events,
        moments=moments,
        economy=economy_of(match, lead),
        laning=laning_of(match, moments),
        draft=draft_of(match),
        objectives=objectives,
        fights=fights_of(match, events, objectives),
        combat=combat_of(match),
        vision=vision_of(match),
        builds=builds_of(match),
        chat=chat_of(match),
        benchmarks=benchmarks_of(match),
    )


__all__ = [
    "ANALYSIS_VERSION",
    "Analysis",
    "Benchmarks",
    "Builds",
    "Chat",
    "Combat",
    "Draft",
    "Economy",
    "Events",
    "Fights",
    "Laning",
    "Lead",
    "Moments",
    "Objectives",
    "Scoreboard",
    "Vision",
    "analyse",
]
