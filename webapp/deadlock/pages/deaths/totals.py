"""Everybody's deaths added up: how often, how outnumbered, how alone, what they cost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from webapp.deadlock.domain.analysis.deaths import Crowd, DeathTold
from webapp.deadlock.pages.combat.people import Fighter


@dataclass(frozen=True, slots=True)
class TotalLine:
    """One player's deaths as a row for CSV; `placed` of them say who was near."""

    slot: int
    side: str
    deaths: int
    placed: int
    outnumbered: int
    alone: int
    answered: int
    buildings_after: int
    out_s: int
    souls_lost: int


@dataclass(frozen=True, slots=True)
class PlayerTotal:
    """One player's deaths with who that was and the way to them."""

    fighter: Fighter
    line: TotalLine
    href: str
    percent: int


def totals_of(deaths: Sequence[DeathTold]) -> tuple[TotalLine, ...]:
    """Add up some deaths by player."""
    slots = sorted({one.victim for one in deaths})
    return tuple(_line([one for one in deaths if one.victim == slot]) for slot in slots)


def is_outnumbered(near: Crowd) -> bool:
    """Say whether the victim's side, the victim with it, was fewer than the enemy."""
    return len(near.own) + 1 < len(near.enemy)


def _line(own: Sequence[DeathTold]) -> TotalLine:
    near = [one.around.near for one in own if one.around.near]
    return TotalLine(
        slot=own[0].victim,
        side=own[0].around.side,
        deaths=len(own),
        placed=len(near),
        outnumbered=sum(is_outnumbered(one) for one in near),
        alone=sum(not one.own for one in near),
        answered=sum(bool(one.after.answered) for one in own),
        buildings_after=len({fall for one in own for fall in one.after.fell}),
        out_s=sum(one.respawn_s for one in own),
        souls_lost=sum(_souls(own)),
    )


def _souls(own: Iterable[DeathTold]) -> list[int]:
    """Take what was lost between any two samples once, however many deaths lie there."""
    return [lost.souls for lost in {one.after.souls for one in own} if lost]
