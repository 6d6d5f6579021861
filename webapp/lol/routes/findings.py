"""The address of a match's findings."""

from __future__ import annotations

from flask import Response, request

from webapp.core.limits import limited
from webapp.core.twins import MOMENT, answers, asks_for_work
from webapp.lol import actions
from webapp.lol.pages.findings import FINDINGS, findings_mark, findings_page
from webapp.lol.pages.findings.page import FindingsPage
from webapp.lol.routes import bp
from webapp.lol.routes.match import MATCH, PAGES, send_match
from webapp.matchroom.tabs import send_reworded


@bp.get(MATCH + "/findings")
@bp.get(MATCH + "/findings.json")
@answers(FindingsPage, *MOMENT, "player")
def findings(match_id: str) -> Response:
    """Show what decided a match, or a player in it, and games that went alike."""
    return send_match(
        match_id,
        lambda version, moment: findings_page(match_id, moment, request.args, version),
        panel=FINDINGS,
        also=findings_mark(),
    )


@bp.post(MATCH + "/wording")
@asks_for_work
@limited
def reword(match_id: str) -> Response:
    """Ask for a match's findings in other words."""
    return send_reworded(match_id, PAGES, actions.ask_for_words)
