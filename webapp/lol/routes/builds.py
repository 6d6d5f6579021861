"""The address of a match's builds."""

from __future__ import annotations

from flask import Response

from webapp.core.twins import MOMENT, answers
from webapp.lol.pages.builds import BUILDS, builds_page
from webapp.lol.pages.builds.page import BuildsPage
from webapp.lol.routes import bp
from webapp.lol.routes.match import MATCH, send_match


@bp.get(MATCH + "/builds")
@bp.get(MATCH + "/builds.json")
@answers(BuildsPage, *MOMENT)
def builds(match_id: str) -> Response:
    """Show what was bought, when, and in which order abilities rose."""
    return send_match(
        match_id,
        lambda version, moment: builds_page(match_id, moment, version),
        panel=BUILDS,
    )
