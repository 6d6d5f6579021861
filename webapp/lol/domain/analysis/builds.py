"""Builds: what was bought, sold and taken back, the order of abilities, runes and spells.

An undo takes the purchase or sale it names out of the story, and with it what that had used up, so
that the story ends with the items of the scoreboard. Gold and names of items are the catalogue's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

import msgspec

from webapp.lol.domain.analysis.economy.shopping import TOGETHER_S
from webapp.lol.domain.records import ItemEvent, Match, Player, Runes

BOUGHT, SOLD, USED = "bought", "sold", "used"
VIEGO: Final = 234
"""The champion who plays in the bodies of others, with their items."""


class Deal(msgspec.Struct, frozen=True):
    """One thing that stood: an item "bought", "sold" or "used" (up, or built into another)."""

    at_s: int
    action: str
    item: int


class SkillPoint(msgspec.Struct, frozen=True):
    """A point in an ability: 1 to 4 are Q, W, E, R."""

    at_s: int
    skill: int


class PlayerBuild(msgspec.Struct, frozen=True):
    """One player. `visits` are the seconds of each visit to the shop.

    `final` are the six slots of the scoreboard, `trinket` the seventh and `role_item` the one of
    the role quest. `given` are those of them nobody bought: quest rewards and what items turned
    into. `agrees` says whether the story ends with all others, None without a timeline.
    """

    slot: int
    side: str | None
    champion_id: int
    role: str | None
    deals: tuple[Deal, ...]
    undone: int
    visits: tuple[int, ...]
    skills: tuple[SkillPoint, ...]
    runes: Runes | None
    spells: tuple[int, ...]
    final: tuple[int, ...]
    trinket: int | None
    role_item: int | None
    given: tuple[int, ...]
    agrees: bool | None


class Builds(msgspec.Struct, frozen=True):
    """Everybody's, by slot; `recorded` is False without a timeline of purchases."""

    recorded: bool
    players: tuple[PlayerBuild, ...]


@dataclass(slots=True)
class _Bag:
    """A player's story while it is read; `steps` can be taken back."""

    steps: list[list[Deal]] = field(default_factory=list)
    undone: int = 0


def builds_of(match: Match) -> Builds:
    """Tell everybody's build."""
    recorded = bool(match.timeline and match.timeline.has_events)
    return Builds(recorded, tuple(_player(match, one, recorded=recorded) for one in match.players))


def held_at(build: PlayerBuild, at_s: int) -> tuple[int, ...]:
    """Give the items a player held at a second, by what the story says."""
    return tuple(sorted(_held(one for one in build.deals if one.at_s <= at_s).elements()))


def _player(match: Match, player: Player, *, recorded: bool) -> PlayerBuild:
    told = match.timeline
    events = [one for one in (told.items if told else ()) if one.slot == player.slot]
    bag = _read(events, keeps=player.champion_id != VIEGO)
    deals = tuple(deal for step in bag.steps for deal in step)
    return PlayerBuild(
        slot=player.slot,
        side=player.side,
        champion_id=player.champion_id,
        role=player.role,
        deals=deals,
        undone=bag.undone,
        visits=_visits(one.at_s for one in deals if one.action == BOUGHT),
        skills=tuple(
            SkillPoint(one.at_s, one.skill)
            for one in (told.skills if told else ())
            if one.slot == player.slot and not one.evolve
        ),
        runes=player.runes,
        spells=player.spells,
        final=player.items,
        trinket=player.trinket,
        role_item=player.role_item,
        given=_given(deals, player) if recorded else (),
        agrees=_agrees(deals, player) if recorded else None,
    )


def _read(events: Iterable[ItemEvent], *, keeps: bool) -> _Bag:
    """Read events of the same millisecond as one step: a purchase and what it used up.

    Who does not keep what is their own (Viego, in another's body) loses items by events that mean
    nothing: without a purchase beside them they are left out.
    """
    bag = _Bag()
    for _, together in groupby(events, key=lambda one: one.at_ms):
        step: list[Deal] = []
        for one in together:
            if one.action == "undone":
                _undo(bag, one)
            elif one.action in _ACTIONS:
                step.append(Deal(one.at_s, _ACTIONS[one.action], one.item))
        bought = any(deal.action == BOUGHT for deal in step)
        bag.steps.extend(_split([one for one in step if keeps or bought or one.action != USED]))
    return bag


def _split(step: list[Deal]) -> list[list[Deal]]:
    """Give each purchase or sale of a moment its own step; what was used up goes with the last."""
    steps = [[one] for one in step if one.action != USED]
    used = [one for one in step if one.action == USED]
    if not steps:
        return [used] if used else []
    steps[-1].extend(used)
    return steps


def _undo(bag: _Bag, one: ItemEvent) -> None:
    """Take back the last step that bought `before`, or sold `after`."""
    wanted = [(BOUGHT, one.before), (SOLD, one.after)]
    for number in range(len(bag.steps) - 1, -1, -1):
        if any((deal.action, deal.item) in wanted for deal in bag.steps[number]):
            del bag.steps[number]
            bag.undone += 1
            return


def _visits(times: Iterable[int]) -> tuple[int, ...]:
    visits: list[int] = []
    last = -TOGETHER_S - 1
    for at_s in times:
        if at_s - last > TOGETHER_S:
            visits.append(at_s)
        last = at_s
    return tuple(visits)


def _given(deals: Iterable[Deal], player: Player) -> tuple[int, ...]:
    bought = {one.item for one in deals if one.action == BOUGHT}
    return tuple(one for one in player.items if one and one not in bought)


def _agrees(deals: Iterable[Deal], player: Player) -> bool:
    """Say whether all of the scoreboard that was bought was not given away again."""
    given = _given(deals, player)
    return Counter(one for one in player.items if one and one not in given) <= _held(deals)


def _held(deals: Iterable[Deal]) -> Counter[int]:
    """Add up a story; what was used up without a purchase had been given, and is not missed."""
    held: Counter[int] = Counter()
    for deal in deals:
        held[deal.item] = max(0, held[deal.item] + (1 if deal.action == BOUGHT else -1))
    return held


_ACTIONS: Final = {"bought": BOUGHT, "sold": SOLD, "destroyed": USED}
