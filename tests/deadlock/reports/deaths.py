"""Deaths in context, ours beside theirs: as told of each, and counted by enemy and interval."""

from collections import Counter
from collections.abc import Iterable

from tests.deadlock.reports.events import our_fights, told_fights
from tests.deadlock.reports.reader import Compared, Told, cells, number

INTERVAL_S = 300


def deaths_told(told: Told) -> Compared:
    """Every death of the reported player as the Deaths page tells it."""
    own = [one for one in told.analysis.deaths.deaths if one.victim == told.player.slot]
    return our_fights(told, own, "killer"), told_fights(told, "deaths", "Time    Killed by")


def kills_told(told: Told) -> Compared:
    """Every death the reported player dealt, as the Deaths page tells it."""
    own = [one for one in told.analysis.deaths.deaths if one.killer == told.player.slot]
    return our_fights(told, own, "victim"), told_fights(told, "kills", "Time    Kill")


def deaths_by_enemy(told: Told) -> Compared:
    """How often each enemy killed the reported player, by five minutes."""
    own = [one for one in told.analysis.deaths.deaths if one.victim == told.player.slot]
    return _counts(told, ((one.killer, one.at_s) for one in own)), _told_counts(told, "deaths")


def kills_by_enemy(told: Told) -> Compared:
    """How often the reported player killed each enemy, by five minutes."""
    own = [one for one in told.analysis.deaths.deaths if one.killer == told.player.slot]
    return _counts(told, ((one.victim, one.at_s) for one in own)), _told_counts(told, "kills")


def _counts(told: Told, found: Iterable[tuple[int | None, int]]) -> dict[str, list[int]]:
    """Count by enemy and interval, the sum last; and all of them together."""
    columns = -(-told.match.duration_s // INTERVAL_S)
    table: dict[str, Counter[int]] = {}
    for slot, at_s in found:
        spot = min(at_s // INTERVAL_S, columns - 1)
        for name in (told.hero(slot), "Total"):
            table.setdefault(name, Counter())[spot] += 1
    return {
        name: [*(counts[spot] for spot in range(columns)), counts.total()]
        for name, counts in table.items()
    }


def _told_counts(told: Told, name: str) -> dict[str, list[int]]:
    lines = told.section(name, "  Enemy ")
    rows = dict(cells(line) for line in lines)
    return {label: [number(one) for one in columns] for label, columns in rows.items()}
