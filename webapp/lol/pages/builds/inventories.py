"""Each player's shopping, abilities, runes and spells, in words and pictures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from webapp.lol.domain.analysis.builds import (
    BOUGHT,
    SOLD,
    Deal,
    PlayerBuild,
    held_at,
)
from webapp.lol.domain.analysis.economy.shopping import TOGETHER_S
from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.domain.records import Runes
from webapp.lol.pages.frame import clock
from webapp.lol.pages.seats import Seat
from webapp.lol.pages.things import Thing, several, thing_of
from webapp.lol.pages.window import Window

LEVELS = 18
KEYS = "QWER"


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit to the shop."""

    at_s: int
    clock: str
    bought: tuple[Thing, ...]
    sold: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One ability: at which levels it got a point, a letter or nothing for each level."""

    key: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuildView:
    """One player's build; `held` is what was in the bag at the shown second."""

    seat: Seat
    held: tuple[Thing, ...]
    final: tuple[Thing, ...]
    given: tuple[Thing, ...]
    undone: int
    visits: tuple[VisitRow, ...]
    skills: tuple[SkillRow, ...]
    keystone: Thing | None
    runes: tuple[Thing, ...]
    shards: tuple[Thing, ...]
    spells: tuple[Thing, ...]


def build_view(
    one: PlayerBuild, seat: Seat, names: Catalogue, window: Window, *, recorded: bool
) -> BuildView:
    """Tell one player's build up to the end of a stretch."""
    runes = one.runes
    return BuildView(
        seat=seat,
        held=_items(held_at(one, window.last), names) if recorded else (),
        final=_items([item for item in (*one.final, one.trinket or 0) if item], names),
        given=_items(one.given, names),
        undone=one.undone,
        visits=tuple(_visits(one, names, window)),
        skills=_skills(one, window),
        keystone=thing_of(names.rune(runes.keystone)) if runes and runes.keystone else None,
        runes=_runes(runes, names),
        shards=tuple(thing_of(names.rune(shard)) for shard in runes.shards) if runes else (),
        spells=tuple(thing_of(names.spell(spell)) for spell in one.spells if spell),
    )


def _items(items: list[int] | tuple[int, ...], names: Catalogue) -> tuple[Thing, ...]:
    return tuple(
        several(thing_of(names.item(item)), count) for item, count in Counter(items).items()
    )


def _visits(one: PlayerBuild, names: Catalogue, window: Window) -> list[VisitRow]:
    rows = []
    starts = [deal for deal in one.deals if deal.action in {BOUGHT, SOLD}]
    for group in _together(starts):
        at_s = group[0].at_s
        if window.holds(at_s):
            rows.append(
                VisitRow(
                    at_s,
                    clock(at_s),
                    _items([deal.item for deal in group if deal.action == BOUGHT], names),
                    _items([deal.item for deal in group if deal.action == SOLD], names),
                )
            )
    return rows


def _together(deals: list[Deal]) -> list[list[Deal]]:
    groups: list[list[Deal]] = []
    for deal in deals:
        if groups and deal.at_s - groups[-1][-1].at_s <= TOGETHER_S:
            groups[-1].append(deal)
        else:
            groups.append([deal])
    return groups


def _skills(one: PlayerBuild, window: Window) -> tuple[SkillRow, ...]:
    points = one.skills[:LEVELS]
    if not points:
        return ()
    return tuple(
        SkillRow(
            key,
            tuple(
                key if point.skill == number and point.at_s <= window.last else ""
                for point in points
            ),
        )
        for number, key in enumerate(KEYS, 1)
    )


def _runes(runes: Runes | None, names: Catalogue) -> tuple[Thing, ...]:
    if runes is None:
        return ()
    chosen = (*runes.primary[1:], *runes.secondary)
    return tuple(thing_of(names.rune(one.rune_id)) for one in chosen)
