"""Who did how much to whom with what, between each two samples of the damage matrix.

Nothing is left out and nothing added up: `domain.combat` does the sums. One record of parallel
columns, because a match has thousands of rows.
"""

import msgspec
import numpy as np

from webapp.deadlock.domain.records import Match


class Damage(msgspec.Struct, frozen=True):
    """The matrix by row (dealer, source, target) and sample; slot 0 is no player.

    `source` indexes `sources` (engine names) and `stats` (words). `gained` holds for each row, one
    row after the other, the amount between each sample and the one before it, the first from 0:00.
    """

    samples_s: tuple[int, ...]
    sources: tuple[str, ...]
    stats: tuple[str, ...]
    dealer: tuple[int, ...]
    source: tuple[int, ...]
    target: tuple[int, ...]
    gained: tuple[int, ...]


def damage_of(match: Match) -> Damage:
    """Keep every sample of the damage matrix; empty without one."""
    matrix = match.damage
    if matrix is None:
        return Damage((), (), (), (), (), (), ())
    gained = np.diff(matrix.totals, axis=1, prepend=0)
    return Damage(
        samples_s=tuple(matrix.sample_times_s.tolist()),
        sources=matrix.sources,
        stats=matrix.stats,
        dealer=tuple(matrix.dealer.tolist()),
        source=tuple(matrix.source.tolist()),
        target=tuple(matrix.target.tolist()),
        gained=tuple(gained.reshape(-1).tolist()),
    )
