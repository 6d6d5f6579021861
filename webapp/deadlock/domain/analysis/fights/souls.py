"""Souls for kills, as far as they are known: what a side got between two samples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from webapp.deadlock.domain.analysis.at import snapshot_at
from webapp.deadlock.domain.analysis.events import Kill, killed_by
from webapp.deadlock.domain.analysis.fights.told import KillSouls
from webapp.deadlock.domain.records import Match

FOR_KILLS: Final = frozenset({"Enemy kills", "Kill assists"})


def kill_souls_of(match: Match, kills: Sequence[Kill]) -> tuple[KillSouls, ...]:
    """Give what both sides got for kills and assists between any two samples, by time."""
    times = sorted({one.at_s for player in match.players for one in player.snapshots})
    side = {player.slot: player.side for player in match.players}
    made, before, start = [], {"a": 0, "b": 0}, -1
    for end in times:
        now = {one: _souls(match, one, end) for one in "ab"}
        dealt = [killed_by(kill, side) for kill in kills if start < kill.at_s <= end]
        gained = [now[one] - before[one] for one in "ab"]
        made.append(KillSouls(max(start, 0), end, dealt.count("a"), dealt.count("b"), *gained))
        before, start = now, end
    return tuple(made)


def _souls(match: Match, side: str, at_s: int) -> int:
    found = (snapshot_at(player, at_s) for player in match.players if player.side == side)
    return sum(
        source.souls
        for snapshot in found
        if snapshot
        for source in snapshot.gold_sources
        if source.source in FOR_KILLS
    )
