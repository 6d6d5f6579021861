"""Every player's books over a stretch of the match: earned by source, lost, worth at its end."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.deadlock.domain.analysis.economy import Economy, PlayerEconomy
from webapp.deadlock.domain.combat import Cut


@dataclass(frozen=True, slots=True)
class Purse:
    """One player between two samples. `earned` is by the economy's sources and adds to `gross`.

    `worth` is net worth at the end of the stretch. `held` is what lay unspent on average, None
    where the response does not count it.
    """

    slot: int
    hero_id: int
    side: str
    earned: tuple[int, ...]
    gross: int
    lost: int
    denies: int
    worth: int
    held: float | None


def purses(economy: Economy, cut: Cut) -> tuple[Purse, ...]:
    """Cut everybody's running totals between two samples."""
    return tuple(_purse(economy, player, cut) for player in economy.players)


def _purse(economy: Economy, player: PlayerEconomy, cut: Cut) -> Purse:
    earned = tuple(_gained(row, cut) for row in player.earned)
    minutes = (cut.to_s - cut.from_s) / 60
    idle = None if player.held is None or not minutes else _gained(player.held, cut) / minutes
    return Purse(
        slot=player.slot,
        hero_id=player.hero_id,
        side=player.side,
        earned=earned,
        gross=sum(earned),
        lost=_gained(player.lost, cut),
        denies=_gained(player.denies, cut),
        worth=player.net_worth[cut.last - 1] if cut.last else economy.starting_souls,
        held=idle,
    )


def _gained(totals: Sequence[int], cut: Cut) -> int:
    padded = (0, *totals)
    return padded[cut.last] - padded[cut.first]
