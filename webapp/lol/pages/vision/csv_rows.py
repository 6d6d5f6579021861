"""Wards as rows for CSV."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.domain.analysis.vision import Vision
from webapp.lol.pages.sources import Sources
from webapp.lol.pages.window import until
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class WardLine:
    """One ward placed or cleared by a player; undefined ones are not there."""

    slot: int
    side: str | None
    at_s: int
    action: str
    kind: str


def ward_lines(loaded: Sources, moment: Moment) -> tuple[WardLine, ...]:
    """Give a row for each ward up to the moment, by player."""
    vision: Vision = loaded.slices["vision"]
    window = until(moment, loaded.row.duration_s)
    return tuple(
        WardLine(one.slot, one.side, at_s, action, kind)
        for one in vision.players
        for action, rows in (("placed", one.placed_at_s), ("cleared", one.cleared_at_s))
        for kind, times in zip(vision.kinds, rows, strict=True)
        for at_s in times
        if window.holds(at_s)
    )
