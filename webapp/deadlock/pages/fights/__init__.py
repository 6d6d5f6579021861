"""The Fights page of the Combat tab: every fight, and one told in full."""

from webapp.deadlock.pages.fights.page import FightsPage, fights_page

__all__ = ["FightsPage", "fights_page"]
