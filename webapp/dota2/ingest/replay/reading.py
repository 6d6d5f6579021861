"""Having a replay read by a process that is shut in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import structlog

from webapp.core.jail.run import Ended, run_jailed
from webapp.dota2.domain.replays.report import DAMAGED, parse_report
from webapp.matchplay.demo_file import DemoRefused

log = structlog.get_logger()

READER = Path(__file__).with_name("reader.py")
SECONDS = 600.0
MEMORY_BYTES = 4 * 1024**3
BODY_BYTES = 16 * 1024 * 1024
LARGEST_REPORT = 4096
THREADS = {"OPENBLAS_NUM_THREADS": "1"}
SENTENCES = {
    "timeout": "Reading this replay took longer than ten minutes, and was stopped.",
    "memory": "Reading this replay took more memory than it may, and was stopped.",
    "crash": "The reader broke over this replay. It may be damaged, or newer than the reader.",
    "done": DAMAGED,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A match as a replay tells it: its number, and a body like OpenDota's."""

    match_id: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one replay's reading may use up; memory beside the file's own map."""

    seconds: float = SECONDS
    memory_bytes: int = MEMORY_BYTES


def read_replay(
    replay: Path, folder: Path, own_number: int, bounds: Bounds | None = None
) -> Reading:
    """Read a plain replay; raises DemoRefused. `own_number` is its match's where it names none."""
    ended = _run(replay, folder, own_number, bounds or Bounds())
    report = parse_report(_read_at_most(folder / "report.json", LARGEST_REPORT))
    body = _read_at_most(folder / "body.json", BODY_BYTES)
    if report is None or not body:
        log.info("replay not read", how=ended.how, last_words=ended.last_words)
        raise DemoRefused(SENTENCES[ended.how])
    return Reading(report.match_id, body)


def _run(replay: Path, folder: Path, own_number: int, bounds: Bounds) -> Ended:
    request = folder / "request.json"
    limits = {
        "memory_bytes": bounds.memory_bytes + replay.stat().st_size,
        "cpu_seconds": int(bounds.seconds) + 1,
        "file_bytes": BODY_BYTES,
    }
    asked = {"replay": str(replay), "own_number": own_number, "limits": limits}
    request.write_text(json.dumps(asked))
    return run_jailed(
        READER, [str(request)], folder=folder, seconds=bounds.seconds, environment=THREADS
    )


def _read_at_most(path: Path, most: int) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(most)
