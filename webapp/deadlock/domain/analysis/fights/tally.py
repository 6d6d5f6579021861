"""What each bout cost, and where: sums that a fight adds up."""

from __future__ import annotations

from bisect import bisect_right

import msgspec
import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.analysis.fights.bouts import Bouts
from webapp.deadlock.domain.records import Match, Paths, Player

Floats = NDArray[np.float64]


class Tally(msgspec.Struct, frozen=True):
    """Columns by bout: seconds fought, health points lost (-1: not known), sums of places."""

    seconds: tuple[int, ...]
    lost: tuple[int, ...]
    x: tuple[float, ...]
    y: tuple[float, ...]


def tally_of(match: Match, paths: Paths, fighting: NDArray[np.bool_], bouts: Bouts) -> Tally:
    """Add up each bout."""
    number = bouts.at[fighting]
    count = len(bouts.row)
    return Tally(
        seconds=tuple(np.bincount(number, minlength=count).tolist()),
        lost=tuple(_lost(match, paths, bouts)),
        x=tuple(np.bincount(number, paths.x[fighting], minlength=count).tolist()),
        y=tuple(np.bincount(number, paths.y[fighting], minlength=count).tolist()),
    )


def _lost(match: Match, paths: Paths, bouts: Bouts) -> list[int]:
    """Add up every fall of health from one second to the next, in points.

    Health is a percentage of the most a player can have, taken from the last sample by then (the
    first, before it). What was healed within the second hides what was lost: it is the least.
    """
    health = paths.health.astype(np.int32)
    fall = np.maximum(health[:, :-1] - health[:, 1:], 0)
    total = np.concatenate([np.zeros((len(health), 1), np.int64), fall.cumsum(axis=1)], axis=1)
    row, last = np.array(bouts.row, np.intp), total.shape[1] - 1
    gone = total[row, np.minimum(np.array(bouts.end, np.intp) + 1, last)]
    gone -= total[row, np.maximum(np.array(bouts.start, np.intp) - 1, 0)]
    players = {player.slot: player for player in match.players}
    most = _most_health([players[slot] for slot in paths.slots], bouts)
    lost: list[int] = np.where(most > 0, np.rint(gone * most / 100), -1).astype(int).tolist()
    return lost


def _most_health(players: list[Player], bouts: Bouts) -> Floats:
    """Give the most health the player of each bout can have; 0 where no sample says."""
    times = [[one.at_s for one in player.snapshots] for player in players]
    most = [[one.max_health for one in player.snapshots] or [0] for player in players]
    return np.array(
        [
            most[row][max(0, bisect_right(times[row], start) - 1)]
            for row, start in zip(bouts.row, bouts.start, strict=True)
        ],
        dtype=np.float64,
    )
