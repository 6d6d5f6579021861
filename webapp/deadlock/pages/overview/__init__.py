"""The Overview tab: the scoreboard, sorted as the reader likes."""

from __future__ import annotations

from webapp.deadlock.pages.overview.columns import known_sort
from webapp.deadlock.pages.overview.page import OVERVIEW, OverviewPage, overview_page

__all__ = ["OVERVIEW", "OverviewPage", "known_sort", "overview_page"]
