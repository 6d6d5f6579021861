"""Heroes over all matches kept here: the list, and one hero's page. Column files alone are read."""

from webapp.deadlock.pages.heroes.hero import HeroPage, hero_page
from webapp.deadlock.pages.heroes.listing import HeroesPage, heroes_page
from webapp.deadlock.pages.heroes.sources import heroes_version
from webapp.deadlock.pages.heroes.tables import hero_csv, heroes_csv

__all__ = [
    "HeroPage",
    "HeroesPage",
    "hero_csv",
    "hero_page",
    "heroes_csv",
    "heroes_page",
    "heroes_version",
]
