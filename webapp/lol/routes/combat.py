"""The address of a match's combat."""

from __future__ import annotations

from flask import Response

from webapp.core.twins import MOMENT, answers
from webapp.lol.pages.combat import COMBAT, combat_page
from webapp.lol.pages.combat.page import CombatPage
from webapp.lol.routes import bp
from webapp.lol.routes.match import MATCH, send_match
from webapp.lol.store.chances import load_standing


@bp.get(MATCH + "/combat")
@bp.get(MATCH + "/combat.json")
@answers(CombatPage, *MOMENT)
def combat(match_id: str) -> Response:
    """Show who fought how, each death with its recap, and the fights."""
    return send_match(
        match_id,
        lambda version, moment: combat_page(match_id, moment, version),
        panel=COMBAT,
        also=load_standing().mark,
    )
