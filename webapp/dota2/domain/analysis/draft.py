"""The draft: every pick and ban in order, what took how long, and whether the order is known.

Modes without turns send bans and picks too; then `order_name` is None and nothing is compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import msgspec

from webapp.dota2.domain.draft_orders import DraftOrder, order_of
from webapp.dota2.domain.records import DraftStep, DraftTiming, Match


class Step(msgspec.Struct, frozen=True):
    """One pick or ban, `number` from 1. `slot` is who played a picked hero, None if unknown.

    `phase` counts rounds of bans and picks from 1. Seconds are None where not recorded.
    """

    number: int
    phase: int
    is_pick: bool
    side: str | None
    hero_id: int
    slot: int | None
    took_s: int | None
    reserve_left_s: int | None


class SideDraft(msgspec.Struct, frozen=True):
    """One side's heroes in order, and how long its turns took together."""

    side: str
    picks: tuple[int, ...]
    bans: tuple[int, ...]
    took_s: int | None


class Draft(msgspec.Struct, frozen=True):
    """Steps in order, empty where none were sent. `first` is the side that went first.

    `as_ordered` says whether the steps follow the order named, None where there is none to follow
    or none known of that time.
    """

    steps: tuple[Step, ...]
    side_a: SideDraft
    side_b: SideDraft
    first: str | None
    order_name: str | None
    as_ordered: bool | None
    timed: bool


def draft_of(match: Match) -> Draft:
    """Put the draft together."""
    timings = {one.order: one for one in match.draft_timings}
    steps = _steps(match, timings)
    order = order_of(match.game_mode, match.started_at)
    first = steps[0].side if steps else None
    return Draft(
        steps=steps,
        side_a=_side("a", steps),
        side_b=_side("b", steps),
        first=first,
        order_name=order.name if order and steps else None,
        as_ordered=_as_ordered(match, steps, order),
        timed=any(one.took_s is not None for one in steps),
    )


def _steps(match: Match, timings: dict[int, DraftTiming]) -> tuple[Step, ...]:
    given = match.draft or tuple(
        DraftStep(one.order, one.is_pick, one.hero_id, one.side)
        for one in match.draft_timings
        if one.hero_id
    )
    phases = _phases(given)
    played = {player.hero_id: player.slot for player in match.players if player.hero_id}
    return tuple(
        Step(
            number=number,
            phase=phases[number - 1],
            is_pick=one.is_pick,
            side=one.side,
            hero_id=one.hero_id,
            slot=played.get(one.hero_id) if one.is_pick else None,
            took_s=_timed(timings.get(one.order), one).took_s,
            reserve_left_s=_timed(timings.get(one.order), one).reserve_left_s,
        )
        for number, one in enumerate(given, start=1)
    )


def _timed(timing: DraftTiming | None, step: DraftStep) -> DraftTiming:
    """Give the timing of a step; one of another hero belongs to none."""
    if timing is not None and timing.hero_id in {None, step.hero_id}:
        return timing
    return DraftTiming(step.order, step.is_pick, step.side, None, None, None, None)


def _phases(steps: Sequence[DraftStep]) -> list[int]:
    """Count the rounds: bans and the picks after them are one."""
    made: list[int] = []
    for place, (_, run) in enumerate(groupby(steps, key=lambda step: step.is_pick)):
        made += [place // 2 + 1] * len(list(run))
    return made


def _side(side: str, steps: Sequence[Step]) -> SideDraft:
    own = [one for one in steps if one.side == side]
    took = [one.took_s for one in own if one.took_s is not None]
    return SideDraft(
        side=side,
        picks=tuple(one.hero_id for one in own if one.is_pick),
        bans=tuple(one.hero_id for one in own if not one.is_pick),
        took_s=sum(took) if own and len(took) == len(own) else None,
    )


def _as_ordered(match: Match, steps: Sequence[Step], order: DraftOrder | None) -> bool | None:
    """Compare with an order; breaking one of another time says nothing."""
    if order is None or not steps or match.started_at is None:
        return None
    follows = _follows(steps, order, steps[0].side)
    return follows or (False if order.is_known_of(match.started_at) else None)


def _follows(steps: Sequence[Step], order: DraftOrder, first: str | None) -> bool:
    expected = [(turn.is_pick, turn.first) for turn in order.turns]
    return [(one.is_pick, one.side == first) for one in steps] == expected
