"""Addresses of the Combat tab's damage page."""

from __future__ import annotations

from flask import Response, abort, request

from webapp.core.downloads import send_table
from webapp.core.twins import MOMENT, answers
from webapp.deadlock.pages.combat.csv_rows import combat_csv
from webapp.deadlock.pages.combat.damage_page import COMBAT, CombatPage, combat_page
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH, chosen_moment, send_match


@bp.get(MATCH + "/combat")
@bp.get(MATCH + "/combat.json")
@answers(CombatPage, *MOMENT, "player", "source", "stat", "target")
def combat(match_id: int) -> Response:
    """Show who did how much to whom with what."""
    return send_match(
        match_id,
        lambda version, moment: combat_page(match_id, moment, request.args, version),
        panel=COMBAT,
    )


@bp.get(MATCH + "/combat.csv")
def combat_rows(match_id: int) -> Response:
    """Answer with what the damage page shows, row by row."""
    body = combat_csv(match_id, chosen_moment(), request.args)
    if body is None:
        abort(404, "There is no such match here.")
    return send_table(body, f"{match_id}-combat")
