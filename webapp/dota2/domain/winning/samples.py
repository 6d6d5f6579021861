"""The rows a model is fitted on: each whole minute of a match from 3:00 to its end, and who won."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np

from webapp.dota2.domain.analysis.events import Events
from webapp.dota2.domain.analysis.lead import Lead
from webapp.dota2.domain.winning.features import FEATURES, features_of
from webapp.dota2.domain.winning.known import can_be_known, known_at
from webapp.matchplay.winning import Samples

FIRST_S: Final = 180
STEP_S: Final = 60
MODES: Final = (1, 2, 3, 4, 5, 16, 22)
"""Five against five by the usual rules: picks, captains, random, single, ranked. No Turbo."""
LOBBIES: Final = (0, 1, 2, 5, 6, 7)
"""Matchmaking, tournaments and lobbies of people; none against bots or one against one."""
NEEDED: Final = 500
"""Matches below which no model is made: a calibration of fewer says nothing."""
NEEDED_IN_DEMO: Final = 100


def is_usual(game_mode: int | None) -> bool:
    """Say whether a match was five against five by the usual rules."""
    return game_mode in MODES


def samples_of(matches: Iterable[tuple[int, str, int, Lead, Events]]) -> Samples:
    """Put matches together: each its id, the side that won, its length and its two slices."""
    rows, ids, won = [np.zeros((0, len(FEATURES)))], [], []
    for match_id, winner, duration_s, lead, events in matches:
        times = np.arange(FIRST_S, duration_s, STEP_S)
        if len(times) and can_be_known(lead, events):
            rows.append(features_of(known_at(lead, events, times)))
            ids += [match_id] * len(times)
            won += [winner == "a"] * len(times)
    return Samples(np.vstack(rows), np.array(ids, dtype=np.int64), np.array(won, dtype=np.bool_))
