"""Generated matches as bytes: the samples of a fresh installation, and any other by its id."""

import json

from webapp.simulator.riot.people import people_of
from webapp.simulator.riot.scenarios import SAMPLES, Scenario, scenario_of
from webapp.simulator.riot.wire.bodies import match_body, timeline_body

SAMPLE_PLATFORM = "EUW1"


def sample_matches() -> list[tuple[str, bytes, bytes | None]]:
    """(match id, match body, timeline body or None) of each sample, always the same bytes."""
    ids = [f"{SAMPLE_PLATFORM}_{number}" for number in SAMPLES]
    return [(match_id, match_bytes(match_id), timeline_bytes(match_id)) for match_id in ids]


def match_bytes(match_id: str) -> bytes:
    """Give one match as the API would serve it; KeyError for a number nobody has."""
    return _packed(match_body(_scenario(match_id)))


def timeline_bytes(match_id: str) -> bytes | None:
    """Give its timeline; None where the API has none."""
    scenario = _scenario(match_id)
    return _packed(timeline_body(scenario)) if scenario.timeline else None


def _scenario(match_id: str) -> Scenario:
    platform, _, number = match_id.partition("_")
    found = scenario_of(platform, int(number))
    if found is None:
        raise KeyError(match_id)
    return found


def _packed(body: object) -> bytes:
    return json.dumps(body, separators=(",", ":")).encode()


def played_in_demo() -> list[tuple[str, str]]:
    """(name, tag) of the accounts a demonstration looks up."""
    return [(one.name, one.tag) for one in people_of(SAMPLE_PLATFORM)[9:30:10]]
