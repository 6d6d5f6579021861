"""The scheduler alone, in a process of its own: what it does needs no pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from tests.alone import see_alone
from webapp.core.db import db
from webapp.jobs import sweeper_age_s

if TYPE_CHECKING:
    from flask import Flask

    from webapp.config import Settings

ROUND = """
import os, sys
from webapp.config import load_settings
from webapp.core.plain import plain_app
from webapp.jobs.samples import take_sample
from worker.schedule import PERIODIC, _round

with plain_app(load_settings(os.environ)).app_context():
    _round(PERIODIC, forget=True)
    take_sample()
assert "webapp.app" not in sys.modules
"""


def test_a_round_asks_samples_and_forgets_without_any_page(app: Flask, settings: Settings) -> None:
    assert app
    own = {
        "DATABASE_URL": settings.database_url,
        "REDIS_URL": settings.redis_url,
        "STORAGE_URL": settings.storage_url,
        "SECRET_KEY": settings.secret_key,
        "GUILDHALL_DATA_DIR": str(settings.data_dir),
    }
    see_alone(ROUND, own)
    assert sweeper_age_s() is not None
    asked = db.session.scalars(text("SELECT key FROM job_run")).all()
    assert {"accounts.tidy", "house.storage", "telling.look"} <= set(asked)
    assert db.session.scalar(text("SELECT count(*) FROM job_sample")) == 1
