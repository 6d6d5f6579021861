"""Addresses of the win chance: a match's, and how it is worked out."""

from __future__ import annotations

from webapp.lol.pages.chance import (
    CHANCE,
    ChanceMethodPage,
    ChancePage,
    chance_method_page,
    chance_page,
)
from webapp.lol.routes import bp
from webapp.lol.routes.match import MATCH, PAGES
from webapp.lol.store.chances import load_standing
from webapp.matchroom.tabs import add_chance, add_chance_method

add_chance(
    bp,
    MATCH,
    PAGES,
    panel=CHANCE,
    kind=ChancePage,
    page=chance_page,
    mark=lambda: load_standing().mark,
)
add_chance_method(bp, "/win-chance", "lol/win_chance.html", ChanceMethodPage, chance_method_page)
