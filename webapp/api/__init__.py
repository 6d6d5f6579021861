"""The documented API below /api/v1: the pages' JSON twins, jobs, search, my account.

Answers from the pages' own dataclasses, from which the OpenAPI document is generated too. It
works nothing out and keeps nothing of its own.
"""

from flask import Flask


def publish_api(app: Flask) -> None:
    """Put the API over everything that is registered by now."""
    from webapp.api.routes import bp

    app.register_blueprint(bp)
