"""Every player's souls as running totals, sample by sample."""

from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from webapp.deadlock.domain.analysis.at import snapshot_at
from webapp.deadlock.domain.records import Match, Player, Snapshot

HELD: Final = "Unspent Gold Minutes"
"""The game's own counter: souls not spent, times the minutes they lay idle."""
ORDER: Final = (
    "Troopers",
    "Denies",
    "Neutral enemies",
    "Breakable pickups",
    "Enemy kills",
    "Kill assists",
    "Assassinate",
    "Trophy Collector",
    "Cultist Sacrifice",
    "Objectives",
    "Rift and urn",
    "Team catch-up",
)
"""Lane first, then the jungle, fights, objectives; a source without a place here comes last."""


class PlayerEconomy(msgspec.Struct, frozen=True):
    """One player; every tuple has a value per sample, running totals from the start.

    `earned` is one row per source, orbs included; `lost` is what deaths cost. The last
    `net_worth` is the scoreboard's own. `held` are soul-minutes not spent, None where the response
    does not count them.
    """

    slot: int
    hero_id: int
    side: str
    net_worth: tuple[int, ...]
    lost: tuple[int, ...]
    denies: tuple[int, ...]
    held: tuple[int, ...] | None
    earned: tuple[tuple[int, ...], ...]


def sources_of(match: Match) -> tuple[str, ...]:
    """Name every source somebody had souls from, in the order of ORDER."""
    last = [player.snapshots[-1] for player in match.players if player.snapshots]
    found = {one.source for snapshot in last for one in snapshot.gold_sources if one.souls}
    return tuple(
        sorted(found, key=lambda one: (ORDER.index(one) if one in ORDER else len(ORDER), one))
    )


def players_of(
    match: Match, times: Sequence[int], sources: Sequence[str]
) -> tuple[PlayerEconomy, ...]:
    """Read everybody's totals; who has no snapshot at a time keeps the last one before."""
    held_id = next((key for key, name in match.custom_stats if name == HELD), None)
    return tuple(_player(player, times, sources, held_id) for player in match.players)


def _player(
    player: Player, times: Sequence[int], sources: Sequence[str], held_id: int | None
) -> PlayerEconomy:
    then = [snapshot_at(player, at_s) for at_s in times]
    worth = _column(then, lambda one: one.net_worth)
    return PlayerEconomy(
        slot=player.slot,
        hero_id=player.hero_id,
        side=player.side,
        net_worth=(*worth[:-1], player.finals.souls) if worth else (),
        lost=_column(then, lambda one: one.gold_death_loss),
        denies=_column(then, lambda one: one.denies),
        held=_held(then, held_id),
        earned=_earned(then, sources),
    )


def _column(then: Sequence[Snapshot | None], read: Callable[[Snapshot], int]) -> tuple[int, ...]:
    return tuple(read(one) if one else 0 for one in then)


def _held(then: Sequence[Snapshot | None], held_id: int | None) -> tuple[int, ...] | None:
    if held_id is None or not any(one and one.custom for one in then):
        return None
    return tuple(one.custom.get(held_id, 0) if one else 0 for one in then)


def _earned(then: Sequence[Snapshot | None], sources: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    by_time = []
    for one in then:
        found = dict.fromkeys(sources, 0)
        for gold in one.gold_sources if one else ():
            found[gold.source] = found.get(gold.source, 0) + gold.souls
        by_time.append(found)
    return tuple(tuple(found[source] for found in by_time) for source in sources)
