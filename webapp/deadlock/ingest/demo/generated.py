"""A drawn recording kept with a generated match, so that its pages show what a demo adds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from webapp.core.db import db
from webapp.deadlock.domain.demos import parse_report
from webapp.deadlock.ingest.demo.bringing import Brought
from webapp.deadlock.ingest.demo.keeping import Worked, work_out
from webapp.deadlock.ingest.demo.reading import Reading
from webapp.deadlock.ingest.demo.saving import kept_demo, match_of
from webapp.deadlock.store import demos
from webapp.matchroom.demos.folder import demo_folder


def save_generated_demo(match_id: int, write: Callable[[Path], None]) -> None:
    """Keep the recording that `write` puts into a folder, as the reader would. Commits."""
    with demo_folder() as folder:
        write(folder)
        report = parse_report((folder / "report.jsonl").read_bytes())
        if report.header is None:
            raise ValueError("a recording without a header")
        reading = Reading(report.header, folder, report.read, {})
        match, body_sha256 = match_of(match_id)
        keep_drawn(match_id, reading, work_out(reading, match, of=body_sha256))


def keep_drawn(match_id: int, reading: Reading, worked: Worked) -> None:
    """Keep what was worked out of a drawn recording. Commits."""
    brought = Brought(reading.folder, 0, "", "generated")
    tables = demos.place_tables(match_id, worked.tables)
    demos.save_demo(match_id, kept_demo(reading, worked, brought, tables), worked.parts)
    db.session.commit()
