"""Each player's shopping, abilities, runes and spells, in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from webapp.lol.domain.analysis.builds import (
    BOUGHT,
    SOLD,
    TOGETHER_S,
    Deal,
    PlayerBuild,
    held_at,
)
from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.domain.records import Runes
from webapp.lol.pages.frame import clock
from webapp.lol.pages.seats import Seat
from webapp.lol.pages.window import Window

LEVELS = 18
KEYS = "QWER"


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit to the shop."""

    at_s: int
    clock: str
    bought: str
    sold: str


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One ability: at which levels it got a point, a letter or nothing for each level."""

    key: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuildView:
    """One player's build; `held` is what was in the bag at the shown second."""

    seat: Seat
    held: str
    final: str
    given: str
    undone: int
    visits: tuple[VisitRow, ...]
    skills: tuple[SkillRow, ...]
    keystone: str
    runes: str
    shards: str
    spells: str


def build_view(
    one: PlayerBuild, seat: Seat, names: Catalogue, window: Window, *, recorded: bool
) -> BuildView:
    """Tell one player's build up to the end of a stretch."""
    return BuildView(
        seat=seat,
        held=_items(held_at(one, window.last), names) if recorded else "",
        final=_items([item for item in (*one.final, one.trinket or 0) if item], names),
        given=_items(one.given, names),
        undone=one.undone,
        visits=tuple(_visits(one, names, window)),
        skills=_skills(one, window),
        keystone=names.rune(one.runes.keystone).name if one.runes and one.runes.keystone else "",
        runes=_runes(one.runes, names),
        shards=", ".join(names.rune(shard).name for shard in one.runes.shards) if one.runes else "",
        spells=", ".join(names.spell(spell).name for spell in one.spells if spell),
    )


def _items(items: list[int] | tuple[int, ...], names: Catalogue) -> str:
    counts = Counter(items)
    return ", ".join(
        names.item(item).name if count == 1 else f"{count} × {names.item(item).name}"
        for item, count in counts.items()
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


def _runes(runes: Runes | None, names: Catalogue) -> str:
    if runes is None:
        return ""
    chosen = [names.rune(one.rune_id).name for one in (*runes.primary[1:], *runes.secondary)]
    return ", ".join(chosen)
