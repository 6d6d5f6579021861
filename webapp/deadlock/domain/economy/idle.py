"""What was not in items at a sample: net worth less the price of what was held.

An estimate. A match does not hold prices, so today's are taken, and they change with patches: the
estimate stands only where it is never below zero, for anybody at any sample. On a match of today's
prices it agrees with the game's own counter to about 200 souls.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from webapp.deadlock.domain.analysis.economy import Economy, PlayerEconomy

SOLD_FOR: Final = 0.5
"""What the shop gives back of an item's price."""
ROUNDING: Final = 50
"""So far below zero is still a matter of seconds between a purchase and a sample."""


@dataclass(frozen=True, slots=True)
class Priced:
    """An item somebody held, and its price; `sold_at_s` is when it was sold or used up."""

    slot: int
    at_s: int
    sold_at_s: int | None
    used_up: bool
    cost: int


def idle_of(economy: Economy, items: Sequence[Priced]) -> dict[int, tuple[int, ...]] | None:
    """Estimate souls not in items by slot and sample; None where the prices do not fit."""
    found = {player.slot: _idle(player, economy.times_s, items) for player in economy.players}
    if not items or any(left < -ROUNDING for row in found.values() for left in row):
        return None
    return {slot: tuple(max(left, 0) for left in row) for slot, row in found.items()}


def _idle(player: PlayerEconomy, times_s: Sequence[int], items: Sequence[Priced]) -> list[int]:
    own = [item for item in items if item.slot == player.slot]
    return [
        worth - sum(_bound(item, at_s) for item in own)
        for at_s, worth in zip(times_s, player.net_worth, strict=True)
    ]


def _bound(item: Priced, at_s: int) -> int:
    """Say how many souls an item binds at a second: its price, or what selling it cost."""
    if item.at_s > at_s:
        return 0
    if item.sold_at_s is None or item.sold_at_s > at_s:
        return item.cost
    return 0 if item.used_up else round(item.cost * (1 - SOLD_FOR))
