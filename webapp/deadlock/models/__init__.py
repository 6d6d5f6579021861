"""What is kept of Deadlock in Postgres: matches, their page slices, players and histories.

Positions, damage and raw bodies are files in the object store; rows only name them.
"""

from __future__ import annotations

from webapp.deadlock.models.build import DeadlockBuild, DeadlockBuildUse
from webapp.deadlock.models.demo import DeadlockDemo, DeadlockDemoUpload, DeadlockSalts
from webapp.deadlock.models.match import DeadlockMatch, DeadlockSlice
from webapp.deadlock.models.player import DeadlockAccount, DeadlockHistory, DeadlockPlayer
from webapp.deadlock.models.segment import DeadlockSegment, DeadlockSegmentMatch
from webapp.deadlock.models.upload import DeadlockUpload
from webapp.deadlock.models.wording import DeadlockWording

__all__ = [
    "DeadlockAccount",
    "DeadlockBuild",
    "DeadlockBuildUse",
    "DeadlockDemo",
    "DeadlockDemoUpload",
    "DeadlockHistory",
    "DeadlockMatch",
    "DeadlockPlayer",
    "DeadlockSalts",
    "DeadlockSegment",
    "DeadlockSegmentMatch",
    "DeadlockSlice",
    "DeadlockUpload",
    "DeadlockWording",
]
