"""Five generated matches for a fresh installation, under ids no real match has."""

import json
from pathlib import Path
from typing import Any

from webapp.simulator.deadlock import generate_match
from webapp.simulator.deadlock.assets import (
    accolade_assets,
    hero_assets,
    item_assets,
    rank_assets,
)
from webapp.simulator.deadlock.recording import write_recording

SAMPLES: dict[int, str] = {
    101: "comeback",
    102: "stomp",
    103: "base_race",
    104: "four_lanes_old",
    105: "pause",
}
RECORDED = 101


def sample_matches() -> list[tuple[int, bytes]]:
    """(match id, metadata body) of each sample, always the same bytes."""
    return [(match_id, sample_body(match_id)) for match_id in SAMPLES]


def sample_body(match_id: int) -> bytes:
    """One sample as the API would serve it."""
    match = generate_match(match_id, scenario=SAMPLES[match_id])
    return json.dumps(match, separators=(",", ":")).encode()


def write_sample_recording(folder: Path) -> None:
    """Write the drawn recording of the one sample that has one, as a demo's reader would."""
    match = generate_match(RECORDED, scenario=SAMPLES[RECORDED])
    write_recording(match, folder)


def sample_assets() -> dict[str, bytes]:
    """Names of heroes, items, ranks and accolades, as the API's assets bodies, no picture."""
    bodies: dict[str, Any] = {
        "heroes": hero_assets(""),
        "items": item_assets(""),
        "ranks": rank_assets(""),
        "accolades": accolade_assets(),
    }
    heroes = [{**hero, "images": None} for hero in bodies["heroes"]]
    return {name: json.dumps(body).encode() for name, body in {**bodies, "heroes": heroes}.items()}
