"""The game's own counters of aim, range, parries and idle souls, at every snapshot."""

from __future__ import annotations

from operator import itemgetter

import numpy as np

from webapp.deadlock.domain.analysis.performance.records import COUNTERS, NAMED, Rows
from webapp.deadlock.domain.records import Match, Player


def sample_times(match: Match) -> tuple[int, ...]:
    """Give every second at which some player's snapshot was taken."""
    return tuple(sorted({one.at_s for player in match.players for one in player.snapshots}))


def counters_of(match: Match, at_s: tuple[int, ...]) -> dict[int, Rows]:
    """Give each player's counters by sample; none for a match that names no counter at all.

    A counter that a match does not name stood at 0: the game names one when it first counts.
    """
    if not match.custom_stats:
        return {}
    numbers = {name: number for number, name in match.custom_stats}
    asked = [numbers.get(name) for name in NAMED.values()]
    return {player.slot: _rows(player, at_s, asked) for player in match.players if player.snapshots}


def _rows(player: Player, at_s: tuple[int, ...], asked: list[int | None]) -> Rows:
    """Count what was added since the sample before; without a snapshot of their own, nothing."""
    nothing = dict.fromkeys(asked, 0)
    read = itemgetter(*asked)
    counted = [
        (*read({**nothing, **one.custom}), one.shots_hit, one.shots_missed)
        for one in player.snapshots
    ]
    columns = [(0,) * len(COUNTERS), *counted]
    taken = [one.at_s for one in player.snapshots]
    by_then = np.array(columns, dtype=np.int64)[np.searchsorted(taken, at_s, side="right")]
    gained = np.diff(by_then, axis=0, prepend=0)
    return tuple(map(tuple, gained.T.tolist()))
