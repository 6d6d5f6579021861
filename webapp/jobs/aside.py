"""Runs about what lies in quarantine: started over, they may read it after all.

A run is about a payload of its own game with its match, or with its very bytes.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import exists, func, or_

from webapp.core.models import Quarantine
from webapp.jobs.models import JobRun

_SAME_MATCH = Quarantine.key == JobRun.args["match_id"].astext
_SAME_BYTES = Quarantine.detail["sha256"].astext == JobRun.args["sha256"].astext


def in_quarantine() -> Any:
    """Say in SQL that a payload a run is about lies in quarantine."""
    return or_(*(exists().where(*_open(about)) for about in (_SAME_MATCH, _SAME_BYTES)))


def _open(about: Any) -> tuple[Any, ...]:
    game = func.split_part(Quarantine.kind, ".", 1) == func.split_part(JobRun.kind, ".", 1)
    return Quarantine.released_at.is_(None), game, about
