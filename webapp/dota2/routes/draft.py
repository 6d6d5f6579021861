"""The address of a match's draft."""

from __future__ import annotations

from flask import Response

from webapp.core.twins import MOMENT, answers
from webapp.dota2.pages.draft import DRAFT, draft_page
from webapp.dota2.pages.draft.page import DraftPage
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, send_match


@bp.get(MATCH + "/draft")
@bp.get(MATCH + "/draft.json")
@answers(DraftPage, *MOMENT)
def draft(match_id: int) -> Response:
    """Show picks and bans in order."""
    return send_match(
        match_id,
        lambda version, moment: draft_page(match_id, moment, version),
        panel=DRAFT,
        part_reads="",
    )
