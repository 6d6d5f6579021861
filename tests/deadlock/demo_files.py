"""Real demos of the shared samples, and matches to keep them with.

The demos have no metadata of their own: the match beside one is a generated one that was given
the demo's number and its people, which is all that demos of this age let anyone compare.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import shared_data
from webapp.simulator.deadlock import generate_match

STREET = "broadcast_2024_street_test_27s.dem"
MIDTOWN = "broadcast_2025-02-27_midtown_18s.dem"
LOCAL = "deadlock_hltv_10524.dem"
SHORTEST = "deadlock_hltv_10423.dem"
MIDTOWN_ID = 33394286
STEAM_BASE = 76561197960265728


def demo_path(name: str = MIDTOWN) -> Path:
    """Give a real demo of this game; skips the test where it is absent."""
    return _there(shared_data() / "deadlock" / "demos" / name)


def foreign_path(name: str) -> Path:
    """Give a real demo of another game; skips the test where it is absent."""
    return _there(shared_data() / "dota2" / "replays" / name)


def _there(path: Path) -> Path:
    if not path.is_file():
        pytest.skip(f"the sample {path.name} is not here")
    return path


@cache
def people_of(path: Path) -> list[tuple[int, int, int]]:
    """Give the Steam id, hero and team (2 or 3) of everybody a demo names."""
    from boon import Demo

    rows = Demo(str(path), preload=False).players.select("steam_id", "hero_id", "team_num").rows()
    return [(steam, hero, team) for steam, hero, team in rows if team in {2, 3}]


@cache
def body_for(path: Path, match_id: int, started_at: datetime | None = None) -> bytes:
    """Give metadata of a match with a demo's number and people; nobody played the rest of it."""
    body: dict[str, Any] = generate_match(match_id)
    if started_at:
        body["match_info"]["start_time"] = int(started_at.timestamp())
    rest = people_of(path)
    for player in body["match_info"]["players"]:
        mine = next(one for one in rest if one[2] == player["team"] + 2)
        rest = [one for one in rest if one is not mine]
        player["account_id"], player["hero_id"] = mine[0] - STEAM_BASE, mine[1]
    return json.dumps(body).encode()


def write_names(folder: Path, modifiers: dict[int, str]) -> None:
    """Write a catalogue of names in the form of the reader's, of these modifiers alone."""
    version, source = "1", "SteamTracking/GameTracking-Deadlock"
    home = f"https://github.com/pnxenopoulos/boon-data/releases/download/{version}"
    said = {
        "client_version": version, "release_key": version,
        "source": {"repository": source, "commit": "0" * 40},
    }  # fmt: skip
    records = {"modifiers": [_modifier(*one) for one in modifiers.items()]}
    bodies: dict[str, dict[str, Any]] = {
        f"{name}.json": {
            **said, "catalog": name, "source_repository": source, "source_commit": "0" * 40,
            "records": records.get(name, []),
        }
        for name in ("abilities", "heroes", "misc", "modifiers")
    }  # fmt: skip
    (folder / version).mkdir(parents=True)
    told = {name: _placed(folder / version / name, body) for name, body in bodies.items()}
    manifest = _placed(folder / version / "manifest.json", {**said, "artifacts": told})
    artifacts = {
        name: {**one, "url": f"{home}/{name}"}
        for name, one in {**told, "manifest.json": manifest}.items()
    }
    entry = {
        "client_version": version, "snapshot": version,
        "released_at": "2026-10-01T00:00:00+00:00", "artifacts": artifacts,
    }  # fmt: skip
    (folder / version / ".install.json").write_text(json.dumps({"version": entry}))


def _modifier(number: int, name: str) -> dict[str, Any]:
    return {
        "modifier_id": number, "modifier_name": name, "record_key": name,
        "qualified_modifier_id": number + 1, "qualified_modifier_name": f"x/{name}",
        "definition_path": "/x", "definition": {}, "stat_changes": [],
    }  # fmt: skip


def _placed(path: Path, body: dict[str, Any]) -> dict[str, Any]:
    written = json.dumps(body).encode()
    path.write_bytes(written)
    return {"bytes": len(written), "sha256": hashlib.sha256(written).hexdigest()}
