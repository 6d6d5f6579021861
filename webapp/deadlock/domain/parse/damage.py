"""The damage matrix as columns; ragged series become one table aligned to the sample times."""

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain import records, wire
from webapp.deadlock.domain.parse import words
from webapp.deadlock.domain.records.unreadable import MatchUnreadable

Series: TypeAlias = tuple[int, int, int, list[int]]

_PATH = "match_info.damage_matrix"


def damage(found: wire.DamageMatrix | None, slots: frozenset[int]) -> records.DamageMatrix | None:
    """Return the matrix, or None when there is none. A slot of no player becomes 0."""
    if found is None or not found.sample_time_s or found.source_details is None:
        return None
    times = np.array([time or 0 for time in found.sample_time_s], dtype=np.int32)
    rows = list(_series(found, slots))
    sources, stats = _sources(found.source_details)
    keys = np.array([row[:3] for row in rows], dtype=np.int64).reshape(len(rows), 3)
    if rows and not 0 <= keys[:, 2].min() <= keys[:, 2].max() < len(sources):
        raise MatchUnreadable("The damage matrix names a source that it does not list.", _PATH)
    return _matrix(times, keys, rows, sources, stats)


def _matrix(
    times: NDArray[np.int32],
    keys: NDArray[np.int64],
    rows: list[Series],
    sources: tuple[str, ...],
    stats: tuple[str, ...],
) -> records.DamageMatrix:
    return records.DamageMatrix(
        sample_times_s=times,
        sources=sources,
        stats=stats,
        dealer=keys[:, 0].astype(np.uint8),
        target=keys[:, 1].astype(np.uint8),
        source=keys[:, 2].astype(np.int32),
        totals=_align(rows, len(times)),
    )


def _series(found: wire.DamageMatrix, slots: frozenset[int]) -> Iterator[Series]:
    for dealer in found.damage_dealers or ():
        number = dealer.dealer_player_slot
        who = number if number in slots else 0
        for source in dealer.damage_sources or ():
            index = source.source_details_index or 0
            for target in source.damage_to_players or ():
                if target.damage:
                    to = target.target_player_slot
                    yield who or 0, (to or 0) if to in slots else 0, index, target.damage


def _align(rows: list[Series], samples: int) -> NDArray[np.int64]:
    """Series end at the last sample; what lies before their first number is 0."""
    if any(len(row[3]) > samples for row in rows):
        raise MatchUnreadable("A damage series is longer than its sample times.", _PATH)
    filled = [[0] * (samples - len(row[3])) + row[3] for row in rows]
    return np.array(filled, dtype=np.int64).reshape(len(rows), samples)


def _sources(found: wire.SourceDetails) -> tuple[tuple[str, ...], tuple[str, ...]]:
    names, stats = found.source_name or [], found.stat_type or []
    if len(names) != len(stats):
        raise MatchUnreadable("The damage matrix lists more sources than kinds.", _PATH)
    return (
        tuple(words.clean(name or "unknown") for name in names),
        tuple(words.stat(stat) for stat in stats),
    )
