"""Ways and places worked out for a whole match, against each second worked out alone."""

from __future__ import annotations

import numpy as np
import pytest

from tests.deadlock.test_map import LENGTH, replay
from webapp.deadlock.domain.ground import region_at
from webapp.deadlock.pages.map.tracks import spots_of, ways_of


@pytest.mark.parametrize(("first", "last"), [(0, 30), (1, 2), (40, 70), (58, 83), (0, LENGTH)])
def test_a_trail_is_the_same_written_point_by_point(first: int, last: int) -> None:
    paths = replay().paths
    for row, way in enumerate(ways_of(replay())):
        runs: list[list[str]] = [[]]
        for one in range(first, last + 1):
            both_live = one > first and bool((paths.health[row, one - 1 : one + 1] > 0).all())
            point = f"{np.rint(paths.x[row, one]):.0f},{np.rint(-paths.y[row, one]) + 0.0:.0f}"
            runs[-1].append(point) if both_live else runs.append([point])
        assert list(way.between(first, last)) == [" ".join(run) for run in runs if len(run) > 1]


def test_places_are_named_alike_on_both_sides_of_a_block() -> None:
    match = replay()
    for sample in (0, 63, 64, 65, LENGTH):
        for row, (spot, player) in enumerate(
            zip(spots_of(match, sample), match.header.players, strict=True)
        ):
            x, y = float(match.paths.x[row, sample]), float(match.paths.y[row, sample])
            assert spot.seen_by(player.side) == region_at(x, y, side=player.side)
