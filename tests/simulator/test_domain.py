"""The room's own parser and analysis accept every generated match."""

import json

import pytest

from webapp.deadlock.domain.analysis import analyse
from webapp.deadlock.domain.parse import parse_metadata
from webapp.simulator.deadlock import SCENARIOS, generate_match


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_arc_is_read_without_a_gap_and_analysed(scenario: str) -> None:
    body = generate_match(8000, scenario=scenario)
    match = parse_metadata(json.dumps(body).encode(), expect_match_id=8000)
    info = body["match_info"]
    assert match.duration_s == info["duration_s"]
    assert len(match.players) == 12
    told = {player.slot: player.account_id for player in match.players}
    assert told == {player["player_slot"]: player["account_id"] for player in info["players"]}
    assert not match.missing or scenario == "four_lanes_old"
    assert analyse(match)
