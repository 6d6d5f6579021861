"""One Dota 2 match as the rest of the house sees it: frozen, in game words, free of wire shapes.

Side "a" is Radiant (slots 0 to 4), side "b" Dire (5 to 9). Times are whole seconds since the horn,
negative before it. What a response does not say is None, never 0; an empty tuple or mapping says
that it was recorded and nothing happened. Nothing here reads bytes or computes.
"""

from webapp.dota2.domain.records.draft import DraftStep, DraftTiming
from webapp.dota2.domain.records.events import ChatLine, FightPlayer, Objective, Pause, Teamfight
from webapp.dota2.domain.records.logs import (
    BiggestHit,
    Connection,
    Kill,
    Logs,
    NeutralItem,
    PermanentBuff,
    Purchase,
    Rune,
    Spot,
    Ward,
)
from webapp.dota2.domain.records.match import Match, Team
from webapp.dota2.domain.records.player import (
    AbilityUpgrade,
    Benchmark,
    Finals,
    Kit,
    Minutes,
    Player,
    Unit,
)
from webapp.dota2.domain.records.sums import ATTACK, Counts, Sums, Table
from webapp.matchplay.unreadable import MatchUnreadable

__all__ = [
    "ATTACK",
    "AbilityUpgrade",
    "Benchmark",
    "BiggestHit",
    "ChatLine",
    "Connection",
    "Counts",
    "DraftStep",
    "DraftTiming",
    "FightPlayer",
    "Finals",
    "Kill",
    "Kit",
    "Logs",
    "Match",
    "MatchUnreadable",
    "Minutes",
    "NeutralItem",
    "Objective",
    "Pause",
    "PermanentBuff",
    "Player",
    "Purchase",
    "Rune",
    "Spot",
    "Sums",
    "Table",
    "Team",
    "Teamfight",
    "Unit",
    "Ward",
]
