"""The address of a match's findings."""

from __future__ import annotations

from flask import Response, request

from webapp.lol.pages.findings import FINDINGS, findings_mark, findings_page
from webapp.lol.routes import bp
from webapp.lol.routes.match import MATCH, send_match


@bp.get(MATCH + "/findings")
@bp.get(MATCH + "/findings.json")
def findings(match_id: str) -> Response:
    """Show what decided a match, or a player in it, and games that went alike."""
    slot = request.args.get("player", type=int)
    return send_match(
        match_id,
        lambda version, moment: findings_page(match_id, moment, slot, version),
        panel=FINDINGS,
        also=findings_mark(),
    )
