"""Generated bodies have every key a real one has, with values of the same kinds."""

import json
from pathlib import Path
from typing import Any

import pytest

from webapp.simulator.deadlock import generate_match

# Rows the simulator leaves empty, as many real matches do.
UNTOLD = {"ability_stats", "watched_death_replays", "party"}


def kinds(value: Any, where: str = "") -> dict[str, set[str]]:
    """Every key path with the kinds of value found there; lists are one step named []."""
    found: dict[str, set[str]] = {where: {kind_of(value)}}
    inner = value.items() if isinstance(value, dict) else ()
    steps = [(f"{where}.{name}", child) for name, child in inner if name not in UNTOLD]
    if isinstance(value, list):
        steps = [(f"{where}[]", child) for child in value[:40]]
    for path, child in steps:
        for key, kind in kinds(child, path).items():
            found.setdefault(key, set()).update(kind)
    return found


def kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return "bool"
    return "number" if isinstance(value, int | float) else type(value).__name__


@pytest.mark.parametrize(
    ("number", "scenarios"),
    [("54331746", ("base_race", "pause")), ("31067068", ("four_lanes_old",))],
)
def test_every_real_key_is_there_with_the_same_kind(
    shared_data: Path, number: str, scenarios: tuple[str, ...]
) -> None:
    real = kinds(json.loads((shared_data / f"deadlock/metadata/m{number}.json").read_bytes()))
    ours: dict[str, set[str]] = {}
    for match_id in (7001, 7002):
        for scenario in scenarios:
            for key, kind in kinds(generate_match(match_id, scenario=scenario)).items():
                ours.setdefault(key, set()).update(kind)
    missing = [key for key in real if key not in ours]
    assert missing == []
    for key, kind in real.items():
        assert ours[key] - {"NoneType"} <= kind | ours[key] & {"dict"}, key
        assert (kind - {"NoneType"}) & ours[key] or not kind - {"NoneType"}, key
