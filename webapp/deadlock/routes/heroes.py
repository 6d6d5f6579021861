"""Addresses of heroes."""

from __future__ import annotations

from flask import Response, abort, request

from webapp.core.downloads import send_table
from webapp.core.pages import send_finished
from webapp.core.twins import answers
from webapp.deadlock.pages.heroes import (
    hero_csv,
    hero_page,
    heroes_csv,
    heroes_page,
    heroes_version,
)
from webapp.deadlock.pages.heroes.choice import chosen_of
from webapp.deadlock.pages.heroes.hero import HeroPage
from webapp.deadlock.pages.heroes.listing import HeroesPage
from webapp.deadlock.routes import bp

HERO = "/heroes/<int(min=1,max=4294967295):hero_id>"


@bp.get("/heroes")
@bp.get("/heroes.json")
@answers(HeroesPage, "phase", "rank", "side", "sort")
def heroes() -> Response:
    """Show every hero over all matches kept here."""
    version, chosen = heroes_version(), chosen_of(request.args)
    return send_finished(
        version, "deadlock/heroes.html", page=lambda: heroes_page(version, chosen), part="heroes"
    )


@bp.get("/heroes.csv")
def heroes_table() -> Response:
    """Answer with the list of heroes as CSV."""
    body = heroes_csv(heroes_version(), chosen_of(request.args))
    return send_table(body, "heroes")


@bp.get(HERO)
@bp.get(HERO + ".json")
@answers(HeroPage, "phase", "rank", "side", "sort")
def hero(hero_id: int) -> Response:
    """Show how a hero is played in the matches kept here."""
    version, chosen = heroes_version(), chosen_of(request.args)
    return send_finished(
        version,
        "deadlock/hero.html",
        page=lambda: hero_page(version, hero_id, chosen) or abort(404, "There is no such hero."),
        part="heat",
    )


@bp.get(HERO + "/tables/<string:name>.csv")
def hero_table(hero_id: int, name: str) -> Response:
    """Answer with one table of a hero as CSV."""
    body = hero_csv(heroes_version(), hero_id, name, chosen_of(request.args))
    if body is None:
        abort(404, "There is no such table for a hero.")
    return send_table(body, f"hero-{hero_id}-{name}")
