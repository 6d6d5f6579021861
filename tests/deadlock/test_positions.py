"""Real positions run on the clock of the match, through teleports and pauses."""

from pathlib import Path

import numpy as np
import pytest

from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records import Match


@pytest.fixture(params=[31067068, 35077269, 54331746], name="match")
def match_fixture(request: pytest.FixtureRequest, shared_data: Path) -> Match:
    body = (shared_data / "deadlock" / "metadata" / f"m{request.param}.json").read_bytes()
    return parse_metadata(body)


def test_everybody_has_one_sample_for_each_second(match: Match) -> None:
    assert match.paths is not None
    assert match.paths.x.shape == (12, match.duration_s + 1)
    assert match.paths.present.all()


def test_health_falls_to_0_within_a_second_of_every_death(match: Match) -> None:
    assert match.paths is not None
    late = []
    for row, player in enumerate(match.players):
        for death in player.deaths:
            after = match.paths.health[row, death.at_s : death.at_s + 2]
            if death.at_s < match.duration_s and after.all():
                late.append((player.slot, death.at_s))
    assert late == []


def test_the_dying_stand_where_their_death_says(match: Match) -> None:
    assert match.paths is not None
    away = [
        np.hypot(
            match.paths.x[row, death.at_s] - death.place.x,
            match.paths.y[row, death.at_s] - death.place.y,
        )
        for row, player in enumerate(match.players)
        for death in player.deaths
        if death.place and match.paths.health[row, death.at_s]
    ]
    assert np.median(away) < 120
    assert max(away) < 600
