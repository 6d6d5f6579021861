"""The address of a match's combat."""

from __future__ import annotations

from flask import Response, request

from webapp.core.twins import MOMENT, answers
from webapp.dota2.pages.combat import COMBAT, combat_page
from webapp.dota2.pages.combat.page import CombatPage
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, send_match


@bp.get(MATCH + "/combat")
@bp.get(MATCH + "/combat.json")
@answers(CombatPage, *MOMENT, "player", "show")
def combat(match_id: int) -> Response:
    """Show who hurt, killed and healed whom, and by what."""
    return send_match(
        match_id,
        lambda version, moment: combat_page(match_id, moment, request.args, version),
        panel=COMBAT,
    )
