"""Buildings of both sides, Roshan and his Aegis, Tormentors, couriers and runes.

Seconds are the response's own; nothing is guessed. What stood at the end is known even of an
unparsed match, from the Web API's masks.
"""

from webapp.dota2.domain.analysis.objectives.records import (
    Building,
    Courier,
    Objectives,
    Roshan,
    Runes,
    RuneTotals,
    Tormentor,
    Unnamed,
)
from webapp.dota2.domain.analysis.objectives.runes import UNTOLD
from webapp.dota2.domain.analysis.objectives.telling import objectives_of

__all__ = [
    "UNTOLD",
    "Building",
    "Courier",
    "Objectives",
    "Roshan",
    "RuneTotals",
    "Runes",
    "Tormentor",
    "Unnamed",
    "objectives_of",
]
