"""What everybody bought and learnt, and when: lines as recorded, told apart by what they do.

An item's line lives from when it was bought to when it was sold or used up; an ability's lines are
its unlock and its upgrades, in order. Names, prices and slots come from the catalogue when a page
is drawn, since a match does not hold them.
"""

from collections.abc import Iterable
from typing import Final

import msgspec

from webapp.deadlock.domain.records import ItemEvent, Match, Player

USED_UP: Final = 1
"""The one flag whose meaning is known: consumed as a part of an item bought at that second."""
BOUGHT_MARK: Final = 1
"""The greatest upgrade id of a thing bought; an upgrade of an ability has an id of its own."""


class Line(msgspec.Struct, frozen=True):
    """One line of a player's list. `rank` is 1 as an ability is unlocked, None for an item.

    `flags` is what the response says, beyond USED_UP a number nobody knows. `into_ids` are the
    items bought at the second this one was used up, one of which it became part of.
    """

    slot: int
    hero_id: int
    at_s: int
    item_id: int
    rank: int | None
    sold_at_s: int | None
    used_up: bool
    into_ids: tuple[int, ...]
    flags: int
    imbued_ability_id: int | None


class Stack(msgspec.Struct, frozen=True):
    """The final count of an item or ability that counts something."""

    slot: int
    hero_id: int
    item_id: int
    count: int


class BuffLine(msgspec.Struct, frozen=True):
    """A buff by its engine name, how often it was had, and whether it lasts.

    `picked_at_s` and `gave` are of each pickup, empty where the response does not say.
    """

    slot: int
    hero_id: int
    kind: str
    count: int
    permanent: bool
    picked_at_s: tuple[int, ...]
    gave: tuple[float, ...]


class Builds(msgspec.Struct, frozen=True):
    """Lines by slot, then time; `published` names the build each player had chosen, by slot."""

    lines: tuple[Line, ...]
    stacks: tuple[Stack, ...]
    buffs: tuple[BuffLine, ...]
    published: tuple[tuple[int, int], ...]


def builds_of(match: Match) -> Builds:
    """Gather what everybody bought, learnt, stacked and picked up."""
    abilities = _abilities(match.players)
    return Builds(
        lines=tuple(line for player in match.players for line in _lines(player, abilities)),
        stacks=tuple(
            Stack(player.slot, player.hero_id, item_id, count)
            for player in match.players
            for item_id, count in player.ability_stats
        ),
        buffs=tuple(
            BuffLine(
                slot=player.slot,
                hero_id=player.hero_id,
                kind=buff.kind,
                count=buff.count,
                permanent=buff.permanent,
                picked_at_s=buff.picked_at_s,
                gave=buff.gave,
            )
            for player in match.players
            for buff in player.buffs
        ),
        published=tuple(
            (player.slot, player.hero_build_id) for player in match.players if player.hero_build_id
        ),
    )


def _abilities(players: Iterable[Player]) -> set[int]:
    """Tell abilities from items without their names: what somebody upgraded or imbued."""
    found: set[int] = set()
    for player in players:
        found |= {one.item_id for one in player.items if one.upgrade_id > BOUGHT_MARK}
        found |= {one.imbued_ability_id for one in player.items if one.imbued_ability_id}
    return found


def _lines(player: Player, abilities: set[int]) -> Iterable[Line]:
    ranks: dict[int, int] = {}
    for one in player.items:
        learnt = one.item_id in abilities
        ranks[one.item_id] = ranks.get(one.item_id, 0) + 1
        yield Line(
            slot=player.slot,
            hero_id=player.hero_id,
            at_s=one.at_s,
            item_id=one.item_id,
            rank=ranks[one.item_id] if learnt else None,
            sold_at_s=one.sold_at_s,
            used_up=one.consumed,
            into_ids=_into(one, player) if one.consumed else (),
            flags=one.flags & ~USED_UP,
            imbued_ability_id=one.imbued_ability_id,
        )


def _into(part: ItemEvent, player: Player) -> tuple[int, ...]:
    return tuple(
        one.item_id
        for one in player.items
        if one.at_s == part.sold_at_s and one is not part and one.upgrade_id <= BOUGHT_MARK
    )
