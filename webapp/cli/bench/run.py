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
from webapp.cli.bench.games import Bench, Figures, benches
from webapp.cli.bench.matches import MatchFigures, measure_match
from webapp.cli.bench.pages import measure_pages
from webapp.cli.bench.report import Recovery, Report, missed, read_recovery, said
from webapp.cli.bench.weight import weigh
from webapp.cli.load.traffic import measure_traffic
from webapp.config import Settings
from webapp.core.db import db
from webapp.core.embedded import start_postgres, start_valkey

CHAOS_REPORT = "CHAOS_REPORT"


def main(file: Path | None, only: str | None, minutes: float) -> int:
    """Measure rooms, then mixed traffic for so many minutes, or `only` one of them.

    Prints the report, and writes it as JSON to a path when one is given; gives 1 when a figure
    is not as wanted. With CHAOS_REPORT naming what the chaos test wrote, its recovery times are
    told too.
    """
    report = _rooms() if only != "traffic" else Report(_machine())
    if only != "rooms":
        report = dataclasses.replace(report, more=[*report.more, measure_traffic(minutes)])
    sys.stdout.write(f"{said(report)}\n")
    if file:
        file.write_text(json.dumps(report, indent=2, default=dataclasses.asdict))
    return int(bool(missed(report)))


def _rooms() -> Report:
    with tempfile.TemporaryDirectory(prefix="guildhall-bench-") as folder:
        postgres, valkey = start_postgres(Path(folder)), start_valkey(Path(folder))
        try:
            return _measure(_settings(Path(folder), postgres.url, valkey.url))
        finally:
            valkey.stop()
            postgres.stop()


def _measure(settings: Settings) -> Report:
    app = create_app(settings)
    with app.app_context():
        db.create_all()
        games = [(bench, *measure_match(bench)) for bench in benches()]
    tabs = {bench.title: bench.paths(match_id) for bench, _, match_id in games}
    fronts = [bench.front for bench, *_ in games]
    return Report(
        machine=_machine(),
        matches=[figures for _, figures, _ in games],
        pages={title: measure_pages(app, paths) for title, paths in tabs.items()},
        first_view=[
            (path, weigh(app, path))
            for path in ("/", *fronts, *(path for paths in tabs.values() for _, path in paths))
        ],
        more=_more(app, [(bench, figures) for bench, figures, _ in games]),
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


def _more(app: Flask, games: Sequence[tuple[Bench, MatchFigures]]) -> list[Figures]:
    """Measure what one game has alone, last of all: it may keep matches that pages would list."""
    with app.app_context():
        return [measure(figures) for bench, figures in games for measure in bench.more]


def _recovery() -> list[Recovery]:
    path = os.environ.get(CHAOS_REPORT)
    return read_recovery(Path(path)) if path else []
