"""What was done with gold: how much lay idle, and when players went shopping.

What gold came from is not told by any body: only the game's own count of bounty gold is. Kill
events carry a bounty whose meaning changed from patch to patch (Swiftplay of 15.1 has negative
shutdowns), so no figure is made of it.
"""

from typing import Final

import msgspec

from webapp.lol.domain.analysis.economy.shopping import Visit, visits_of
from webapp.lol.domain.records import Match, Player, Timeline

__all__ = ["Economy", "PlayerEconomy", "Visit", "economy_of"]

_FIRST_S: Final = 90
"""Before minions meet everybody holds what the first shopping left."""


class PlayerEconomy(msgspec.Struct, frozen=True):
    """One player. `idle_gold` is the mean of the gold in hand at the frames after 1:30.

    `most_idle` and `most_idle_at_s` are the frame with the most in hand. `visits` are None where
    the timeline has no events. `bounty_gold` is the game's own count.
    """

    slot: int
    side: str | None
    role: str | None
    champion_id: int
    gold: int | None
    gold_spent: int | None
    bounty_gold: float | None
    idle_gold: float | None
    most_idle: int | None
    most_idle_at_s: int | None
    visits: tuple[Visit, ...] | None


class Economy(msgspec.Struct, frozen=True):
    """Everybody, by slot. Curves of gold, experience and minions are in the moments."""

    players: tuple[PlayerEconomy, ...]


def economy_of(match: Match) -> Economy:
    """Work out everybody's gold in hand and shopping."""
    return Economy(tuple(_player(player, match.timeline) for player in match.players))


def _player(player: Player, told: Timeline | None) -> PlayerEconomy:
    held = _held(player, told)
    most = max(held, key=lambda one: one[1], default=None)
    shopping = told is not None and told.has_events
    return PlayerEconomy(
        slot=player.slot,
        side=player.side,
        role=player.role,
        champion_id=player.champion_id,
        gold=player.farm.gold,
        gold_spent=player.farm.gold_spent,
        bounty_gold=player.challenge("bountyGold"),
        idle_gold=sum(gold for _, gold in held) / len(held) if held else None,
        most_idle=most[1] if most else None,
        most_idle_at_s=most[0] if most else None,
        visits=visits_of(player.slot, told.items) if told and shopping else None,
    )


def _held(player: Player, told: Timeline | None) -> list[tuple[int, int]]:
    """Give the second and the gold in hand of each frame."""
    row = told.frames.row(player.slot) if told else None
    if told is None or row is None:
        return []
    frames = told.frames
    return [
        (at_s, int(frames.current_gold[row, number]))
        for number, at_s in enumerate(frames.at_s)
        if at_s >= _FIRST_S and frames.present[row, number]
    ]
