"""Brings the database to the shape this version expects.

`flask --app webapp.cli.migrate:migrating_app db revision` writes the next migration.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from webapp.cli.environment import ROOT, opened_site
from webapp.config import load_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from alembic.config import Config
    from flask import Flask
    from sqlalchemy import Connection

    from webapp.config import Settings

_FOLDER = str(ROOT / "migrations")
_TURN = 6_021_023  # an advisory lock nobody else takes


def migrating_app(settings: Settings | None = None) -> Flask:
    """Make the app as migrations know it; what only answers does not load them."""
    from flask_migrate import Migrate

    from webapp.app import create_app
    from webapp.core.db import db

    app = create_app(settings or load_settings(os.environ))
    Migrate(app, db, directory=_FOLDER)
    return app


def migrate(_options: argparse.Namespace) -> int:
    """Run every migration not yet run."""
    with opened_site() as settings:
        upgrade_database(settings)
    return 0


def upgrade_database(settings: Settings, revision: str = "head") -> None:
    """Run the migrations up to a revision; one caller at a time, others wait."""
    from flask_migrate import upgrade
    from sqlalchemy import text

    from webapp.core.db import db

    with migrating_app(settings).app_context():
        with db.engine.connect() as turn:
            turn.execute(text("SELECT pg_advisory_lock(:number)"), {"number": _TURN})
            upgrade(directory=_FOLDER, revision=revision)
        db.engine.dispose()  # its connection ends, and its turn with it


@contextmanager
def one_transaction(settings: Settings) -> Iterator[tuple[Connection, Callable[[str], None]]]:
    """Lend a connection, and what migrates in its one transaction: all of it counts, or nothing.

    Waits for its turn as every migration does; gives up quickly on a locked table.
    """
    from flask import current_app
    from flask_migrate import upgrade
    from sqlalchemy import text

    from webapp.core.db import db

    def on_it(config: Config) -> Config:
        config.attributes["connection"] = connection
        return config

    with migrating_app(settings).app_context():
        current_app.extensions["migrate"].migrate.configure(on_it)
        try:
            with db.engine.begin() as connection:
                connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _TURN})
                connection.execute(text("SET LOCAL lock_timeout = '5s'"))
                yield connection, lambda revision: upgrade(directory=_FOLDER, revision=revision)
        finally:
            db.engine.dispose()
