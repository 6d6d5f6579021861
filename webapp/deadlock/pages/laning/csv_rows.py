"""What the Laning tab shows as rows: each player at 9:00, or over what was chosen."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import asdict

from webapp.deadlock.domain.analysis.laning import LanePlayer, Stretch, standing_over
from webapp.deadlock.pages.laning.stretch import exact_of, stretch_of
from webapp.deadlock.pages.sources import Sources
from webapp.matchroom.moment import Moment


class LaneLine(LanePlayer, frozen=True):
    """One player's figures between two samples; kills and deaths, known better, to the second."""

    from_s: int = 0
    to_s: int = 0
    kills_from_s: int = 0
    kills_to_s: int = 0


def lane_lines(loaded: Sources, moment: Moment) -> list[LaneLine]:
    """Give every player's figures over the stretch the tab shows."""
    lanes, moments = loaded.slices["lanes"], loaded.slices["moments"]
    if not moments.samples:
        return _lines(lanes.players, Stretch(0, lanes.ends_s), Stretch(0, lanes.ends_s))
    stretch, _ = stretch_of(loaded, lanes, moment)
    exact = exact_of(stretch, moment)
    standing = standing_over(lanes, loaded.slices["events"], moments, stretch, exact)
    return _lines(standing.players, stretch, exact)


def _lines(players: Iterable[LanePlayer], stretch: Stretch, exact: Stretch) -> list[LaneLine]:
    return [
        LaneLine(
            **asdict(one),
            from_s=stretch.from_s,
            to_s=stretch.to_s,
            kills_from_s=exact.from_s,
            kills_to_s=exact.to_s,
        )
        for one in players
    ]
