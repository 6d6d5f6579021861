"""The Fights tab: every fight of a match, one of them in full with its map."""

from webapp.dota2.pages.fights.page import FIGHTS, FightsPage, fights_page

__all__ = ["FIGHTS", "FightsPage", "fights_page"]
