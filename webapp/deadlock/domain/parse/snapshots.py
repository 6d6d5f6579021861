"""One moment of running totals; the only place where the many counters are copied."""

from operator import attrgetter
from typing import Any, Final

from webapp.deadlock.domain import records, wire
from webapp.deadlock.domain.parse import words

_SINCE_2026: Final = (
    "player_barriering",
    "teammate_healing",
    "teammate_barriering",
    "self_damage",
    "bullet_kills",
    "melee_kills",
    "ability_kills",
    "headshot_kills",
)
_COUNTERS: Final = tuple(
    name
    for name in records.Snapshot._fields
    if name not in {"at_s", "gold_sources", "custom", *_SINCE_2026}
)
_read = attrgetter(*_COUNTERS)
_read_new = attrgetter(*_SINCE_2026)


def snapshot(source: wire.Snapshot) -> records.Snapshot:
    """Copy the counters; absent ones are 0, those of 2026 stay None."""
    counters: list[Any] = [source.time_stamp_s or 0]
    counters += [value or 0 for value in _read(source)]
    counters += _read_new(source)
    counters.append(tuple(map(_gold, source.gold_sources or ())))
    counters.append({one.id or 0: one.value or 0 for one in source.custom_user_stats or ()})
    return records.Snapshot._make(counters)


def _gold(source: wire.GoldSource) -> records.GoldSource:
    orbs = source.gold_orbs or 0
    return records.GoldSource(
        words.gold_source(source.source),
        source.kills or 0,
        source.damage or 0,
        (source.gold or 0) + orbs,
        orbs,
    )
