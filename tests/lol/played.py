"""Real matches of the shared folder, read once; whoever asks is skipped where it is absent."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.conftest import shared_data
from webapp.lol.domain.parse import parse_match
from webapp.lol.domain.records import Match


@cache
def played() -> tuple[Match, ...]:
    """Give every shared match with its timeline, whatever its mode."""
    folder = shared_data() / "lol" / "matches"
    bodies = sorted(folder.glob("*.match.json"))
    return tuple(parse_match(one.read_bytes(), _timeline(one)) for one in bodies)


@cache
def on_the_rift() -> tuple[Match, ...]:
    """Give those of two sides of five on Summoner's Rift whose events are recorded."""
    found = (one for one in played() if one.mode == "rift" and one.timeline)
    return tuple(one for one in found if one.timeline and one.timeline.kills)


def _timeline(body: Path) -> bytes | None:
    path = body.with_name(body.name.replace(".match.", ".timeline."))
    return path.read_bytes() if path.exists() else None
