"""The address of a match's findings."""

from __future__ import annotations

from typing import cast

from flask import Response, abort, redirect, request

from webapp.core.limits import limited
from webapp.core.twins import MOMENT, answers, asks_for_work
from webapp.dota2 import actions
from webapp.dota2.pages.findings import FINDINGS, findings_mark, findings_page
from webapp.dota2.pages.findings.page import FindingsPage
from webapp.dota2.pages.sources import shown_of
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, send_match


@bp.get(MATCH + "/findings")
@bp.get(MATCH + "/findings.json")
@answers(FindingsPage, *MOMENT, "player")
def findings(match_id: int) -> Response:
    """Show what decided a match, or a player in it."""
    slot = request.args.get("player", type=int)
    return send_match(
        match_id,
        lambda version, moment: findings_page(match_id, moment, slot, version),
        panel=FINDINGS,
        also=findings_mark(),
    )


@bp.post(MATCH + "/wording")
@asks_for_work
@limited
def reword(match_id: int) -> Response:
    """Ask for a match's findings in other words."""
    if shown_of(match_id) is None:
        abort(404, "There is no such match here.")
    progress = actions.ask_for_words(match_id)
    if progress is None:
        abort(404, "Nobody puts findings in other words here.")
    return cast("Response", redirect(progress, 303))
