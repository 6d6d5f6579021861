"""Runs the measurements on a database of their own and prints them as one report."""

from __future__ import annotations

import dataclasses
import json
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from flask import Flask

from webapp.app import create_app
from webapp.cli.bench.across import AcrossFigures, measure_across
from webapp.cli.bench.matches import FIRST_ID, measure_ingest, measure_kept
from webapp.cli.bench.pages import measure_pages, tab_paths
from webapp.cli.bench.report import Recovery, Report, read_recovery, said
from webapp.cli.bench.weight import weigh
from webapp.config import Settings
from webapp.core.db import db
from webapp.core.embedded import start_postgres, start_valkey

CHAOS_REPORT = "CHAOS_REPORT"
FIRST_VIEWS = ("/", "/deadlock", *tab_paths(FIRST_ID))


def main(arguments: Sequence[str]) -> int:
    """Measure, print the report, and write it as JSON to a path when one is given.

    With CHAOS_REPORT naming what the chaos test wrote, its recovery times are told too.
    """
    with tempfile.TemporaryDirectory(prefix="guildhall-bench-") as folder:
        postgres, valkey = start_postgres(Path(folder)), start_valkey(Path(folder))
        try:
            report = _measure(_settings(Path(folder), postgres.url, valkey.url))
        finally:
            valkey.stop()
            postgres.stop()
    sys.stdout.write(f"{said(report)}\n")
    for path in arguments:
        Path(path).write_text(json.dumps(report, indent=2, default=dataclasses.asdict))
    return 0


def _measure(settings: Settings) -> Report:
    app = create_app(settings)
    with app.app_context():
        db.create_all()
        ingest, kept = measure_ingest(), measure_kept()
    return Report(
        machine=_machine(),
        ingest=ingest,
        kept=kept,
        pages=measure_pages(app, FIRST_ID),
        first_view=_first_view(app),
        across=_across(app),
        recovery=_recovery(),
    )


def _machine() -> str:
    return (
        f"{platform.system()} on {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}"
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
    return [(path, weigh(app, path)) for path in FIRST_VIEWS]


def _across(app: Flask) -> AcrossFigures:
    """Ask questions across matches, last of all: it keeps matches that pages would list."""
    with app.app_context():
        return measure_across()


def _recovery() -> list[Recovery]:
    path = os.environ.get(CHAOS_REPORT)
    return read_recovery(Path(path)) if path else []
