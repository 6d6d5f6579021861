"""The address of a match's findings."""

from __future__ import annotations

from flask import Response, request

from webapp.dota2.pages.findings import FINDINGS, findings_page
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, send_match


@bp.get(MATCH + "/findings")
@bp.get(MATCH + "/findings.json")
def findings(match_id: int) -> Response:
    """Show what decided a match, or a player in it."""
    slot = request.args.get("player", type=int)
    return send_match(
        match_id,
        lambda version, moment: findings_page(match_id, moment, slot, version),
        panel=FINDINGS,
    )
