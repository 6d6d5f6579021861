"""A player's pages: matches and form, figures over time, company, and two players side by side."""

from webapp.deadlock.pages.player.compare import ComparePage, compare_page
from webapp.deadlock.pages.player.page import PlayerPage, player_page
from webapp.deadlock.pages.player.people import PeoplePage, people_page
from webapp.deadlock.pages.player.tables import compare_csv, player_csv
from webapp.deadlock.pages.player.trends import TrendsPage, trends_page

__all__ = [
    "ComparePage",
    "PeoplePage",
    "PlayerPage",
    "TrendsPage",
    "compare_csv",
    "compare_page",
    "people_page",
    "player_csv",
    "player_page",
    "trends_page",
]
