"""Addresses of the win chance: a match's, and how it is worked out."""

from __future__ import annotations

from webapp.dota2.pages.chance import (
    CHANCE,
    ChanceMethodPage,
    ChancePage,
    chance_method_page,
    chance_page,
)
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, PAGES
from webapp.dota2.store.chances import load_standing
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
add_chance_method(bp, "/win-chance", "dota2/win_chance.html", ChanceMethodPage, chance_method_page)
