"""The draft in order."""

from collections.abc import Sequence

from webapp.dota2.domain import records, wire
from webapp.dota2.domain.parse.numbers import side_of_team, slot_of


def draft_of(steps: Sequence[wire.PickBan]) -> tuple[records.DraftStep, ...]:
    """Give picks and bans by their order; one without a hero is left out."""
    made = [
        records.DraftStep(
            order=place if step.order is None else step.order,
            is_pick=bool(step.is_pick),
            hero_id=step.hero_id,
            side={0: "a", 1: "b"}.get(-1 if step.team is None else step.team),
        )
        for place, step in enumerate(steps)
        if step.hero_id
    ]
    return tuple(sorted(made, key=lambda step: step.order))


def timings_of(steps: Sequence[wire.Timing]) -> tuple[records.DraftTiming, ...]:
    """Give how long each step took; the upstream counts them from 1."""
    made = [
        records.DraftTiming(
            order=place if step.order is None else step.order - 1,
            is_pick=bool(step.pick),
            side=side_of_team(step.active_team),
            hero_id=step.hero_id or None,
            slot=slot_of(step.player_slot),
            reserve_left_s=None if step.extra_time is None else round(step.extra_time),
            took_s=None if step.total_time_taken is None else round(step.total_time_taken),
        )
        for place, step in enumerate(steps)
    ]
    return tuple(sorted(made, key=lambda step: step.order))
