"""Every building of both sides: when it was first hurt, when it fell, by what, and who stood near.

Times and damage are the game's own. Who was near is worked out from positions and from where
buildings stand (`domain.buildings`), within OBJECTIVE_RADIUS_M, the living alone.
"""

from webapp.deadlock.domain.analysis.objectives.records import (
    Building,
    Objectives,
    Rejuvenator,
    Standing,
)
from webapp.deadlock.domain.analysis.objectives.telling import (
    AFTER_S,
    BEFORE_S,
    OBJECTIVE_RADIUS_M,
    objectives_of,
)

__all__ = [
    "AFTER_S",
    "BEFORE_S",
    "OBJECTIVE_RADIUS_M",
    "Building",
    "Objectives",
    "Rejuvenator",
    "Standing",
    "objectives_of",
]
