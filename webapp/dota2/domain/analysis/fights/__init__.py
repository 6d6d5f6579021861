"""Fights: when, where, who took part, what it cost and brought, and what fell soon after.

The bounds are worked out from the log of kills by OpenDota's own rule and agree with its list,
except where somebody died to no hero, which only that list has.
"""

from webapp.dota2.domain.analysis.fights.telling import AFTER_S, fights_of
from webapp.dota2.domain.analysis.fights.told import Fight, FightPlayer, Fights, FightSide
from webapp.dota2.domain.analysis.fights.windows import (
    COOL_DOWN_S,
    LEAST_DEATHS,
    Window,
    windows_of,
)

__all__ = [
    "AFTER_S",
    "COOL_DOWN_S",
    "LEAST_DEATHS",
    "Fight",
    "FightPlayer",
    "FightSide",
    "Fights",
    "Window",
    "fights_of",
    "windows_of",
]
