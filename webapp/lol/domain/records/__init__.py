"""One League of Legends match as the rest of the house sees it: frozen, in the game's words.

Times are whole milliseconds and seconds of the match, places map units; side "a" is Blue (team
100) and side "b" Red (team 200). Nothing here reads bytes or computes.
"""

from webapp.lol.domain.records.events import (
    BuildingKill,
    FeatUpdate,
    GameEnd,
    ItemEvent,
    Kill,
    LevelUp,
    MonsterKill,
    ObjectiveBounty,
    Pause,
    PlateKill,
    SkillUp,
    Soul,
    SpecialKill,
    Transform,
    WardEvent,
)
from webapp.lol.domain.records.frames import Frames
from webapp.lol.domain.records.match import Match
from webapp.lol.domain.records.parts import Hit, Place, Timed
from webapp.lol.domain.records.player import (
    Casts,
    Combat,
    Damage,
    Farm,
    Player,
    Rune,
    Runes,
    Sight,
    Taken,
)
from webapp.lol.domain.records.team import Ban, FeatState, Tally, Team
from webapp.lol.domain.records.timeline import Timeline
from webapp.matchplay.unreadable import MatchUnreadable

__all__ = [
    "Ban",
    "BuildingKill",
    "Casts",
    "Combat",
    "Damage",
    "Farm",
    "FeatState",
    "FeatUpdate",
    "Frames",
    "GameEnd",
    "Hit",
    "ItemEvent",
    "Kill",
    "LevelUp",
    "Match",
    "MatchUnreadable",
    "MonsterKill",
    "ObjectiveBounty",
    "Pause",
    "Place",
    "PlateKill",
    "Player",
    "Rune",
    "Runes",
    "Sight",
    "SkillUp",
    "Soul",
    "SpecialKill",
    "Taken",
    "Tally",
    "Team",
    "Timed",
    "Timeline",
    "Transform",
    "WardEvent",
]
