"""How many of each side were alive at given seconds, by the list of deaths."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from webapp.deadlock.domain.records import Match


def alive_before(match: Match, at_s: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Count both sides ("a" first) just before each second; who has left does not count.

    Everybody who falls in that very second still counts. Needs no positions.
    """
    at = np.asarray(at_s, dtype=np.int64)
    alive = np.ones((len(match.players), len(at)), dtype=np.bool_)
    for row, player in enumerate(match.players):
        for death in player.deaths:
            alive[row] &= (at <= death.at_s) | (at >= death.at_s + death.respawn_s)
        if player.abandoned_at_s:
            alive[row] &= at < player.abandoned_at_s
    first = np.array([player.side == "a" for player in match.players], dtype=np.bool_)
    a, b = alive[first].sum(axis=0).tolist(), alive[~first].sum(axis=0).tolist()
    return tuple(zip(a, b, strict=True))
