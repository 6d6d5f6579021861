"""Runs the measurements on a database of their own and prints them as one report."""

from __future__ import annotations

import dataclasses
import json
import platform
import tempfile
from collections.abc import Sequence
from pathlib import Path

from flask import Flask

from webapp.app import create_app
from webapp.cli.bench.matches import (
    FIRST_ID,
    IngestFigures,
    KeptFigures,
    measure_ingest,
    measure_kept,
)
from webapp.cli.bench.pages import PageRate, measure_pages
from webapp.config import Settings
from webapp.core.db import db
from webapp.core.embedded import start_postgres, start_valkey

MACHINE = "{system} on {machine}, Python {python}"


def main(arguments: Sequence[str]) -> int:
    """Measure, print the report, and write it as JSON to a path when one is given."""
    with tempfile.TemporaryDirectory(prefix="guildhall-bench-") as folder:
        postgres, valkey = start_postgres(Path(folder)), start_valkey(Path(folder))
        try:
            report = _measure(_settings(Path(folder), postgres.url, valkey.url))
        finally:
            valkey.stop()
            postgres.stop()
    print(_said(report))
    for path in arguments:
        Path(path).write_text(json.dumps(report, indent=2, default=dataclasses.asdict))
    return 0


@dataclasses.dataclass(frozen=True, slots=True)
class Report:
    """Everything measured in one run."""

    machine: str
    ingest: IngestFigures
    kept: KeptFigures
    pages: list[PageRate]
    first_view: list[tuple[str, int]]


def _measure(settings: Settings) -> Report:
    app = create_app(settings)
    with app.app_context():
        db.create_all()
        ingest, kept = measure_ingest(), measure_kept()
    return Report(
        machine=MACHINE.format(
            system=platform.system(), machine=platform.machine(), python=platform.python_version()
        ),
        ingest=ingest,
        kept=kept,
        pages=measure_pages(app, FIRST_ID),
        first_view=_first_view(app),
    )


def _settings(folder: Path, database_url: str, redis_url: str) -> Settings:
    (folder / "data").mkdir()
    return Settings(
        database_url=database_url.replace("postgresql://", "postgresql+psycopg://", 1),
        redis_url=redis_url,
        storage_url=f"file://{folder}/objects",
        secret_key="measured, not secret, thirty-two characters",  # noqa: S106
        data_dir=folder / "data",
    )


def _first_view(app: Flask) -> list[tuple[str, int]]:
    """Weigh a first view: the page and every file its head names, as sent."""
    from webapp.cli.bench.weight import weigh

    paths = ("/", "/deadlock", f"/deadlock/matches/{FIRST_ID}", f"/deadlock/matches/{FIRST_ID}/map")
    return [(path, weigh(app, path)) for path in paths]


def _said(report: Report) -> str:
    ingest, kept = report.ingest, report.kept
    here = kept.kept + kept.rows
    lines = [
        report.machine,
        "",
        f"take in one match    {ingest.ingest_s * 1000:8.1f} ms  floor {ingest.floor_s * 1000:.1f} ms"
        f"  ratio {ingest.ratio:.2f}  (wanted <= 3)",
        f"kept for one match   {here:8,} bytes (files {kept.kept:,}, rows {kept.rows:,})",
        f"  seed-shaped file   {kept.seed_file:8,} bytes  {kept.seed_file / here:.0f}x  (wanted >= 30)",
        f"  the same in JSONB  {kept.seed_jsonb:8,} bytes  {kept.seed_jsonb / here:.1f}x  (wanted >= 5)",
        "",
        *(
            f"{page.name:<20} {page.per_second:8.0f} /s  {page.share:6.1%} of bare"
            f"  (wanted >= {page.wanted:.0%})  {page.bytes:,} bytes"
            for page in report.pages
        ),
        "",
        *(f"first view {path:<32} {size:8,} bytes sent" for path, size in report.first_view),
    ]
    return "\n".join(lines)
