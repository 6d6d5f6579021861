"""Addresses of the win chance: a match's, and how it is worked out."""

from __future__ import annotations

from flask import Response

from webapp.core.downloads import send_table
from webapp.core.pages import send
from webapp.core.twins import MOMENT, answers
from webapp.dota2.pages.chance import CHANCE, chance_method_page, chance_page
from webapp.dota2.pages.chance.method import ChanceMethodPage
from webapp.dota2.pages.chance.page import ChancePage
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, send_match
from webapp.dota2.store.chances import load_standing
from webapp.matchplay.winning.shown import TABLES, method_csv


@bp.get(MATCH + "/chance")
@bp.get(MATCH + "/chance.json")
@answers(ChancePage, *MOMENT)
def chance(match_id: int) -> Response:
    """Show how the chance to win went, and what swung it."""
    return send_match(
        match_id,
        lambda version, moment: chance_page(match_id, moment, version),
        panel=CHANCE,
        also=load_standing().mark,
    )


@bp.get("/win-chance")
@bp.get("/win-chance.json")
@answers(ChanceMethodPage)
def chance_method() -> Response:
    """Show the model behind the win chance."""
    return send("dota2/win_chance.html", page=chance_method_page())


@bp.get(f"/win-chance/<any({', '.join(TABLES)}):name>.csv")
def chance_method_table(name: str) -> Response:
    """Answer with a table of the model as CSV."""
    return send_table(method_csv(chance_method_page(), name), f"win-chance-{name}")
