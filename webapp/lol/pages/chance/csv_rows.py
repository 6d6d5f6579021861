"""A match's chances as rows for CSV."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.pages.chance.story import curve_for
from webapp.lol.pages.sources import Sources
from webapp.lol.pages.window import until
from webapp.lol.store.chances import load_model
from webapp.matchroom.moment import Moment

DIGITS = 4


@dataclass(frozen=True, slots=True)
class ChanceLine:
    """Blue's chance at a frame, 0 to 1, and what the minute before it changed."""

    at_s: int
    chance_a: float
    swing_a: float
    model: str


def chance_lines(loaded: Sources, moment: Moment) -> tuple[ChanceLine, ...]:
    """Give a row for each frame up to the moment."""
    window = until(moment, loaded.row.duration_s)
    model = load_model()
    curve = curve_for(loaded, model)
    swings = (0.0, *(jump.change for jump in curve.jumps))
    return tuple(
        ChanceLine(point.at_s, round(point.chance, DIGITS), round(swing, DIGITS), model.version)
        for point, swing in zip(curve.points, swings, strict=False)
        if window.holds(point.at_s)
    )
