"""The app: settings, core, then the one list of contexts.

Makes a Flask app and nothing else; starting servers and workers is the command line's work.
"""

from __future__ import annotations

from pathlib import Path

from flask import Flask
from flask_compress import Compress
from flask_migrate import Migrate
from jinja2 import StrictUndefined

from webapp.config import Settings
from webapp.core import settings as core_settings
from webapp.core.db import db, engine_options
from webapp.core.errors import answer_errors
from webapp.core.health import watch_health
from webapp.core.logs import follow_requests
from webapp.core.pages import answer_with_htmx
from webapp.core.security import guard
from webapp.core.static import serve_static
from webapp.jobs.routes import bp as jobs

ROOT = Path(__file__).parents[1]
THREADS = 4


def create_app(settings: Settings) -> Flask:
    """Make the app for these settings; touches no network and no database yet."""
    app = Flask("guildhall", root_path=str(ROOT), static_folder=None)
    app.extensions[core_settings.EXTENSION] = settings
    _configure(app, settings)
    _add_core(app, settings)
    _add_contexts(app)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=engine_options(THREADS + 1),
        COMPRESS_ALGORITHM=["zstd", "gzip"],
        COMPRESS_MIN_SIZE=600,
    )
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _add_core(app: Flask, settings: Settings) -> None:
    follow_requests(app)
    guard(app, settings)
    db.init_app(app)
    Migrate(app, db, directory=str(ROOT / "migrations"))
    answer_with_htmx(app)
    serve_static(app)
    answer_errors(app)
    watch_health(app)
    Compress(app)


def _add_contexts(app: Flask) -> None:
    """Register every context: the one list of what this installation is made of."""
    app.register_blueprint(jobs)
    app.context_processor(lambda: {"rooms": app.extensions.get("guildhall.rooms", ())})
