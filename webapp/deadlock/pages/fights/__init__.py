"""The Fights page of the Combat tab: every fight, and one told in full."""

from webapp.deadlock.pages.fights.page import FIGHTS, FightsPage, fights_page

__all__ = ["FIGHTS", "FightsPage", "fights_page"]
