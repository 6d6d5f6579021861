"""The Builds tab: items with their seconds, abilities in order, what stayed, figures placed."""

from webapp.dota2.pages.builds.page import BUILDS, BuildsPage, builds_measures, builds_page

__all__ = ["BUILDS", "BuildsPage", "builds_measures", "builds_page"]
