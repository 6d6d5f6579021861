"""The Builds tab: items with their times, orders of abilities, runes and summoner spells."""

from webapp.lol.pages.builds.page import BUILDS, BuildsPage, builds_page

__all__ = ["BUILDS", "BuildsPage", "builds_page"]
