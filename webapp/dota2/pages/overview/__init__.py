"""The Overview tab: the scoreboard, sorted as the reader likes."""

from __future__ import annotations

from webapp.dota2.pages.overview.columns import known_sort
from webapp.dota2.pages.overview.page import OVERVIEW, OverviewPage, overview_page

__all__ = ["OVERVIEW", "OverviewPage", "known_sort", "overview_page"]
