"""The shape of a response, naming only the fields we read; all of them may be absent or null.

OpenDota's body and Steam's match object become the same structs. Bounds sit on the types; what
breaks one is passed over field by field when it is read, see `parse/reading.py`.
"""

from webapp.dota2.domain.wire.bounds import Counts, Series, Table
from webapp.dota2.domain.wire.logs import (
    Buff,
    Chat,
    Entry,
    FightPlayer,
    Found,
    Hit,
    Objective,
    Pause,
    Placed,
    Teamfight,
)
from webapp.dota2.domain.wire.match import Held, League, Match, PickBan, Team, Timing
from webapp.dota2.domain.wire.player import Benchmark, Grid, Player, Unit, Upgrade
from webapp.dota2.domain.wire.response import MatchResponse

__all__ = [
    "Benchmark",
    "Buff",
    "Chat",
    "Counts",
    "Entry",
    "FightPlayer",
    "Found",
    "Grid",
    "Held",
    "Hit",
    "League",
    "Match",
    "MatchResponse",
    "Objective",
    "Pause",
    "PickBan",
    "Placed",
    "Player",
    "Series",
    "Table",
    "Team",
    "Teamfight",
    "Timing",
    "Unit",
    "Upgrade",
]
