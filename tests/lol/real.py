"""Real and generated matches, each read once a process."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.conftest import shared_data
from webapp.lol.domain.analysis import Analysis, analyse
from webapp.lol.domain.parse import parse_match
from webapp.lol.domain.records import Match
from webapp.simulator.riot.samples import match_bytes, sample_matches, timeline_bytes

CLOSE = "EUW1_1"


@cache
def real_matches() -> dict[str, Match]:
    """Read every real match, by its id; skips the test where the folder is absent."""
    return {match.match_id: match for match in map(_read, _bodies(shared_data() / "lol"))}


@cache
def real_analyses() -> dict[str, Analysis]:
    """Work out what every real match tells."""
    return {match_id: analyse(match) for match_id, match in real_matches().items()}


@cache
def generated(match_id: str = CLOSE) -> Match:
    """Read one generated match with its timeline."""
    return parse_match(match_bytes(match_id), timeline_bytes(match_id))


@cache
def generated_ids() -> tuple[str, ...]:
    """Name all generated samples."""
    return tuple(match_id for match_id, _, _ in sample_matches())


@cache
def _text(match_id: str) -> tuple[str, str]:
    return match_bytes(match_id).decode(), (timeline_bytes(match_id) or b"{}").decode()


def bodies(match_id: str = CLOSE) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give both bodies of a generated match, free to change."""
    body, timeline = _text(match_id)
    return json.loads(body), json.loads(timeline)


def read(body: dict[str, Any], timeline: dict[str, Any] | None = None) -> Match:
    """Read bodies that a test has changed."""
    told = None if timeline is None else json.dumps(timeline).encode()
    return parse_match(json.dumps(body).encode(), told)


def mirrored(body: dict[str, Any], timeline: dict[str, Any]) -> Match:
    """Read a match in which both teams have changed sides and nothing else."""
    turned = {100: 200, 200: 100}

    def turn(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: turned.get(one, one)
                if key in {"teamId", "killerTeamId", "winningTeam"} and not isinstance(one, bool)
                else turn(one)
                for key, one in value.items()
            }
        return [turn(one) for one in value] if isinstance(value, list) else value

    return read(turn(body), turn(timeline))


def _bodies(folder: Path) -> Iterator[tuple[Path, Path]]:
    for path in sorted((folder / "matches").glob("*.match.json")):
        yield path, path.with_name(path.name.replace(".match.", ".timeline."))
    for path in sorted((folder / "seed_fixtures").glob("match_detail.*.json")):
        yield path, path.with_name(path.name.replace("match_detail", "match_timeline"))


def _read(paths: tuple[Path, Path]) -> Match:
    body, timeline = paths
    told = timeline.read_bytes() if timeline.exists() else None
    return parse_match(body.read_bytes(), told)
