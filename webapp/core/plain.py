"""The least an app can be, its settings and its database: enough to work through the ledger.

Pages come on top of it in `webapp.app`; without them a process starts in half the time.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from flask import Flask

from webapp.config import Settings
from webapp.core.db import db, engine_options
from webapp.core.settings import EXTENSION

ROOT: Final = Path(__file__).parents[2]
CONNECTIONS: Final = 2


def plain_app(settings: Settings, *, connections: int = CONNECTIONS) -> Flask:
    """Make an app that answers nothing; touches no network and no database yet."""
    app = Flask("guildhall", root_path=str(ROOT), static_folder=None)
    app.extensions[EXTENSION] = settings
    app.config.update(
        DEBUG=False,  # whatever FLASK_DEBUG says
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=engine_options(connections),
    )
    db.init_app(app)
    return app
