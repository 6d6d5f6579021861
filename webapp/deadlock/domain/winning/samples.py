"""The rows a model is fitted on: what was known at each whole minute of a match, and who won.

One row a minute from 3:00, when souls are first sampled, to the last whole minute before the end.
Rows hold what was known and no figure made of it, so that better figures need no new rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from webapp.deadlock.domain.analysis.events import Events
from webapp.deadlock.domain.analysis.lead import Lead
from webapp.deadlock.domain.winning.known import COLUMNS, known_at

FIRST_S: Final = 180
STEP_S: Final = 60
PLAYED: Final = ("Normal",)
MATCHED: Final = ("Unranked", "Ranked", "Placement")
NEEDED: Final = 500
"""Matches below which no model is made: a calibration of fewer says nothing."""
NEEDED_IN_DEMO: Final = 100


@dataclass(frozen=True, slots=True)
class ChanceRow:
    """One moment of one match; the fields after `won_a` are those of `Known`."""

    match_id: int
    won_a: bool
    at_s: int
    souls_at_s: int
    souls_a: int
    souls_b: int
    kills_a: int
    kills_b: int
    guardians_a: int
    guardians_b: int
    walkers_a: int
    walkers_b: int
    base_guardians_a: int
    base_guardians_b: int
    shrines_a: int
    shrines_b: int
    patrons_a: int
    patrons_b: int
    rejuvenators_a: int
    rejuvenators_b: int


def counts_for_chances(game_mode: str, match_mode: str, winning_team: int | None) -> bool:
    """Say whether a match tells how matches are won: the usual rules, found by the matchmaker."""
    return winning_team in {0, 1} and game_mode in PLAYED and match_mode in MATCHED


def chance_rows(  # noqa: PLR0913 - a match's facts and two slices
    match_id: int,
    *,
    winning_team: int | None,
    duration_s: int,
    lead: Lead,
    events: Events,
    sides: Mapping[int, str],
) -> tuple[ChanceRow, ...]:
    """Give a match's rows; none when nobody won. `sides`: side of each player slot."""
    times = np.arange(FIRST_S, duration_s, STEP_S)
    if winning_team not in {0, 1} or not len(times):
        return ()
    known = known_at(lead, events, sides, times)
    columns = [getattr(known, name).astype(int).tolist() for name in COLUMNS]
    return tuple(
        ChanceRow(match_id, winning_team == 0, *values) for values in zip(*columns, strict=True)
    )
