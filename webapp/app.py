"""The app: settings, core, then every context there is.

Makes a Flask app and nothing else; starting servers and workers is the command line's work.
"""

from __future__ import annotations

import time
from typing import Final

from flask import Flask, current_app
from flask_compress import Compress
from jinja2 import StrictUndefined

from webapp.accounts.asked import know_askers
from webapp.accounts.bearer import know_tokens
from webapp.accounts.claims import register_claims
from webapp.accounts.current import know_accounts
from webapp.accounts.rooms import register_follows
from webapp.accounts.routes import blueprints as account_blueprints
from webapp.accounts.sign_in import bp as sign_in_bp
from webapp.admin.backstage import register_backstage
from webapp.admin.routes import blueprints as admin_blueprints
from webapp.api import publish_api
from webapp.config import Settings
from webapp.contexts import contexts
from webapp.core.errors import answer_errors
from webapp.core.health import Figure, add_check, add_figures, watch_health
from webapp.core.limits import limit_costly_work
from webapp.core.logs import follow_requests
from webapp.core.overload import WORKING, take_turns
from webapp.core.pages import answer_with_htmx
from webapp.core.plain import plain_app
from webapp.core.security import guard
from webapp.core.static import serve_static
from webapp.core.templating import Templates
from webapp.home.outward.routes import bp as outward_bp
from webapp.home.rooms import register_rooms
from webapp.home.routes import bp as home_bp
from webapp.jobs import metrics, sweeper_age_s
from webapp.jobs.routes import bp as jobs_bp

MADE_AT: Final = "guildhall.made_at"
SILENT_S: Final = 15


def create_app(settings: Settings) -> Flask:
    """Make the app for these settings; touches no network and no database yet."""
    app = plain_app(settings, connections=WORKING + 3)
    app.extensions[MADE_AT] = time.monotonic()
    _configure(app)
    _add_core(app, settings)
    _add_contexts(app)
    take_turns(app)
    return app


def _configure(app: Flask) -> None:
    app.config.update(COMPRESS_ALGORITHM=["zstd", "gzip"], COMPRESS_MIN_SIZE=600)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.jinja_environment = Templates
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _add_core(app: Flask, settings: Settings) -> None:
    follow_requests(app)
    guard(app, settings)
    answer_with_htmx(app)
    serve_static(app)
    answer_errors(app)
    watch_health(app)
    limit_costly_work(app, settings)
    know_accounts(app)
    Compress(app)


def _add_contexts(app: Flask) -> None:
    """Register every context; `webapp/contexts` has a file for each game."""
    app.register_blueprint(home_bp)
    app.register_blueprint(outward_bp)
    app.register_blueprint(jobs_bp)
    app.register_blueprint(sign_in_bp)
    for blueprint in (*account_blueprints(), *admin_blueprints()):
        app.register_blueprint(blueprint)
    games = contexts()
    for game in games:
        for blueprint in game.blueprints:
            app.register_blueprint(blueprint)
    register_rooms(app, [game.room for game in games])
    register_backstage(app, [game.backstage for game in games], [game.room for game in games])
    register_claims(app, [claim for game in games for claim in game.claims])
    register_follows(app, [game.room for game in games])
    know_askers(app)
    know_tokens(app)
    publish_api(app, [game.room for game in games])
    add_check(app, "sweeper", sweeper_works)
    add_figures(job_figures)


def sweeper_works() -> str | None:
    """Say what is wrong with background work, if anything is.

    A server that was just made gives the scheduler as long to speak as it has between two words.
    """
    heard_s, mine_s = sweeper_age_s(), time.monotonic() - current_app.extensions[MADE_AT]
    if min(mine_s, mine_s if heard_s is None else heard_s) > SILENT_S:
        return "the scheduler gives no sign of life"
    return None


def job_figures() -> list[Figure]:
    """Give what /metrics shows of background work."""
    taken = metrics()
    return [
        *(Figure("job_queue_depth", {"queue": q}, n) for q, n in taken.depth.items()),
        *(Figure("job_oldest_age_seconds", {"queue": q}, s) for q, s in taken.oldest_age_s.items()),
        *(
            Figure("job_runs", {"kind": kind, "state": state}, n)
            for (kind, state), n in taken.outcomes.items()
        ),
        Figure("job_silent", {}, taken.silent),
    ]
