"""The damage matrix as columns; ragged series become one table aligned to the sample times."""

import array
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain import records, wire
from webapp.deadlock.domain.parse import words
from webapp.matchplay.unreadable import MatchUnreadable

_PATH: Final = "match_info.damage_matrix"


def damage(found: wire.DamageMatrix | None, slots: frozenset[int]) -> records.DamageMatrix | None:
    """Return the matrix, or None when there is none. A slot of no player becomes 0."""
    if found is None or not found.sample_time_s or found.source_details is None:
        return None
    times = np.array([time or 0 for time in found.sample_time_s], dtype=np.int32)
    columns = list(zip(*_series(found, slots), strict=True)) or [()] * 4
    dealer, target, source = (np.array(column, dtype=np.int64) for column in columns[:3])
    sources, stats = _sources(found.source_details)
    if len(source) and not 0 <= source.min() <= source.max() < len(sources):
        raise MatchUnreadable("The damage matrix names a source that it does not list.", _PATH)
    return records.DamageMatrix(
        sample_times_s=times,
        sources=sources,
        stats=stats,
        dealer=dealer.astype(np.uint8),
        target=target.astype(np.uint8),
        source=source.astype(np.int32),
        totals=_align(columns[3], len(times)),
    )


def _series(
    found: wire.DamageMatrix, slots: frozenset[int]
) -> Iterator[tuple[int, int, int, list[int]]]:
    """Give every series: dealer, target, number of the source, totals."""
    for dealer in found.damage_dealers or ():
        number = dealer.dealer_player_slot
        who = number if number in slots else 0
        for source in dealer.damage_sources or ():
            index = source.source_details_index or 0
            for target in source.damage_to_players or ():
                if target.damage:
                    to = target.target_player_slot
                    yield who or 0, (to or 0) if to in slots else 0, index, target.damage


def _align(series: Sequence[list[int]], samples: int) -> NDArray[np.int64]:
    """Series end at the last sample; what lies before their first number is 0."""
    lengths = np.array([len(one) for one in series], dtype=np.int64)
    if np.any(lengths > samples):
        raise MatchUnreadable("A damage series is longer than its sample times.", _PATH)
    numbers = array.array("q")
    for one in series:
        numbers.fromlist(one)
    table = np.zeros((len(series), samples), dtype=np.int64)
    table[np.arange(samples) >= samples - lengths[:, None]] = np.frombuffer(numbers, np.int64)
    return table


def _sources(found: wire.SourceDetails) -> tuple[tuple[str, ...], tuple[str, ...]]:
    names, stats = found.source_name or [], found.stat_type or []
    if len(names) != len(stats):
        raise MatchUnreadable("The damage matrix lists more sources than kinds.", _PATH)
    return (
        tuple(words.clean(name or "unknown") for name in names),
        tuple(words.stat(stat) for stat in stats),
    )
