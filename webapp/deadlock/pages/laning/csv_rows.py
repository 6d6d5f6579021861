"""What the Laning tab shows as rows: each player at 9:00, or over what was chosen."""

from __future__ import annotations

from webapp.deadlock.domain.analysis.laning import LanePlayer, standing_over
from webapp.deadlock.pages.laning.stretch import stretch_of
from webapp.deadlock.pages.sources import Sources
from webapp.matchroom.moment import Moment


def lane_lines(loaded: Sources, moment: Moment) -> tuple[LanePlayer, ...]:
    """Give every player's figures over the stretch the tab shows."""
    lanes, moments = loaded.slices["lanes"], loaded.slices["moments"]
    if not moments.samples:
        return tuple(lanes.players)
    stretch, _ = stretch_of(loaded, lanes, moment)
    return standing_over(lanes, loaded.slices["events"], moments, stretch).players
