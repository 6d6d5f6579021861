"""Builds: what was bought when and with how much earned by then, abilities in order, what stayed.

OpenDota's `gold_t` is all gold earned so far, not net worth, which it has at no minute: so a
purchase stands beside the gold earned at the last full minute before it. Net worth, where a replay
read here tells it, stands in the slice `moments`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Final

import msgspec

from webapp.dota2.domain.records import Match, Player

MOST_PURCHASES: Final = 600
MOST_USES: Final = 40


class Purchases(msgspec.Struct, frozen=True):
    """Columns of one length by time: second, item, charges the item held where told.

    `earned` is the player's gold earned at the last full minute by then, None where not recorded.
    """

    at_s: tuple[int, ...]
    item: tuple[str, ...]
    charges: tuple[int | None, ...]
    earned: tuple[int | None, ...]


class Found(msgspec.Struct, frozen=True):
    """A neutral item or token got, with what was put on it."""

    at_s: int
    item: str
    enhancement: str | None


class Lasting(msgspec.Struct, frozen=True):
    """A permanent gain by the game's number of it; stacks where it has them."""

    buff_id: int
    stacks: int
    at_s: int | None


class Build(msgspec.Struct, frozen=True):
    """One player's build; a part that was not recorded is None.

    Items of the end are ids, 0 for an empty place. `abilities` are ability ids, one for each
    point spent, in order; `levels` the hero's level then, where told, and `clocks_s` the second
    counted from the start of the draft, which Steam alone tells. `uses` are items used and
    how often, most used first.
    """

    slot: int
    hero_id: int
    purchases: Purchases | None
    items: tuple[int, ...] | None
    backpack: tuple[int, ...] | None
    neutral: int | None
    enhancement: int | None
    scepter: bool | None
    shard: bool | None
    moon_shard: bool | None
    neutrals: tuple[Found, ...] | None
    lasting: tuple[Lasting, ...] | None
    abilities: tuple[int, ...] | None
    levels: tuple[int | None, ...] | None
    clocks_s: tuple[int | None, ...] | None
    uses: tuple[tuple[str, int], ...] | None
    bear: tuple[int, ...] | None


class Builds(msgspec.Struct, frozen=True):
    """Players by slot."""

    players: tuple[Build, ...]


def builds_of(match: Match) -> Builds:
    """Tell every player's build."""
    return Builds(tuple(_build(player) for player in match.players))


def _build(player: Player) -> Build:
    kit, logs, points = player.kit, player.logs, player.abilities
    return Build(
        slot=player.slot,
        hero_id=player.hero_id,
        purchases=_purchases(player),
        items=kit.items,
        backpack=kit.backpack,
        neutral=kit.neutral,
        enhancement=kit.enhancement,
        scepter=kit.scepter,
        shard=kit.shard,
        moon_shard=kit.moon_shard,
        neutrals=_neutrals(player),
        lasting=None
        if logs.permanent_buffs is None
        else tuple(Lasting(one.buff_id, one.stacks, one.at_s) for one in logs.permanent_buffs),
        abilities=None if points is None else tuple(one.ability_id for one in points),
        levels=None if points is None else tuple(one.level for one in points),
        clocks_s=None if points is None else tuple(one.clock_s for one in points),
        uses=_uses(player.sums.item_uses),
        bear=player.units[0].items if player.units else None,
    )


def _purchases(player: Player) -> Purchases | None:
    log = player.logs.purchases
    if log is None:
        return None
    kept = [one for one in log if not _left_out(one.item)][:MOST_PURCHASES]
    return Purchases(
        at_s=tuple(one.at_s for one in kept),
        item=tuple(one.item for one in kept),
        charges=tuple(one.charges for one in kept),
        earned=tuple(_earned(player, one.at_s) for one in kept),
    )


def _left_out(item: str) -> bool:
    """Leave out what OpenDota leaves out: recipes, and the bag two kinds of wards share."""
    return item.startswith("recipe_") or item == "ward_dispenser"


def _earned(player: Player, at_s: int) -> int | None:
    minutes = player.minutes
    if minutes is None or minutes.gold is None:
        return None
    spot = bisect_right(minutes.at_s, at_s) - 1
    return minutes.gold[spot] if spot >= 0 else None


def _neutrals(player: Player) -> tuple[Found, ...] | None:
    logs = player.logs
    if logs.neutral_items is None and logs.neutral_tokens is None:
        return None
    found = [*(logs.neutral_items or ()), *(logs.neutral_tokens or ())]
    made = (Found(one.at_s, one.item, one.enhancement) for one in found)
    return tuple(sorted(made, key=lambda one: (one.at_s, one.item)))


def _uses(counts: Mapping[str, int] | None) -> tuple[tuple[str, int], ...] | None:
    if counts is None:
        return None
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST_USES])
