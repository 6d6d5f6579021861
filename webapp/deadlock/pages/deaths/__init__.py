"""The Deaths page of the Combat tab: every death, and one told in full."""

from webapp.deadlock.pages.deaths.page import DeathsPage, deaths_page

__all__ = ["DeathsPage", "deaths_page"]
