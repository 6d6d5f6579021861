"""A match's chances as rows for CSV."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.dota2.pages.chance.story import minutes_for
from webapp.dota2.pages.sources import Sources
from webapp.dota2.store.chances import load_model
from webapp.matchroom.moment import Moment

DIGITS = 4


@dataclass(frozen=True, slots=True)
class ChanceLine:
    """One minute; chances are Radiant's, 0 to 1."""

    from_s: int
    to_s: int
    chance_a_before: float
    chance_a_after: float
    swing_a: float
    model: str


def chance_lines(loaded: Sources, moment: Moment) -> tuple[ChanceLine, ...]:
    """Give a row for each minute of the chosen stretch; none without a model."""
    model, (first, last) = load_model(), moment.reach
    if model is None:
        return ()
    return tuple(
        ChanceLine(
            from_s=start,
            to_s=jump.at_s,
            chance_a_before=round(jump.before, DIGITS),
            chance_a_after=round(jump.after, DIGITS),
            swing_a=round(jump.change, DIGITS),
            model=model.version,
        )
        for start, jump in minutes_for(loaded, model)
        if first < jump.at_s <= last
    )
