"""What came in between each two samples: souls, souls a minute, shares of a side, what lay idle.

An interval lies between a sample and the one before it, the first begins at 0:00. Nothing finer
is known.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from webapp.deadlock.domain.analysis.economy import Economy, PlayerEconomy
from webapp.deadlock.domain.economy.kinds import Kind

MINUTE_S: Final = 60


def intervals(economy: Economy) -> tuple[tuple[int, int], ...]:
    """Give the seconds each interval begins and ends at."""
    return tuple(pairwise((0, *economy.times_s)))


def gains(economy: Economy, player: PlayerEconomy, kind: Kind) -> list[int]:
    """Give the souls a player earned in each interval."""
    totals = [
        sum(row[number] for row in _rows(economy, player, kind))
        for number in range(len(economy.times_s))
    ]
    return [after - before for before, after in pairwise([0, *totals])]


def rates(economy: Economy, player: PlayerEconomy, kind: Kind) -> list[float | None]:
    """Give souls earned per minute in each interval."""
    return [
        _per_minute(gained, start, end)
        for gained, (start, end) in zip(
            gains(economy, player, kind), intervals(economy), strict=True
        )
    ]


def shares(economy: Economy, player: PlayerEconomy, kind: Kind) -> list[float | None]:
    """Give a player's part of what the side earned in each interval; None where it earned none."""
    own = gains(economy, player, kind)
    mates = [one for one in economy.players if one.side == player.side]
    side = [
        sum(column) for column in zip(*(gains(economy, one, kind) for one in mates), strict=True)
    ]
    return [part / whole if whole else None for part, whole in zip(own, side, strict=True)]


def held(economy: Economy, player: PlayerEconomy) -> list[float | None]:
    """Give the souls that lay unspent on average in each interval, by the game's own counter."""
    if player.held is None:
        return [None] * len(economy.times_s)
    minutes = [after - before for before, after in pairwise([0, *player.held])]
    return [
        _per_minute(gained, start, end)
        for gained, (start, end) in zip(minutes, intervals(economy), strict=True)
    ]


def _rows(economy: Economy, player: PlayerEconomy, kind: Kind) -> Sequence[tuple[int, ...]]:
    return [
        row
        for source, row in zip(economy.sources, player.earned, strict=True)
        if kind.holds(source)
    ]


def _per_minute(gained: int, start: int, end: int) -> float | None:
    return gained * MINUTE_S / (end - start) if end > start else None
