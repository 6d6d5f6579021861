"""A match's chances as rows for CSV."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.domain.winning import chance_at, known_at
from webapp.deadlock.pages.chance.page import second_of, stretches_in
from webapp.deadlock.pages.chance.state import STANDS
from webapp.deadlock.pages.chance.story import happened_by_second, match_curve, story_of
from webapp.deadlock.pages.sources import Sources
from webapp.deadlock.store.chances import load_model
from webapp.matchroom.moment import Moment

DIGITS = 4


@dataclass(frozen=True, slots=True)
class ChanceCell:
    """A second at which something happened; chances are side a's, 0 to 1."""

    at_s: int
    what: str
    chance_a_before: float
    chance_a_after: float
    swing: float
    model: str


@dataclass(frozen=True, slots=True)
class PartCell:
    """One part of the chance at a second; chances are side a's, 0 to 1."""

    at_s: int
    part: str
    stands: str
    chance_a: float
    chance_a_without: float
    worth: float
    model: str


@dataclass(frozen=True, slots=True)
class StretchCell:
    """From one soul sample to the next: who gained, and side a's chance in per cent."""

    from_s: int
    to_s: int
    side: str
    lead_gained: int
    kills_a: int
    kills_b: int
    fell: str
    chance_a_before_percent: str
    chance_a_after_percent: str


def part_rows(loaded: Sources, moment: Moment) -> tuple[PartCell, ...]:
    """Take the chance at the chosen second apart; nothing without a model."""
    model, duration_s = load_model(), loaded.row.duration_s
    if model is None:
        return ()
    at_s = min(second_of(moment, duration_s), max(duration_s - 1, 0))
    lead, events = loaded.slices["lead"], loaded.slices["events"]
    sides = {row.slot: row.side for row in loaded.slices["scoreboard"].rows}
    chance, parts = chance_at(model.weights, lead, events, sides, at_s)
    known = known_at(lead, events, sides, [at_s])
    return tuple(
        PartCell(
            at_s=at_s,
            part=one.word,
            stands=STANDS[one.word](known),
            chance_a=round(chance, DIGITS),
            chance_a_without=round(one.without, DIGITS),
            worth=round(chance - one.without, DIGITS),
            model=model.version,
        )
        for one in parts
    )


def stretch_lines(loaded: Sources, moment: Moment) -> tuple[StretchCell, ...]:
    """Give the stretches between soul samples; within a span those that lie in it."""
    return tuple(
        StretchCell(
            from_s=one.from_s,
            to_s=one.to_s,
            side=one.side,
            lead_gained=one.souls,
            kills_a=one.kills_a,
            kills_b=one.kills_b,
            fell=one.fell,
            chance_a_before_percent=one.before,
            chance_a_after_percent=one.after,
        )
        for one in stretches_in(story_of(loaded, load_model()), moment)
    )


def chance_rows(loaded: Sources, moment: Moment) -> tuple[ChanceCell, ...]:
    """Give a row for each second of the span at which something happened; none without a model."""
    model = load_model()
    if model is None:
        return ()
    said = happened_by_second(loaded)
    first, last = moment.span or Moment().reach
    return tuple(
        ChanceCell(
            at_s=jump.at_s,
            what="; ".join(said.get(jump.at_s, ())),
            chance_a_before=round(jump.before, DIGITS),
            chance_a_after=round(jump.after, DIGITS),
            swing=round(jump.change, DIGITS),
            model=model.version,
        )
        for jump in match_curve(loaded, model).jumps
        if first <= jump.at_s <= last
    )
