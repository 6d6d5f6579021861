"""A match's chances as rows for CSV."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.pages.chance.story import happened_by_second, match_curve
from webapp.deadlock.pages.sources import Sources
from webapp.deadlock.store.chances import load_model

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


def chance_rows(loaded: Sources) -> tuple[ChanceCell, ...]:
    """Give a row for each second at which something happened; none without a model."""
    model = load_model()
    if model is None:
        return ()
    said = happened_by_second(loaded)
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
    )
