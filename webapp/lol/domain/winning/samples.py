"""The rows a model is fitted on: the frames of a match from 3:00 to before its end, and who won."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np

from webapp.lol.domain import modes
from webapp.lol.domain.analysis.known import Known
from webapp.lol.domain.records import Match
from webapp.lol.domain.winning.features import FEATURES, features_of
from webapp.matchplay.winning import Numbers, Samples

FIRST_MS: Final = 180_000 - 5_000
"""Frames drift by some milliseconds; the one of 3:00 may come a little early."""
QUEUES: Final = (400, 420, 430, 440, 490)
"""Normal and ranked games of five against five; Swiftplay pays gold by other rules."""
NEEDED: Final = 500
NEEDED_IN_DEMO: Final = 100


def counts_for_chances(match: Match) -> bool:
    """Say whether a match tells how games of the usual rules are won."""
    decided = match.winner in {"a", "b"} and match.ending not in modes.UNDECIDED
    return decided and match.mode == modes.RIFT and match.queue_id in QUEUES


def rows_of(known: Known) -> Numbers:
    """Give the figures of the frames that teach; the last frame is the end and is left out."""
    figures = features_of(known) if known.at_ms else np.zeros((0, len(FEATURES)))
    last = len(known.at_ms) - 1
    kept = [n for n, at_ms in enumerate(known.at_ms) if at_ms >= FIRST_MS and n < last]
    return figures[kept]


def samples_of(matches: Iterable[tuple[str, str, Known]]) -> Samples:
    """Put matches together: each its id, the side that won it, and what was known."""
    rows, ids, won = [], [], []
    for match_id, winner, known in matches:
        figures = rows_of(known)
        rows.append(figures)
        ids += [match_id] * len(figures)
        won += [winner == "a"] * len(figures)
    return Samples(
        np.vstack(rows) if rows else np.zeros((0, len(FEATURES))),
        np.array(ids, dtype=np.str_),
        np.array(won, dtype=np.bool_),
    )
