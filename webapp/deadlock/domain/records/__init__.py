"""One Deadlock match as the rest of the house sees it: frozen, in game words, free of wire shapes.

Times are whole game seconds, places are world units (39.37 to the metre), side "a" is team 0
(The Hidden King) and side "b" team 1 (The Archmother). Nothing here reads bytes or computes.
"""

from webapp.deadlock.domain.records.damage import DamageMatrix
from webapp.deadlock.domain.records.events import MidBoss, Objective, Pause
from webapp.deadlock.domain.records.match import Match
from webapp.deadlock.domain.records.paths import Paths
from webapp.deadlock.domain.records.player import (
    Accolade,
    Buff,
    Death,
    Finals,
    ItemEvent,
    Ping,
    Place,
    Player,
    RankChange,
)
from webapp.deadlock.domain.records.snapshot import GoldSource, Snapshot
from webapp.matchplay.unreadable import MatchUnreadable

__all__ = [
    "Accolade",
    "Buff",
    "DamageMatrix",
    "Death",
    "Finals",
    "GoldSource",
    "ItemEvent",
    "Match",
    "MatchUnreadable",
    "MidBoss",
    "Objective",
    "Paths",
    "Pause",
    "Ping",
    "Place",
    "Player",
    "RankChange",
    "Snapshot",
]
