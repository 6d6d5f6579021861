"""Having a demo read by a process that is shut in, as much of it as can be read.

A reader that dies over one table is started again for the rest; the time for all is one.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, replace
from pathlib import Path

import structlog

from webapp.core.jail.run import Ended, run_jailed
from webapp.core.settings import current_settings
from webapp.deadlock.domain.demos import (
    DATASETS,
    NEED_NAMES,
    DemoHeader,
    DemoRefused,
    parse_report,
)
from webapp.deadlock.domain.demos.report import DemoReport

log = structlog.get_logger()

READER = Path(__file__).with_name("reader.py")
SECONDS = 300.0
CPU_SECONDS = 240  # of all threads: one that never rests meets it before time is up
MEMORY_BYTES = 3 * 1024**3
TABLE_BYTES = 512 * 1024 * 1024
LARGEST_REPORT = 1024 * 1024
THREADS = {"POLARS_MAX_THREADS": "2", "RAYON_NUM_THREADS": "2"}
NOWHERE = "/nonexistent"
NO_NAMES = "the reader needs its catalogue of names for it, which is not installed here"
NO_FIT = "the catalogue of names installed here does not fit it"
DAMAGED = "this part of the demo is damaged, or of a form the reader does not know"
ENDS = {
    "timeout": "reading it took longer than it may, and was stopped",
    "memory": "reading it took more memory than it may, and was stopped",
    "crash": "the reader broke over it",
    "done": "the reader stopped before it",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a demo: its header, the tables in `folder`, and why the others are not."""

    header: DemoHeader
    folder: Path
    read: tuple[str, ...]
    failed: dict[str, str]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one demo's reading may use up."""

    seconds: float = SECONDS
    cpu_seconds: int = CPU_SECONDS
    memory_bytes: int = MEMORY_BYTES


def read_demo(demo: Path, folder: Path, bounds: Bounds | None = None) -> Reading:
    """Read a plain demo's tables into a folder; raises DemoRefused when not even its header can be.

    Shared memory maps count as memory, so the demo's own size is added to what is allowed.
    """
    allowed = bounds or Bounds()
    allowed = replace(allowed, memory_bytes=allowed.memory_bytes + demo.stat().st_size)
    names = _names_folder()
    wanted = [name for name in DATASETS if names or name not in NEED_NAMES]
    failed = {} if names else dict.fromkeys(sorted(NEED_NAMES), NO_NAMES)
    read: list[str] = []
    header, ends_at = None, time.monotonic() + allowed.seconds
    while wanted:
        left = ends_at - time.monotonic()
        ended, report = _run(demo, folder, wanted, replace(allowed, seconds=left), names)
        header = header or _header(report, ended)
        read += report.read
        failed |= {name: _why(name, why) for name, why in report.failed}
        broken = _broken(report, ended, wanted)
        failed |= broken
        wanted = [name for name in wanted if name not in {*read, *failed}]
    if header is None:
        raise DemoRefused("This demo could not be read.")
    return Reading(header, folder, tuple(read), failed)


def _run(
    demo: Path, folder: Path, wanted: list[str], bounds: Bounds, names: str
) -> tuple[Ended, DemoReport]:
    request, report = folder / "request.json", folder / "report.jsonl"
    report.unlink(missing_ok=True)
    limits = {
        "memory_bytes": bounds.memory_bytes,
        "cpu_seconds": bounds.cpu_seconds,
        "file_bytes": TABLE_BYTES,
    }
    request.write_text(json.dumps({"demo": str(demo), "datasets": wanted, "limits": limits}))
    told = {**THREADS, "BOON_DATA_DIR": names or NOWHERE}
    ended = run_jailed(
        READER, [str(request)], folder=folder, seconds=max(bounds.seconds, 0.0), environment=told
    )
    return ended, parse_report(_read_at_most(report, LARGEST_REPORT))


def _header(report: DemoReport, ended: Ended) -> DemoHeader:
    if report.header is not None:
        return report.header
    if report.unreadable:
        raise DemoRefused(
            "This demo is damaged or cut short, or of a form the reader does not know."
        )
    raise DemoRefused(f"This demo could not be read: {ENDS[ended.how]}.")


def _broken(report: DemoReport, ended: Ended, wanted: list[str]) -> dict[str, str]:
    """Say which tables are lost with the reader's end: the one it was at, or all that are left."""
    rest = [name for name in wanted if name not in {*report.read, *dict(report.failed)}]
    if not rest:
        return {}
    goes_on = ended.how in {"memory", "crash"} and report.at in rest
    lost = [report.at] if goes_on else rest
    return dict.fromkeys(lost, ENDS[ended.how])


def _why(name: str, why: str) -> str:
    """Say in a reader's words why a table could not be read; the library's own go to the log."""
    log.info("demo table not read", table=name, why=why)
    return NO_FIT if "boon-data" in why or why.startswith("DataError") else DAMAGED


def _names_folder() -> str:
    """Give the folder of the reader's catalogue where it holds a version at all."""
    told = current_settings().boon_data_dir
    if not told or not Path(told).is_dir():
        return ""
    return told if any(one.name.isdecimal() for one in Path(told).iterdir()) else ""


def _read_at_most(path: Path, most: int) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(most)
