"""Brings the database to the shape this version expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webapp.cli.environment import ROOT, opened_site

if TYPE_CHECKING:
    import argparse

    from webapp.config import Settings

_TURN = 6_021_023  # an advisory lock nobody else takes


def migrate(_options: argparse.Namespace) -> int:
    """Run every migration not yet run."""
    with opened_site() as settings:
        upgrade_database(settings)
    return 0


def upgrade_database(settings: Settings, revision: str = "head") -> None:
    """Run the migrations up to a revision; one caller at a time, others wait."""
    from flask_migrate import upgrade
    from sqlalchemy import text

    from webapp.app import create_app
    from webapp.core.db import db

    with create_app(settings).app_context():
        with db.engine.connect() as turn:
            turn.execute(text("SELECT pg_advisory_lock(:number)"), {"number": _TURN})
            upgrade(directory=str(ROOT / "migrations"), revision=revision)
        db.engine.dispose()  # its connection ends, and its turn with it
