"""Where souls came from, by player, source and five-minute interval.

Gross: what was earned, orbs included. Net worth adds the starting souls and takes off what deaths
cost, so it differs from the sum.
"""

from dataclasses import dataclass

from webapp.deadlock.domain.analysis.at import snapshot_at
from webapp.deadlock.domain.analysis.intervals import INTERVAL_S, interval_ends
from webapp.deadlock.domain.records import Match, Player, Snapshot


@dataclass(frozen=True, slots=True)
class SoulRow:
    """Souls a player earned from one source within one interval; rows of 0 are left out."""

    slot: int
    hero_id: int
    source: str
    from_s: int
    to_s: int
    souls: int


@dataclass(frozen=True, slots=True)
class Souls:
    """Rows by slot, then time, then source."""

    rows: tuple[SoulRow, ...]


def souls_of(match: Match) -> Souls:
    """Cut every player's souls by source along the intervals."""
    ends = interval_ends(match.duration_s)
    return Souls(tuple(row for player in match.players for row in _rows(player, ends)))


def _rows(player: Player, ends: tuple[int, ...]) -> list[SoulRow]:
    rows: list[SoulRow] = []
    before: dict[str, int] = {}
    for number, end in enumerate(ends):
        last = player.snapshots[-1] if player.snapshots else None
        now = _by_source(last if end == ends[-1] else snapshot_at(player, end))
        rows.extend(
            SoulRow(
                player.slot,
                player.hero_id,
                source,
                number * INTERVAL_S,
                end,
                souls - before.get(source, 0),
            )
            for source, souls in sorted(now.items())
            if souls != before.get(source, 0)
        )
        before = now or before
    return rows


def _by_source(snapshot: Snapshot | None) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in snapshot.gold_sources if snapshot else ():
        found[one.source] = found.get(one.source, 0) + one.souls
    return found
