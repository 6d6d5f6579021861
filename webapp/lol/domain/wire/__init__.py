"""The shape of the two bodies as they come, naming only what is read.

Every field may be absent or null: pro games, aborted games and older versions lack most of them.
"""

from webapp.lol.domain.wire.match import Body, Info, Metadata
from webapp.lol.domain.wire.player import Participant, Perks, Style
from webapp.lol.domain.wire.team import Team
from webapp.lol.domain.wire.timeline import (
    Damage,
    Event,
    Frame,
    ParticipantFrame,
    Point,
    TimelineBody,
    TimelineInfo,
)

__all__ = [
    "Body",
    "Damage",
    "Event",
    "Frame",
    "Info",
    "Metadata",
    "Participant",
    "ParticipantFrame",
    "Perks",
    "Point",
    "Style",
    "Team",
    "TimelineBody",
    "TimelineInfo",
]
