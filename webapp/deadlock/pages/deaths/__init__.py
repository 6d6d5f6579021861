"""The Deaths page of the Combat tab: every death, and one told in full."""

from webapp.deadlock.pages.deaths.page import DEATHS, DeathsPage, deaths_page

__all__ = ["DEATHS", "DeathsPage", "deaths_page"]
