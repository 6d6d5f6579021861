"""The Overview tab: scoreboard, score with its parts, what was taken and carried."""

from webapp.lol.pages.overview.columns import known_sort
from webapp.lol.pages.overview.page import OVERVIEW, OverviewPage, overview_page
from webapp.lol.pages.overview.ranks import ranks_mark

__all__ = ["OVERVIEW", "OverviewPage", "known_sort", "overview_page", "ranks_mark"]
