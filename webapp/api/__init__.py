"""The documented API below /api/v1: the pages' JSON twins, jobs, search, my account.

Answers from the pages' own dataclasses, from which the OpenAPI document is generated too. It
works nothing out and keeps nothing of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from flask import Flask

if TYPE_CHECKING:
    from webapp.api.places import Place


def publish_api(app: Flask, rooms: Sequence[Place]) -> None:
    """Put the API over everything that is registered by now."""
    from webapp.api.places import name_places
    from webapp.api.routes import bp
    from webapp.api.routes.reference import pages_bp

    name_places(app, rooms)
    app.register_blueprint(bp)
    app.register_blueprint(pages_bp)
