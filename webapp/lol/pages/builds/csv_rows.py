"""Purchases and orders of abilities as rows for CSV."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.domain.analysis.builds import Builds
from webapp.lol.pages.sources import Sources
from webapp.lol.pages.window import until
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item bought, sold or used up; what was taken back is not there."""

    slot: int
    side: str | None
    champion_id: int
    at_s: int
    action: str
    item_id: int


@dataclass(frozen=True, slots=True)
class SkillLine:
    """A point in an ability, Q to R."""

    slot: int
    side: str | None
    champion_id: int
    number: int
    at_s: int
    ability: str


def item_lines(loaded: Sources, moment: Moment) -> tuple[ItemLine, ...]:
    """Give a row for each deal of each player up to the moment."""
    builds: Builds = loaded.slices["builds"]
    window = until(moment, loaded.row.duration_s)
    return tuple(
        ItemLine(one.slot, one.side, one.champion_id, deal.at_s, deal.action, deal.item)
        for one in builds.players
        for deal in one.deals
        if window.holds(deal.at_s)
    )


def skill_lines(loaded: Sources, moment: Moment) -> tuple[SkillLine, ...]:
    """Give a row for each point of each player up to the moment."""
    builds: Builds = loaded.slices["builds"]
    window = until(moment, loaded.row.duration_s)
    return tuple(
        SkillLine(one.slot, one.side, one.champion_id, number, point.at_s, _key(point.skill))
        for one in builds.players
        for number, point in enumerate(one.skills, 1)
        if window.whole or point.at_s <= window.last
    )


def _key(skill: int) -> str:
    return "QWER"[skill - 1] if 1 <= skill <= len("QWER") else str(skill)
