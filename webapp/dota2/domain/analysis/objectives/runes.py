"""Runes: every one taken with its second, and what each player took in all."""

from __future__ import annotations

from typing import Final

from webapp.dota2.domain.analysis.objectives.records import Runes, RuneTotals
from webapp.dota2.domain.records import Match, Player

UNTOLD: Final = -1
"""Stands for the kind of a rune where runes are counted without saying which."""


def runes_of(match: Match) -> Runes | None:
    """Give every rune by time; None where no log of them was kept, or one that lacks them all."""
    logs = [(player.slot, player.logs.runes) for player in match.players]
    if all(log is None for _, log in logs):
        return None
    found = sorted((one.at_s, slot, one.kind) for slot, log in logs for one in log or ())
    if not found and _counted(match):
        return None
    return Runes(
        at_s=tuple(one[0] for one in found),
        slot=tuple(one[1] for one in found),
        kind=tuple(one[2] for one in found),
    )


def rune_totals_of(match: Match) -> tuple[RuneTotals, ...] | None:
    """Give what each player took in all, which old responses have without a log.

    Some have sums without any, and the game's own count beside them, which tells no kinds.
    """
    found = [_totals(player) for player in match.players]
    known = tuple(one for one in found if one is not None)
    if not known or any(one.kinds for one in known):
        return known or None
    return _counted(match) or known


def _counted(match: Match) -> tuple[RuneTotals, ...]:
    """Give the game's own counts; nothing where it counted none."""
    return tuple(
        RuneTotals(player.slot, (UNTOLD,), (taken,))
        for player in match.players
        if (taken := player.sums.rune_pickups)
    )


def _totals(player: Player) -> RuneTotals | None:
    runes = player.sums.runes
    if runes is None:
        return None
    kinds = sorted(int(kind) for kind in runes if kind.isdecimal())
    return RuneTotals(player.slot, tuple(kinds), tuple(runes[str(kind)] for kind in kinds))
