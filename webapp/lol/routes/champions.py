"""Addresses of champions."""

from __future__ import annotations

from flask import Response, abort, request

from webapp.core.downloads import send_table
from webapp.core.pages import send_same
from webapp.core.twins import answers
from webapp.lol.domain.summoner.narrowing import filter_of
from webapp.lol.pages.champion_tables import champion_csv, champions_csv
from webapp.lol.pages.champions import (
    CatalogueChampions,
    ChampionPage,
    champion_page,
    champions_catalogue,
)
from webapp.lol.routes import bp

CHAMPION = "/champions/<int(min=1,max=99999999):champion_id>"


@bp.get("/champions")
@bp.get("/champions.json")
@answers(CatalogueChampions)
def champions() -> Response:
    """Show every champion and how games on it here ended."""
    return send_same("lol/champions.html", page=champions_catalogue(), part="champions")


@bp.get(CHAMPION)
@bp.get(CHAMPION + ".json")
@answers(ChampionPage, "champion", "patch", "queue", "result", "role", "since", "until")
def champion(champion_id: int) -> Response:
    """Show one champion over the games kept here."""
    page = champion_page(champion_id, filter_of(request.args))
    if page is None:
        abort(404, "There is no such champion.")
    return send_same("lol/champion.html", page=page, part="champion")


@bp.get("/champions.csv")
def champions_table() -> Response:
    """Answer with the catalogue as CSV."""
    return send_table(champions_csv(), "champions")


@bp.get(CHAMPION + "/tables/<string:name>.csv")
def champion_table(champion_id: int, name: str) -> Response:
    """Answer with one table of a champion as CSV."""
    body = champion_csv(champion_id, name, filter_of(request.args))
    if body is None:
        abort(404, "There is no such table for a champion.")
    return send_table(body, f"champion-{champion_id}-{name}")
