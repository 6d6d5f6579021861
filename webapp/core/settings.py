"""The running app's settings, from wherever a request or a job is."""

from __future__ import annotations

from typing import cast

from flask import current_app

from webapp.config import Settings

EXTENSION = "guildhall.settings"


def current_settings() -> Settings:
    """Give the settings the running app was made with."""
    return cast("Settings", current_app.extensions[EXTENSION])
