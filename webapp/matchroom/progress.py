"""How far each of many matches is, for pages that list what can be analysed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic

from webapp.core.db import read_together
from webapp.jobs.latest import LatestRun, latest_question, runs_of
from webapp.matchroom.listing import known_question
from webapp.matchroom.shelf import K, Shelf


@dataclass(frozen=True, slots=True)
class Progress(Generic[K]):
    """Which of many matches are kept, and the last run of each key that had one; else nothing."""

    kept: frozenset[K] = frozenset()
    runs: Mapping[str, LatestRun] = field(default_factory=dict)

    def state(self, match_id: K, key: str) -> tuple[str, str]:
        """Say it of a match: ready, live, waiting, failed or unasked, and that in words."""
        if match_id in self.kept:
            return "ready", "analysed"
        run = self.runs.get(key)
        if run is None:
            return "unasked", "not analysed"
        if run.state == "waiting":
            return "waiting", "not available yet"
        if run.live:
            return "live", "on its way" if run.state == "running" else "in the queue"
        return "failed", "could not be had"


def progress_of(
    shelf: Shelf[Any, K],
    keys: Mapping[K, str],
    kept: frozenset[K] = frozenset(),
    runs: Mapping[str, LatestRun] | None = None,
) -> Progress[K]:
    """Ask it of matches by the keys of their runs, but for those known to be `kept`.

    `runs` are others, asked for already. One round trip, none when all are kept.
    """
    asked = {match_id: key for match_id, key in keys.items() if match_id not in kept}
    if not asked:
        return Progress(kept, runs or {})
    found, latest = read_together(
        known_question(shelf, list(asked)), latest_question(list(asked.values()))
    )
    return Progress(kept | {match_id for (match_id,) in found}, {**(runs or {}), **runs_of(latest)})
